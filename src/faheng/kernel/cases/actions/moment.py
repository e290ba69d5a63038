"""What comes to the door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from faheng.kernel.cases.errors import NotYours
from faheng.kernel.cases.models import CaseFile, Course, Door
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.declare import Step
from faheng.kernel.record.actions import Times


@dataclass(frozen=True)
class Moment:
    """When something happened and when it is being recorded.

    Attributes:
        now: the server's clock, read by the surface.
        happened_at: as entered; the same as now when not given.
        client_at: the device's clock, where there is one.
    """

    now: datetime
    happened_at: datetime | None = None
    client_at: datetime | None = None

    @property
    def occurred_at(self) -> datetime:
        """Return when it happened."""
        return self.happened_at or self.now

    @property
    def times(self) -> Times:
        """Return the three times for the record."""
        return Times(self.occurred_at, self.now, self.client_at)


@dataclass(frozen=True)
class Request:
    """One step that somebody wants to take on one course.

    Attributes:
        file: the case file of a course that this step opens, not yet written.
    """

    viewer: Viewer
    course: Course
    step: Step
    values: Mapping[str, Any]
    moment: Moment
    entrance: Door
    version: int | None = None
    file: CaseFile | None = None

    @property
    def actor_id(self) -> int:
        """Return who acts.

        Raises:
            NotYours: nobody does; only people take steps.
        """
        if self.viewer.person_id is None:
            raise NotYours
        return self.viewer.person_id

    @property
    def lenient(self) -> bool:
        """Tell whether it records what already happened."""
        return self.entrance == Door.AFTERWARDS
