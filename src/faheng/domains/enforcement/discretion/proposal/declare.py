"""What a proposal is: its steps in order, what it may end in, and its rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from faheng.domains.enforcement.discretion.reading import Given

Row = dict[str, Any]
"""One step as it is kept: step, input, rule, article, output."""

Found = tuple[str, Row]
"""The article a step rested on, and its output."""

Step = Callable[[Given], Found]


class Outcome(StrEnum):
    """What a proposal ends in."""

    PUNISH = "punish"
    NO_VIOLATION = "no_violation"
    OUT_OF_TIME = "out_of_time"
    REFER = "refer"
    NO_PENALTY = "no_penalty"
    WAIVED = "waived"
    CORRECT_FIRST = "correct_first"

    @property
    def label(self) -> str:
        """The outcome as a page names it."""
        return _TITLES[self]


_TITLES = {
    Outcome.PUNISH: "给予处罚",
    Outcome.NO_VIOLATION: "不再是违法行为，不予处罚",
    Outcome.OUT_OF_TIME: "超过追责时效，不予处罚",
    Outcome.REFER: "涉嫌犯罪，移送司法机关",
    Outcome.NO_PENALTY: "依法不予处罚",
    Outcome.WAIVED: "初次违法轻微并改正，不予处罚",
    Outcome.CORRECT_FIRST: "先责令改正，逾期不改正的再予处罚",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the engine proposes, with every step that led to it.

    Attributes:
        fine_fen: the fine; nought where none is proposed.
        kinds: kinds of penalty proposed, the lighter first.
        low_fen: lower statutory bound; None where no fine was weighed.
        high_fen: upper statutory bound.
        part: the part of the range the fine was chosen in: low_fen, high_fen,
            low_open, high_open.
        confiscate_fen: gains to be confiscated.
        gates: what must be passed before the decision.
        reasons: sentences for the decision, in Chinese.
        set_aside: facts that did not count, having no evidence.
        rows: the fourteen steps.
    """

    outcome: Outcome
    fine_fen: int
    kinds: tuple[str, ...]
    low_fen: int | None
    high_fen: int | None
    part: Mapping[str, Any] | None
    tier: str | None
    direction: str | None
    confiscate_fen: int
    gates: Mapping[str, Any]
    reasons: str
    set_aside: tuple[str, ...]
    rows: tuple[Row, ...]

    def answer(self) -> Row:
        """Write it as an answer of `faheng discretion`, without its rows."""
        return {
            "outcome": self.outcome.value,
            "fine_fen": self.fine_fen,
            "kinds": list(self.kinds),
            "min_fen": self.low_fen,
            "max_fen": self.high_fen,
            "part": self.part,
            "tier": self.tier,
            "direction": self.direction,
            "confiscate_fen": self.confiscate_fen,
            "gates": self.gates,
            "reasons": self.reasons,
            "set_aside": list(self.set_aside),
        }

    def output(self, step: str) -> Row | None:
        """Give what a step came to; None where it was not reached."""
        return next((row["output"] for row in self.rows if row["step"] == step), None)


def canonical(rows: Sequence[Row]) -> bytes:
    """Write rows so that the same rows are the same bytes."""
    text = json.dumps(
        list(rows), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode("utf-8")
