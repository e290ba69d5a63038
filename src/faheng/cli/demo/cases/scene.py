"""One step of one case of the demo, at the moment when it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from random import Random
from typing import Any

from faheng.cli.demo.cases.matters import Matter
from faheng.kernel.cases.models import Case
from faheng.kernel.procedures.declare import Procedure, Step
from faheng.lib.workdays import WorkCalendar


@dataclass
class Scene:
    """One step of one case, at the moment when it is filled in.

    Attributes:
        now: when it is recorded.
        number: a number that no other step of the demo has.
        day: the day the demo is about.
        seen: when officers saw what the case is about.
    """

    matter: Matter
    procedure: type[Procedure]
    step: Step
    case: Case | None
    at: datetime
    now: datetime
    luck: Random
    calendar: WorkCalendar
    number: int
    day: date
    seen: datetime

    @property
    def on(self) -> date:
        """The day of the step."""
        return self.at.date()

    @property
    def words(self) -> dict[str, Any]:
        """What texts are made of."""
        return {
            **self.matter.words,
            "number": f"{self.number:06d}",
            "digest": sha256(str(self.number).encode()).hexdigest(),
            "title": self.step.title,
            "on": f"{self.on.month}月{self.on.day}日",
            "time": f"{self.at:%H}时{self.at:%M}分",
            "seen": f"{self.seen.month}月{self.seen.day}日{self.seen.hour}时许",
        }
