"""The form on which a complaint is told, by its sender or by whoever writes it down."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from faheng.domains.supervision.intake.actions import Told
from faheng.domains.supervision.intake.models import Channel
from faheng.kernel.parties.models import Organ


class SlipForm(forms.Form):
    """What anybody may tell; only what happened must be told."""

    organ = forms.ModelChoiceField(
        Organ.objects.none(),
        label=_("投诉哪个机关"),
        required=False,
        empty_label=_("不清楚是哪个机关"),
    )
    about_case = forms.CharField(
        label=_("文书上的文号"),
        max_length=80,
        required=False,
        help_text=_("手上有处罚决定书等文书的，写上面的文号"),
    )
    content = forms.CharField(
        label=_("发生了什么"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("什么时间、什么地点、谁、做了什么"),
    )
    wish = forms.CharField(
        label=_("希望怎样处理"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    name = forms.CharField(label=_("姓名或名称"), max_length=60, required=False)
    contact = forms.CharField(
        label=_("电话或者邮箱"),
        max_length=80,
        required=False,
        help_text=_("加密保存，只有办理投诉的人能看；不会告诉被投诉的机关"),
    )

    def __init__(self, data: Any, on: date) -> None:
        """Offer the organs that enforce on that day."""
        super().__init__(data)
        organ = self.fields["organ"]
        if isinstance(organ, forms.ModelChoiceField):
            organ.queryset = enforcing(on)

    @property
    def told(self) -> Told:
        """Return what was told."""
        given = self.cleaned_data
        organ = given["organ"]
        return Told(
            content=given["content"],
            wish=given["wish"],
            about_case=given["about_case"],
            name=given["name"],
            contact=given["contact"],
            organ_id=organ.pk if organ else None,
        )


class WrittenDownForm(SlipForm):
    """A complaint by telephone, letter or visit, written down by the desk."""

    channel = forms.ChoiceField(
        label=_("来源渠道"),
        choices=[one for one in Channel.choices if one[0] != Channel.PORTAL],
    )
    field_order = ("channel",)


def enforcing(on: date) -> QuerySet[Organ]:
    """Give the organs that enforce on a day."""
    lasting = Q(qualified_until__isnull=True) | Q(qualified_until__gte=on)
    rows: QuerySet[Organ] = Organ.objects.filter(lasting)
    return rows.order_by("division__path", "code")
