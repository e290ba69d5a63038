"""Forms with which an administrator keeps people, roles, certificates, accounts."""

from __future__ import annotations

from typing import Any

from django import forms

from faheng.kernel.parties.declare import (
    CertificateKind,
    CertificateStatus,
    Field,
    Post,
    Role,
)

ROLES = [(role.value, role.title) for role in Role if role is not Role.SYSTEM]
CHANGES = [
    (CertificateStatus.SUSPENDED.value, "暂扣"),
    (CertificateStatus.REVOKED.value, "吊销，不能恢复"),
    (CertificateStatus.LOST.value, "遗失"),
    (CertificateStatus.VALID.value, "恢复"),
]
Organs = list[tuple[str, str]]


def _day(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class PersonForm(forms.Form):
    """A person who works in an organ."""

    name = forms.CharField(label="姓名", max_length=60)
    organ = forms.ChoiceField(label="所在单位")
    officer_no = forms.CharField(label="人员编号", max_length=40)
    post = forms.ChoiceField(label="岗位", choices=Post.pairs())
    is_auxiliary = forms.BooleanField(
        label="辅助人员", required=False, help_text="没有执法资格，只能担任内勤"
    )
    legal_qualification_no = forms.CharField(
        label="法律职业资格证号",
        required=False,
        max_length=40,
        help_text="担任法制审核人员必须有",
    )

    def __init__(self, *args: Any, organs: Organs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, organs)


class AppointForm(forms.Form):
    """A role in an organ from a day on."""

    role = forms.ChoiceField(label="角色", choices=ROLES)
    organ = forms.ChoiceField(label="单位")
    valid_from = _day("自")
    valid_until = _day("至", required=False, help_text="不填就是一直")

    def __init__(self, *args: Any, organs: Organs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, organs)


class EndForm(forms.Form):
    """The last day of a role, and why it ends."""

    appointment = forms.IntegerField(widget=forms.HiddenInput, max_value=2**62)
    last_on = _day("最后一天")
    reason = forms.CharField(label="终止原因", max_length=200)


class CertificateForm(forms.Form):
    """A certificate to be issued."""

    number = forms.CharField(label="证号", max_length=40)
    kind = forms.ChoiceField(label="证件种类", choices=CertificateKind.pairs())
    fields_covered = forms.MultipleChoiceField(
        label="执法领域",
        required=False,
        choices=Field.pairs(),
        widget=forms.CheckboxSelectMultiple,
        help_text="一个也不选就是不限",
    )
    valid_from = _day("有效期起")
    valid_until = _day("有效期止", required=False)


class ChangeForm(forms.Form):
    """A new standing of a certificate from a day on."""

    number = forms.CharField(widget=forms.HiddenInput, max_length=40)
    status = forms.ChoiceField(label="改为", choices=CHANGES)
    from_on = _day("自")
    reason = forms.CharField(label="原因", max_length=200)


class AccountForm(forms.Form):
    """The name under which a person logs in."""

    username = forms.RegexField(
        label="账号",
        regex=r"^[A-Za-z0-9._-]{3,40}\Z",
        help_text="3 到 40 个字母、数字、点、横线",
        error_messages={"invalid": "账号只能用 3 到 40 个字母、数字、点和横线。"},
    )


class LeaveForm(forms.Form):
    """A person's last day."""

    left_on = _day("离岗日期", help_text="没有终止的任职同日终止")


class SessionForm(forms.Form):
    """Which session is to end."""

    session = forms.IntegerField(widget=forms.HiddenInput, max_value=2**62)


class NothingForm(forms.Form):
    """An act that needs no more than to be asked for."""


def _offer(form: forms.Form, organs: Organs) -> None:
    field = form.fields["organ"]
    if isinstance(field, forms.ChoiceField):
        field.choices = organs
