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

# Name, number, unit.
PARAMETERS = (
    ("answer_days", 5, "working_days"),
    ("file_days", 15, "working_days"),
    ("review_days", 7, "working_days"),
    ("close_days", 15, "working_days"),
    ("archive_days", 30, "days"),
    ("push_days", 1, "working_days"),
    ("record_hours", 24, "hours"),
    ("av_upload_hours", 24, "hours"),
    ("followup_days", 10, "working_days"),
    ("remit_days", 10, "working_days"),
    ("fix_days", 5, "working_days"),
    ("idle_days", 90, "days"),
    ("panel_quorum", 3, "people"),
    ("first_offence_years", 2, "years"),
    ("record_max_hours", 12, "hours"),
    ("gps_metres", 500, "metres"),
    ("clock_skew_hours", 2, "hours"),
)


@dataclass(frozen=True)
class ThresholdPlan:
    """A threshold that is to be."""

    code: str
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
                code=f"{kind}-{subject}-{measure}",
                kind=kind,
                subject=subject,
                measure=measure,
                amount=amount,
                basis=f"{basis}（{LOCAL}）",
            )
