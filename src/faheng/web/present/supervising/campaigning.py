"""The form that begins a campaign."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from faheng.domains.supervision.campaigns.actions import NewCampaign
from faheng.kernel.pages.names import labelled
from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import Viewer, scope
from faheng.kernel.questions.standing import known_rules

ROWS = 12


class CampaignForm(forms.Form):
    """Which rules over which cases."""

    title = forms.CharField(label=_("名称"), max_length=120)
    codes = forms.MultipleChoiceField(
        label=_("规则"),
        help_text=_("按住 Ctrl 可以选几条。"),
        widget=forms.SelectMultiple(attrs={"size": ROWS}),
        error_messages={"required": _("没有选规则")},
    )
    opened_from = forms.DateField(
        label=_("案件登记自"), widget=forms.DateInput(attrs={"type": "date"})
    )
    opened_until = forms.DateField(
        label=_("案件登记至"), widget=forms.DateInput(attrs={"type": "date"})
    )
    organ_ids = forms.ModelMultipleChoiceField(
        label=_("只看这些机关"),
        queryset=Organ.objects.none(),
        required=False,
        help_text=_("不选就是监督范围内的全部机关。"),
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )
    field = forms.ChoiceField(label=_("只看这个领域"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        """Offer the rules that can be asked and the organs watched over."""
        super().__init__(*args, **kwargs)
        askable = [one for one in known_rules() if one.rule is not None]
        codes: Any = self.fields["codes"]
        codes.choices = [(one.code, f"{one.code}　{one.title}") for one in askable]
        organs: Any = self.fields["organ_ids"]
        organs.queryset = Organ.objects.filter(scope(viewer, "")).order_by("code")
        fields: Any = self.fields["field"]
        fields.choices = [("", _("全部领域")), *labelled(Field.pairs())]

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
