"""The form that begins a campaign."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from faheng.domains.supervision.campaigns.actions import NewCampaign
from faheng.kernel.pages.names import labelled
from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import Viewer, scope
from faheng.kernel.questions.listed import LISTED
from faheng.kernel.questions.standing import known_rules
from faheng.web.present.supervising.figures import DIMENSIONS

DERIVED = _("期限提醒和其他")


class CampaignForm(forms.Form):
    """Which rules over which cases."""

    title = forms.CharField(
        label=_("名称"), max_length=120, error_messages={"required": _("没有写名称")}
    )
    codes = forms.MultipleChoiceField(
        label=_("规则"),
        help_text=_("可以选几条；由程序派生的期限提醒在最后。"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("没有选规则")},
    )
    opened_from = forms.DateField(
        label=_("案件登记自"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("没有写从哪一天登记的案件查起")},
    )
    opened_until = forms.DateField(
        label=_("案件登记至"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("没有写查到哪一天登记的案件")},
    )
    organ_ids = forms.ModelMultipleChoiceField(
        label=_("只看这些机关"),
        queryset=Organ.objects.none(),
        required=False,
        help_text=_("不选就是监督范围内的全部机关。"),
        widget=forms.CheckboxSelectMultiple,
    )
    field = forms.ChoiceField(label=_("只看这个领域"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        """Offer the rules that can be asked and the organs watched over."""
        super().__init__(*args, **kwargs)
        codes: Any = self.fields["codes"]
        codes.choices = _grouped()
        organs: Any = self.fields["organ_ids"]
        organs.queryset = Organ.objects.filter(scope(viewer, "")).order_by("code")
        fields: Any = self.fields["field"]
        fields.choices = [("", _("全部领域")), *labelled(Field.pairs())]

    @property
    def groups(self) -> list[tuple[str | Promise, list[tuple[str, str, bool, bool]]]]:
        """Give the rules to choose from, by dimension: code, title, listed, picked."""
        picked = set(self["codes"].value() or ())
        return [
            (word, [(code, said, code in LISTED, code in picked) for code, said in own])
            for word, own in _grouped()
        ]

    def new(self, organ_id: int) -> NewCampaign:
        """Give what was asked for."""
        given = self.cleaned_data
        return NewCampaign(
            given["title"],
            organ_id,
            tuple(given["codes"]),
            given["opened_from"],
            given["opened_until"],
            tuple(organ.pk for organ in given["organ_ids"]),
            given["field"],
        )


_Group = tuple[str | Promise, list[tuple[str, str]]]


def _grouped() -> list[_Group]:
    """Give the rules that can be asked: the listed by dimension, then the others."""
    found: dict[str | Promise, list[tuple[str, str]]] = {}
    for one in known_rules():
        if one.rule is not None:
            word = DIMENSIONS[one.dimension.prefix] if one.is_listed else DERIVED
            found.setdefault(word, []).append((one.code, one.title))
    return list(found.items())
