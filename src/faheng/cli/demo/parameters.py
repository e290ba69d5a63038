"""The demo city's own thresholds and parameters, each an example and not law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

FEN = 100
WAN = 10_000 * FEN
LOCAL = "演示城市自定参数，非法定数额"

# What opens it, for whom, from how many fen.
AMOUNTS = (
    ("hearing", "citizen", 5_000 * FEN, "参照省级听证规定的常见数额"),
    ("hearing", "organisation", 10 * WAN, "参照省级听证规定的常见数额"),
    ("review", "citizen", 1 * WAN, "重大执法决定法制审核目录"),
    ("review", "organisation", 10 * WAN, "重大执法决定法制审核目录"),
    ("panel", "citizen", 5 * WAN, "重大案件集体讨论办法"),
    ("panel", "organisation", 50 * WAN, "重大案件集体讨论办法"),
)
MEASURES = ("fine", "gains", "goods")

# Numbers that the city sets for itself, by the names of the domain's parameters.
OWN_NUMBERS = {
    "answer_days": 5,
    "filing_days": 2,
    "file_days": 10,
    "review_days": 5,
    "close_days": 10,
    "archive_days": 30,
    "publish_days": 7,
    "panel_quorum": 3,
    "idle_days": 60,
    "first_offence_years": 2,
}


@dataclass(frozen=True)
class ThresholdPlan:
    """A threshold that is to be."""

    kind: str
    subject: str
    measure: str
    amount: int
    basis: str


def thresholds() -> Iterator[ThresholdPlan]:
    """Every threshold: one for each measure of an amount."""
    for kind, subject, amount, basis in AMOUNTS:
        for measure in MEASURES:
            yield ThresholdPlan(
                kind=kind,
                subject=subject,
                measure=measure,
                amount=amount,
                basis=f"{basis}（{LOCAL}）",
            )
