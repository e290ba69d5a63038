"""The shapes of what the API answers and takes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import Field


class ProblemOut(Schema):
    """One thing that keeps a step from being taken."""

    sentence: str
    basis: str
    mend: str
    field: str
    key: str


class Refusal(Schema):
    """Why something was not done: 401, 403, 404, 409, 413 or 422."""

    message: str
    problems: list[ProblemOut]


REFUSED = frozenset({400, 401, 403, 404, 409, 413, 422})
"""Codes under which a `Refusal` is answered."""


class Named(Schema):
    """A key with its title."""

    key: str
    title: str


class OrganOut(Schema):
    """An organ."""

    id: int
    name: str


class CaseOut(Schema):
    """A case as a list shows it."""

    id: int
    number: str
    title: str
    procedure: Named
    stage: Named
    organ: OrganOut
    party: str
    matter: str
    opened_on: date
    ended_on: date | None


class CasePageOut(Schema):
    """Some cases; `after` begins the next page, null ends the list."""

    rows: list[CaseOut]
    after: int | None


class CourseOut(Schema):
    """The main line (empty track) or a track beside it."""

    id: int
    track: str
    ordinal: int
    procedure: Named
    stage: Named
    opened_at: datetime
    ended_at: datetime | None
    version: int


class ClockOut(Schema):
    """A clock; `due_on` follows from the rest."""

    id: int
    course: int
    term: str
    title: str
    of: str
    basis: str
    state: str
    start_on: date
    due_on: date
    due_at: datetime | None
    provisional: bool
    stopped_on: date | None
    lapse: str


class LineOut(Schema):
    """One line of how a last day was computed."""

    kind: str
    text: str
    days: int
    on: date


class ComputedOut(ClockOut):
    """A clock with every line of its computation; none where a paper fixed it."""

    lines: list[LineOut]


class PaperOut(Schema):
    """A paper; `pdf` is its address."""

    id: int
    course: int
    document: str
    code: str
    title: str
    number: str
    made_on: date
    state: str
    must_serve: bool
    served_on: date | None
    pdf: str


class PaperTextOut(PaperOut):
    """A paper with what it states."""

    values: dict[str, Any]


class DefectOut(Schema):
    """What an act entered afterwards did not meet; the act that mended it, if any."""

    id: int
    act: int
    field: str
    mended_by: int | None
    condition: str
    sentence: str
    basis: str
    mend: str
    watch: str
    raised_at: datetime


class FactOut(Schema):
    """Something that a rule found, under its title."""

    title: str
    value: str


class FindingOut(Schema):
    """What a rule found wrong, until it no longer is so."""

    id: int
    code: str
    severity: str
    title: str
    says: str
    basis: str
    mend: str
    facts: list[FactOut]
    about: str
    row: int
    state: str
    raised_at: datetime


class ActOut(Schema):
    """A step taken."""

    id: int
    case: int
    course: int
    seq: int
    step: Named
    actor: str
    role: str
    door: str
    stage_from: str
    stage_to: str
    occurred_at: datetime
    recorded_at: datetime
    number: str
    version: int


class FolderOut(CaseOut):
    """A case with all that lies in it."""

    courses: list[CourseOut]
    officers: list[str]
    clocks: list[ClockOut]
    papers: list[PaperOut]
    defects: list[DefectOut]
    findings: list[FindingOut]
    acts: list[ActOut]


class PossibleOut(Schema):
    """A step that might be taken, by whom, and what speaks against it."""

    step: Named
    course: int | None
    track: str
    basis: str
    who: str
    yours: bool
    now: bool
    unmet: list[ProblemOut]


class ConditionOut(Schema):
    """What must hold before a step."""

    key: str
    says: str
    basis: str
    mend: str


class StepOut(Named):
    """A declared step."""

    basis: str
    roles: list[Named]
    at: list[str]
    to: str
    opens: bool
    aside: bool
    note: str
    conditions: list[ConditionOut]
    issues: list[Named]
    serves: list[Named]
    starts: list[Named]
    stops: list[Named]
    input: dict[str, Any] = Field(description="JSON Schema of `values`")


class ProcedureOut(Named):
    """A declared procedure."""

    basis: str
    stages: list[Named]
    tracks: list[Named]
    steps: list[StepOut]


class ReadyStepOut(StepOut):
    """A step of one course, with what may be chosen in its case."""

    course: int
    version: int


class EntryOut(Schema):
    """An entry on the record of a case."""

    seq: int
    kind: str
    body: str
    leaf: str
    previous: str
    occurred_at: datetime
    recorded_at: datetime


class RecordOut(Schema):
    """A case's chain; `faults` is empty while nothing in it was changed."""

    chain: str
    entries: list[EntryOut]
    faults: list[str]


class TaskOut(Schema):
    """What waits for the reader."""

    case: int
    course: int
    step: str
    title: str
    case_title: str
    since: datetime
    due_on: date | None
