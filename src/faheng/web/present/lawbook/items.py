"""What an enforcement item made of a confirmed pair would say."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.lawbase.models import (
    PenaltyReading,
    SuggestionState,
    TermRole,
    Unit,
    ViolationPair,
)
from faheng.web.present.lawbook.places import printed, said

LONGEST = 60
_ENDS = "。；"


@dataclass(frozen=True)
class Draft:
    """An item before it is entered."""

    unit_id: int
    version_id: int
    title: str
    name: str
    penalty_said: str
    penalty_text: str
    penalty_citation: str
    duty_said: str
    duty_text: str
    duty_citation: str
    kinds: tuple[str, ...]
    fine_min: str
    fine_max: str


def draft(unit_id: int) -> Draft | None:
    """Make an item of a provision whose duty was confirmed."""
    pair = (
        ViolationPair.objects
        .filter(penalty=unit_id, state=SuggestionState.CONFIRMED)
        .select_related("penalty__version__work", "violated")
        .first()
    )
    if pair is None:
        return None
    unit, duty = pair.penalty, pair.violated
    work = unit.version.work
    low, high = _amounts(unit)
    return Draft(
        unit.pk,
        unit.version_id,
        work.title,
        _name(unit, duty),
        said(unit.address),
        unit.text,
        printed(work.full_title, unit.address),
        said(duty.address),
        duty.text,
        printed(work.full_title, duty.address),
        _kinds(unit),
        low,
        high,
    )


def _name(unit: Unit, duty: Unit) -> str:
    """A name to begin with: what is punished, in the words of the provision."""
    words = unit.text if unit.kind == "item" else duty.text
    act = words.strip().rstrip(_ENDS).removesuffix("的")
    return f"对{act[:LONGEST]}的行政处罚"


def _reading(unit: Unit) -> PenaltyReading | None:
    """The reading of a provision's paragraph."""
    path = unit.path if unit.kind == "paragraph" else unit.path[:-4]
    rows = PenaltyReading.objects.filter(unit__version=unit.version_id, unit__path=path)
    return rows.prefetch_related("terms", "fines").first()


def _kinds(unit: Unit) -> tuple[str, ...]:
    reading = _reading(unit)
    known = {str(label) for label in PenaltyKind.labels}
    terms = reading.terms.all() if reading else ()
    return tuple(t.text for t in terms if t.role == TermRole.KIND and t.text in known)


def _amounts(unit: Unit) -> tuple[str, str]:
    """The fixed amounts, where there is one range only."""
    reading = _reading(unit)
    fines = (
        [one for one in reading.fines.all() if one.base == "fixed"] if reading else []
    )
    if len(fines) != 1 or fines[0].unit != "元":
        return "", ""
    return _yuan(fines[0].min), _yuan(fines[0].max)


def _yuan(amount: float | None) -> str:
    return "" if amount is None else f"{amount:.2f}".removesuffix(".00")
