"""The shapes of what the API answers and takes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import ConfigDict, Field


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
    """What an act entered afterwards did not meet."""

    id: int
    act: int
    condition: str
    sentence: str
    basis: str
    mend: str
    watch: str
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


class RegisterOut(Named):
    """A register and its columns."""

    basis: str
    columns: list[str]


class RegisterRowOut(Schema):
    """An entry; its cells stand in the order of the columns."""

    id: int
    code: str
    cells: list[str]
    valid_from: date | None
    valid_until: date | None


class RegisterPageOut(Schema):
    """Some entries; `after` begins the next page, empty ends the list."""

    rows: list[RegisterRowOut]
    after: str


class TaskOut(Schema):
    """What waits for the reader."""

    case: int
    course: int
    step: str
    title: str
    case_title: str
    since: datetime
    due_on: date | None


class ReaderOut(Schema):
    """Who is asking, and in which roles today."""

    person: int | None
    name: str
    organ: int | None
    roles: list[dict[str, Any]]


class UploadOut(Schema):
    """A file that was taken in; steps name it by its id."""

    id: int
    name: str
    media_type: str
    size: int
    sha256: str


class TokenOut(Schema):
    """A token, without its text."""

    id: int
    label: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    used_on: date | None


class NewTokenOut(TokenOut):
    """A token with its text, which is shown this once."""

    token: str


class Given(Schema):
    """What a step is given.

    Attributes:
        values: fields by name; child rows as lists of mappings.
        occurred_at: when it happened; now, where it is left out.
        client_at: the device's clock.
        version: the course's version that was looked at; 409 if it has grown.
    """

    model_config = ConfigDict(extra="forbid")

    values: dict[str, Any] = Field(default_factory=dict)
    occurred_at: datetime | None = None
    client_at: datetime | None = None
    version: int | None = None


class Opening(Given):
    """A case to be opened; `afterwards` records what already happened."""

    procedure: str
    step: str
    organ_id: int
    afterwards: bool = False


class NewToken(Schema):
    """A token to be given out."""

    model_config = ConfigDict(extra="forbid")

    label: str = Field(min_length=1, max_length=60)
    days: int = 90
