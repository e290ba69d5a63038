"""Forms with which an administrator keeps people, roles, certificates, accounts."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from faheng.kernel.pages.names import labelled
from faheng.kernel.parties.declare import (
    CertificateKind,
    CertificateStatus,
    Field,
    Post,
    Role,
)
from faheng.kernel.parties.models import Division

ROLES = [(role.value, role.title) for role in Role if role is not Role.SYSTEM]
CHANGES = [
    (CertificateStatus.SUSPENDED.value, gettext_lazy("暂扣")),
    (CertificateStatus.REVOKED.value, gettext_lazy("吊销，不能恢复")),
    (CertificateStatus.LOST.value, gettext_lazy("遗失")),
    (CertificateStatus.VALID.value, gettext_lazy("恢复")),
]
Organs = list[tuple[str, str]]


def _day(
    label: str | Promise, *, required: bool = True, help_text: str | Promise = ""
) -> forms.DateField:
    return forms.DateField(
        label=cast("str", label),
        required=required,
        help_text=cast("str", help_text),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class PersonForm(forms.Form):
    """A person who works in an organ."""

    name = forms.CharField(label=gettext_lazy("姓名"), max_length=60)
    organ = forms.ChoiceField(label=gettext_lazy("所在单位"))
    officer_no = forms.CharField(label=gettext_lazy("人员编号"), max_length=40)
    post = forms.ChoiceField(
        label=gettext_lazy("岗位"), choices=lambda: labelled(Post.pairs())
    )
    is_auxiliary = forms.BooleanField(
        label=gettext_lazy("辅助人员"),
        required=False,
        help_text=gettext_lazy("没有执法资格，只能担任内勤"),
    )
    legal_qualification_no = forms.CharField(
        label=gettext_lazy("法律职业资格证号"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("担任法制审核人员必须有"),
    )

    def __init__(self, *args: Any, organs: Organs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, organs)


class AppointForm(forms.Form):
    """A role in an organ from a day on."""

    role = forms.ChoiceField(
        label=gettext_lazy("角色"), choices=lambda: labelled(ROLES)
    )
    organ = forms.ChoiceField(label=gettext_lazy("单位"))
    valid_from = _day(gettext_lazy("自"))
    valid_until = _day(
        gettext_lazy("至"), required=False, help_text=gettext_lazy("不填就是一直")
    )

    def __init__(self, *args: Any, organs: Organs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, organs)


class EndForm(forms.Form):
    """The last day of a role, and why it ends."""

    appointment = forms.IntegerField(widget=forms.HiddenInput, max_value=2**62)
    last_on = _day(gettext_lazy("最后一天"))
    reason = forms.CharField(label=gettext_lazy("终止原因"), max_length=200)


class CertificateForm(forms.Form):
    """A certificate to be issued."""

    number = forms.CharField(label=gettext_lazy("证号"), max_length=40)
    kind = forms.ChoiceField(
        label=gettext_lazy("证件种类"),
        choices=lambda: labelled(CertificateKind.pairs()),
    )
    fields_covered = forms.MultipleChoiceField(
        label=gettext_lazy("执法领域"),
        required=False,
        choices=lambda: labelled(Field.pairs()),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("一个也不选就是不限"),
    )
    division = forms.ModelChoiceField(
        Division.objects.order_by("code"),
        label=gettext_lazy("执法区域"),
        required=False,
        empty_label=gettext_lazy("证件上没有写明"),
    )
    valid_from = _day(gettext_lazy("有效期起"))
    valid_until = _day(gettext_lazy("有效期止"), required=False)


class ChangeForm(forms.Form):
    """A new standing of a certificate from a day on."""

    number = forms.CharField(widget=forms.HiddenInput, max_length=40)
    status = forms.ChoiceField(label=gettext_lazy("改为"), choices=CHANGES)
    from_on = _day(gettext_lazy("自"))
    reason = forms.CharField(label=gettext_lazy("原因"), max_length=200)


class AccountForm(forms.Form):
    """The name under which a person logs in."""

    username = forms.RegexField(
        label=gettext_lazy("账号"),
        regex=r"^[A-Za-z0-9._-]{3,40}\Z",
        help_text=gettext_lazy("3 到 40 个字母、数字、点、横线"),
        error_messages={
            "invalid": gettext_lazy("账号只能用 3 到 40 个字母、数字、点和横线。")
        },
    )


class LeaveForm(forms.Form):
    """A person's last day."""

    left_on = _day(
        gettext_lazy("离岗日期"), help_text=gettext_lazy("没有终止的任职同日终止")
    )


class SessionForm(forms.Form):
    """Which session is to end."""

    session = forms.IntegerField(widget=forms.HiddenInput, max_value=2**62)


class NothingForm(forms.Form):
    """An act that needs no more than to be asked for."""


def _offer(form: forms.Form, organs: Organs) -> None:
    field = form.fields["organ"]
    if isinstance(field, forms.ChoiceField):
        field.choices = organs
