"""The form of a penal paragraph's parts, filled by the program, checked by a person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from faheng.lawbase.penalties.declare import Fine, Penalty
from faheng.lawbase.penalties.kinds import ORDER

WORDS = 1000
MOST_FINES = 30
BASES = (
    ("fixed", _("定额")),
    ("multiple", _("倍数")),
    ("percent", _("比例")),
    ("mixed", _("定额与倍数并用")),
    ("per_item", _("按件计")),
    ("unspecified", _("未定数额")),
)
UNITS = (("", "—"), ("元", _("元")), ("倍", _("倍")), ("%", "%"))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class _Lines(forms.CharField):
    """Several things, one a line."""

    def __init__(self, label: Any, rows: int = 1) -> None:
        widget = forms.Textarea({"rows": rows})
        super().__init__(label=label, required=False, widget=widget, max_length=4000)


class PenaltyForm(forms.Form):
    """Everything but the fines."""

    authority = _Lines(_("处罚机关"))
    violated = _Lines(_("违反条款"))
    kinds = forms.MultipleChoiceField(
        label=_("处罚种类"),
        required=False,
        choices=[(kind, kind) for kind in ORDER],
        widget=forms.CheckboxSelectMultiple,
    )
    conditions = _Lines(_("适用条件"))
    corrective = _Lines(_("责令改正"))
    criminal_liability = forms.BooleanField(label=_("追究刑事责任"), required=False)
    official_discipline = forms.BooleanField(label=_("给予处分"), required=False)

    @classmethod
    def of(cls, penalty: Penalty) -> PenaltyForm:
        """Fill the form with what was read."""
        return cls(
            initial={
                "authority": "\n".join(penalty.authority),
                "violated": "\n".join(penalty.violated),
                "kinds": list(penalty.kinds),
                "conditions": "\n".join(penalty.conditions),
                "corrective": "\n".join(penalty.corrective),
                "criminal_liability": penalty.criminal_liability,
                "official_discipline": penalty.official_discipline,
            }
        )


class FineForm(forms.Form):
    """One fine; left empty, it is none."""

    min = forms.FloatField(label=_("下限"), required=False, min_value=0)
    max = forms.FloatField(label=_("上限"), required=False, min_value=0)
    unit = forms.CharField(
        label=_("单位"), required=False, max_length=20, widget=forms.TextInput()
    )
    base = forms.ChoiceField(label=_("计罚方式"), required=False, choices=BASES)
    of = forms.CharField(label=_("基数"), required=False, max_length=500)
    subject = forms.CharField(label=_("对象"), required=False, max_length=500)
    condition = forms.CharField(label=_("条件"), required=False, max_length=WORDS)
    cap = forms.FloatField(label=_("封顶"), required=False, min_value=0)
    cap_unit = forms.CharField(label=_("封顶单位"), required=False, max_length=20)

    def clean(self) -> dict[str, Any]:
        """Refuse a range that is upside down, and amounts of nothing."""
        given: dict[str, Any] = super().clean() or {}
        low, high = given.get("min"), given.get("max")
        if low is not None and high is not None and high < low:
            self.add_error("max", gettext("上限低于下限"))
        if (low is not None or high is not None) and not given.get("unit"):
            self.add_error("unit", gettext("写明是元、倍还是百分比"))
        return given

    @property
    def is_none(self) -> bool:
        """Whether nothing was written."""
        given = self.cleaned_data
        return not any(
            given.get(name) not in {None, ""}
            for name in ("min", "max", "unit", "of", "subject", "condition")
        )

    def fine(self) -> Fine:
        """Give the fine that was written."""
        given = self.cleaned_data
        return Fine(
            subject=given["subject"] or None,
            condition=given["condition"] or None,
            min=given["min"],
            max=given["max"],
            unit=given["unit"] or None,
            base=given["base"] or "fixed",
            of=given["of"] or None,
            cap=given["cap"],
            cap_unit=given["cap_unit"] or None,
        )


FineForms = forms.formset_factory(
    FineForm, extra=1, max_num=MOST_FINES, absolute_max=MOST_FINES
)


def fine_initial(penalty: Penalty) -> list[dict[str, Any]]:
    """Fill the rows of fines with what was read."""
    return [
        {name: _plain(getattr(fine, name)) for name in Fine.__slots__}
        for fine in penalty.fines
    ]


def _plain(value: object) -> object:
    """Write a whole amount without a point."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def given(form: PenaltyForm, fines: Any, before: Penalty) -> Penalty:
    """Put together what a person wrote."""
    said = form.cleaned_data
    return Penalty(
        article=before.article,
        para=before.para,
        text=before.text,
        authority=_lines(said["authority"]),
        violated=_lines(said["violated"]),
        kinds=tuple(kind for kind in ORDER if kind in said["kinds"]),
        fines=tuple(one.fine() for one in fines if not one.is_none),
        conditions=_lines(said["conditions"]),
        corrective=_lines(said["corrective"]),
        criminal_liability=said["criminal_liability"],
        official_discipline=said["official_discipline"],
    )
