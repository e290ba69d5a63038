"""What the engine is asked for an item: provisions, benchmark, lists and amounts.

The engine knows no database; this room reads the registers for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from faheng.domains.enforcement.benchmarks.queries import (
    asked_benchmark,
    asked_entry,
    entries_for_item,
    exclusive,
    for_item,
)
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.item_fines import bracket_of
from faheng.domains.enforcement.item_fines import fine_rule as brackets
from faheng.domains.enforcement.kinds import (
    FineBase,
    Gate,
    PenaltyKind,
    ProvisionRole,
    Subject,
)
from faheng.domains.enforcement.parameters import parameter
from faheng.domains.enforcement.registers import EnforcementItem, Threshold
from faheng.domains.enforcement.thresholds import Place, in_force
from faheng.kernel.parties.models import Division
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

PARTIES = {
    Subject.ANY: "any",
    Subject.CITIZEN: "person",
    Subject.ORGANISATION: "organisation",
}
FEN = 100
RANGE = str(PENALTY_LAW.article(34))


@dataclass(frozen=True, slots=True)
class Here:
    """When and where something is decided."""

    act_end: date
    decision_on: date
    division: Division | None = None

    @property
    def path(self) -> str:
        """Path of the division; empty for the whole country."""
        return self.division.path if self.division else ""


def asked_of(
    item: EnforcementItem, here: Here, fine_rule: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Give what the registers know of an item: the facts are for the caller to add.

    Several benchmarks that weigh an item are several violations of it: the first,
    the most special one, is given; `benchmarks.queries.for_item` gives them all.

    Args:
        item: the item.
        here: when and where it is decided.
        fine_rule: brackets of the provision, which the catalogue has no room for;
            without them an item fined by multiples is refused.

    Raises:
        Unanswerable: the catalogue does not say how the fine is computed.
    """
    weighing = for_item(item, here.decision_on, here.path)
    before = for_item(item, here.act_end, here.path)
    versions = {row.pk: row for row in [*weighing[:1], *before[:1]]}
    return {
        "field": item.field,
        "provisions": provisions_of_item(item, fine_rule),
        "benchmarks": [asked_benchmark(row) for row in versions.values()],
        "lists": [
            asked_entry(row)
            for row in entries_for_item(item, here.decision_on, here.path)
        ],
        "thresholds": thresholds(item.field, here),
        "parameters": parameters(item.field, here),
        "limitation_years": _limitation(item),
    }


def _limitation(item: EnforcementItem) -> int | None:
    """Give the years only where a special law sets others than the two."""
    return None if item.limitation_years in {2, 5} else item.limitation_years


def provisions_of_item(
    item: EnforcementItem, fine_rule: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    """Give every version of an item, since the act may be older than the newest."""
    versions = (
        EnforcementItem.objects
        .filter(code=item.code)
        .prefetch_related("provisions", "kinds", "fines")
        .order_by("valid_from")
    )
    return [_provision(version, fine_rule) for version in versions]


def _provision(
    item: EnforcementItem, fine_rule: Mapping[str, Any] | None
) -> dict[str, Any]:
    kinds = [PenaltyKind(row.kind) for row in item.kinds.all()]
    cited = [
        row.citation
        for row in item.provisions.all()
        if row.role == ProvisionRole.PENALTY
    ]
    found: dict[str, Any] = {
        "id": f"{item.code}@{item.valid_from}",
        "line": item.code,
        "citation": "、".join(cited),
        "from": item.valid_from.isoformat(),
        "until": exclusive(item.valid_until),
        "kinds": [kind.value for kind in sorted(kinds, key=lambda k: k.severity)],
        "subject": PARTIES[Subject(item.subject)],
        "requires_prior_correction": item.requires_prior_correction,
    }
    if PenaltyKind.FINE not in kinds:
        return found
    rule = fine_rule or brackets([bracket_of(row) for row in item.fines.all()])
    return found | ({"fine_rule": rule} if rule else _fine(item))


def _fine(item: EnforcementItem) -> dict[str, Any]:
    if item.fine_base != FineBase.FIXED or item.fine_max is None:
        reason = f"事项目录没有写明{item.name}的罚款幅度，请补充目录，或者由人工确定"
        raise Unanswerable("provisions", reason, RANGE)
    return {"min_fen": item.fine_min or 0, "max_fen": item.fine_max}


def thresholds(field: str, here: Here) -> list[dict[str, Any]]:
    """Give the amounts of the place that open a hearing, a review or a panel."""
    place = Place(here.path, field)
    return [
        _threshold(row)
        for gate in Gate
        for row in in_force(gate, here.decision_on, place)
    ]


def _threshold(row: Threshold) -> dict[str, Any]:
    return {
        "id": row.code,
        "gate": row.kind,
        "subject": PARTIES[Subject(row.subject)],
        "measure": row.measure,
        "amount_fen": row.amount,
        "inclusive": row.inclusive,
        "depth": row.division.path.count("/") + 1 if row.division else 0,
        "field": row.field,
        "from": row.valid_from.isoformat(),
        "until": exclusive(row.valid_until),
        "source": row.basis,
    }


def parameters(field: str, here: Here) -> dict[str, Any]:
    """Give the numbers that the place set for itself."""

    def of(name: str) -> int:
        return parameter(name, here.decision_on, here.division, field)

    return {
        "split": [_share(of("lighten_percent")), _share(of("heavier_percent"))],
        "point": _share(of("proposal_percent")),
        "floor_ratio": _share(of("mitigation_floor_percent")),
        "round_to_fen": of("fine_rounding") * FEN,
        "old_benchmark_if_lighter": of("old_benchmark_if_lighter") > 0,
    }


def _share(percent: int) -> str:
    whole, hundredths = divmod(percent, 100)
    return f"{whole}.{hundredths:02d}"
