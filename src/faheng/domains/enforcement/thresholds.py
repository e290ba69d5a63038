"""When a hearing, a legal review or a panel is due: by nature, and by amount.

The amounts are local and dated: ``Threshold`` rows. The natures are the law's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from faheng.domains.enforcement.kinds import Gate, Measure, PenaltyKind, Subject
from faheng.domains.enforcement.registers import Threshold
from faheng.kernel.law.declare import Citation
from faheng.kernel.parties.declare import within
from faheng.lib.text import yuan
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

HEARD_BY_NATURE = {
    PenaltyKind.DOWNGRADE: PENALTY_LAW.article(63, 1, 3),
    PenaltyKind.REVOKE_LICENCE: PENALTY_LAW.article(63, 1, 3),
    PenaltyKind.STOP_BUSINESS: PENALTY_LAW.article(63, 1, 4),
    PenaltyKind.CLOSE: PENALTY_LAW.article(63, 1, 4),
    PenaltyKind.BAR_FROM_WORK: PENALTY_LAW.article(63, 1, 4),
}
"""Kinds of penalty that open a hearing whatever the amount."""

BY_AMOUNT = {
    (Gate.HEARING, Measure.FINE): PENALTY_LAW.article(63, 1, 1),
    (Gate.HEARING, Measure.GAINS): PENALTY_LAW.article(63, 1, 2),
    (Gate.HEARING, Measure.GOODS): PENALTY_LAW.article(63, 1, 2),
    (Gate.REVIEW, Measure.FINE): PENALTY_LAW.article(58, 1),
    (Gate.REVIEW, Measure.GAINS): PENALTY_LAW.article(58, 1),
    (Gate.REVIEW, Measure.GOODS): PENALTY_LAW.article(58, 1),
    (Gate.PANEL, Measure.FINE): PENALTY_LAW.article(57, 2),
    (Gate.PANEL, Measure.GAINS): PENALTY_LAW.article(57, 2),
    (Gate.PANEL, Measure.GOODS): PENALTY_LAW.article(57, 2),
}


@dataclass(frozen=True, slots=True)
class Sanction:
    """What is about to be decided; amounts in fen.

    Attributes:
        was_heard: whether a hearing was held, which calls for a legal review.
        is_major: whether somebody judged it a major violation.
    """

    subject: Subject
    fine: int = 0
    gains: int = 0
    goods: int = 0
    kinds: frozenset[PenaltyKind] = frozenset()
    is_complex: bool = False
    is_major: bool = False
    touches_public_interest: bool = False
    was_heard: bool = False

    def amount(self, measure: Measure) -> int:
        """Give the amount that is measured."""
        return {
            Measure.FINE: self.fine,
            Measure.GAINS: self.gains,
            Measure.GOODS: self.goods,
        }[measure]


@dataclass(frozen=True, slots=True)
class Place:
    """Where and in which field it is decided: what picks the local amounts."""

    division_path: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is due: one sentence, its article, and the amount if any."""

    sentence: str
    basis: Citation
    threshold: Threshold | None = None


def required(
    gate: Gate, sanction: Sanction, *, on: date, place: Place
) -> Ground | None:
    """Say why the gate must be passed before this decision; None if it need not."""
    return next(iter(grounds(gate, sanction, on=on, place=place)), None)


def grounds(
    gate: Gate, sanction: Sanction, *, on: date, place: Place
) -> tuple[Ground, ...]:
    """Say everything for which the gate must be passed, natures before amounts."""
    rows = in_force(gate, on, place)
    by_amount = (
        _by_amount(gate, measure, sanction, rows)
        for measure in Measure
        if sanction.amount(measure) > 0
    )
    return (*_BY_NATURE[gate](sanction), *(found for found in by_amount if found))


def in_force(gate: Gate, on: date, place: Place) -> list[Threshold]:
    """Give the amounts that apply in a place, the most special and newest first."""
    rows = (
        Threshold.objects
        .on(on)
        .filter(Q(field="") | Q(field=place.field), kind=gate)
        .select_related("division")
    )
    here = [
        row
        for row in rows
        if row.division is None or within(place.division_path, row.division.path)
    ]
    return sorted(here, key=_speciality, reverse=True)


def is_reached(threshold: Threshold, amount: int) -> bool:
    """Tell whether an amount reaches a threshold: 以上 or 超过."""
    if threshold.inclusive:
        return amount >= threshold.amount
    return amount > threshold.amount


def _speciality(row: Threshold) -> tuple[int, bool, bool, date]:
    depth = row.division.path.count("/") + 1 if row.division else 0
    return depth, bool(row.field), row.subject != Subject.ANY, row.valid_from


def _by_amount(
    gate: Gate, measure: Measure, sanction: Sanction, rows: Iterable[Threshold]
) -> Ground | None:
    meant = {Subject.ANY, sanction.subject}
    # Only the most special and newest row speaks; a lower general one is silent.
    row = next((r for r in rows if r.measure == measure and r.subject in meant), None)
    if row is None or not is_reached(row, sanction.amount(measure)):
        return None
    word = "达到" if row.inclusive else "超过"
    sentence = f"{measure.label}{yuan(sanction.amount(measure))}元，{word}"
    sentence += f"{gate.label}门槛{yuan(row.amount)}元（{row.basis}）"
    return Ground(sentence, BY_AMOUNT[gate, measure], row)


def _hearing(sanction: Sanction) -> list[Ground]:
    return [
        Ground(f"拟{kind.label}，当事人有权要求听证", HEARD_BY_NATURE[kind])
        for kind in PenaltyKind
        if kind in sanction.kinds and kind in HEARD_BY_NATURE
    ]


def _review(sanction: Sanction) -> list[Ground]:
    asked = (
        (sanction.touches_public_interest, "涉及重大公共利益", 1),
        (sanction.was_heard, "直接关系重大权益且经过听证程序", 2),
        (sanction.is_complex, "案件情况疑难复杂，涉及多个法律关系", 3),
    )
    return [
        Ground(f"{why}，决定前须经法制审核", PENALTY_LAW.article(58, 1, item))
        for holds, why, item in asked
        if holds
    ]


def _panel(sanction: Sanction) -> list[Ground]:
    asked = (
        (sanction.is_complex, "情节复杂"),
        (sanction.is_major, "违法行为重大"),
    )
    return [
        Ground(f"{why}，由行政机关负责人集体讨论决定", PENALTY_LAW.article(57, 2))
        for holds, why in asked
        if holds
    ]


_BY_NATURE = {Gate.HEARING: _hearing, Gate.REVIEW: _review, Gate.PANEL: _panel}
