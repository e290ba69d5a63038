"""Decisions made before: the nearest like cases, and the row a decided case leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from faheng.domains.enforcement.discretion.proposal.nearest import (
    Comparison,
    Past,
    compare,
)
from faheng.domains.enforcement.owing import imposed
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.rows.reading import fine_of
from faheng.domains.enforcement.rows.weighing import DecidedFine, Worksheet
from faheng.kernel.cases.models import Paper

MOST = 500
"""So many of the newest decisions are compared with."""
DECISIONS = ("penalty_decision", "on_the_spot_decision")


@dataclass(frozen=True, slots=True)
class Alike:
    """What a proposal is compared with.

    Attributes:
        cases: key of each case shown, by the number it is shown under.
        fines: every fine compared with, for the range bar.
    """

    comparison: Comparison
    cases: Mapping[str, int]
    fines: tuple[int, ...]

    def row(self) -> dict[str, Any]:
        """Write it as it is frozen with the worksheet."""
        found = self.comparison
        return {
            "count": found.count,
            "mean_fen": found.mean_fen,
            "z": None if found.z is None else str(found.z),
            "is_far": found.is_far,
            "nearest": [
                {
                    "number": one.number,
                    "organ": one.organ,
                    "decided_on": one.decided_on.isoformat(),
                    "fine_fen": one.fine_fen,
                    "case": self.cases[one.number],
                }
                for one in found.nearest
            ],
        }


def alike(item_code: str, tier: str, fine: int, on: date, but: int | None) -> Alike:
    """Compare a fine with the newest decisions of the same item and tier.

    Args:
        item_code: the item.
        tier: tier of the benchmark, empty where there is none.
        fine: the fine proposed, in fen.
        on: the day; later decisions do not count.
        but: the case itself, which is not compared with.
    """
    rows = list(
        DecidedFine.objects
        .filter(item_code=item_code, tier=tier, decided_on__lte=on)
        .exclude(pk=but)
        .order_by("-decided_on")
        .values_list("case", "organ__short_name", "organ__name", "decided_on", "fine")[
            :MOST
        ]
    )
    past = [Past(str(c), short or name, day, f) for c, short, name, day, f in rows]
    found = compare(fine, past)
    numbers = _numbers([int(one.number) for one in found.nearest])
    named = [(numbers.get(int(p.number)) or f"#{p.number}", p) for p in found.nearest]
    nearest = tuple(Past(n, p.organ, p.decided_on, p.fine_fen) for n, p in named)
    shown = Comparison(nearest, found.count, found.mean_fen, found.z, found.is_far)
    cases = {number: int(one.number) for number, one in named}
    return Alike(shown, cases, tuple(one.fine_fen for one in past))


def _numbers(cases: list[int]) -> dict[int, str]:
    papers = Paper.objects.filter(case__in=cases, document__in=DECISIONS).order_by("id")
    return dict(papers.values_list("case", "number"))


def tier_of(sheet: Worksheet | None) -> str:
    """Give the tier that a case was weighed in; empty for one weighed by hand."""
    return sheet.tier if sheet else ""


def latest_sheet(case_id: int) -> Worksheet | None:
    """Give the worksheet that a case was last weighed by."""
    return Worksheet.objects.filter(case=case_id).order_by("-pk").first()


def note_decision(s: Any, act: Any) -> None:
    """Leave the row by which like cases find this decision."""
    if s.main.item is not None:
        sheet = latest_sheet(s.case.pk)
        noted = {
            "tier": tier_of(sheet),
            "fine": fine_of(imposed(s)),
            "deviated": bool(s.main.deviation_reason),
        }
        _note(s, act, s.main.item, noted)


def note_on_the_spot(s: Any, act: Any) -> None:
    """Leave the same row for a fine on the spot, which no benchmark weighed."""
    if s.file.item is not None:
        _note(s, act, s.file.item, {"fine": s.file.fine or 0})


def _note(s: Any, act: Any, item: EnforcementItem, noted: Mapping[str, Any]) -> None:
    DecidedFine.objects.update_or_create(
        case=s.case,
        defaults={
            "organ": s.organ,
            "division_path": s.case.division_path,
            "field": item.field,
            "item_code": item.code,
            "decided_on": act.occurred_on,
            **noted,
        },
    )
