"""What the parts of a page take: one frozen value for each template in `web/parts/`.

A view fills them, `{% include "web/parts/clock.html" with clock=… %}` shows them. They
know no kernel: whoever builds a page says what its rows look like.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.utils.functional import Promise

from faheng.kernel.clocks.declare import Cell as DayCell
from faheng.kernel.law.declare import Basis

Tone = Literal["late", "soon", "hint", "paused", "done"]


@dataclass(frozen=True)
class Link:
    """A word that leads somewhere: crumbs, fixes, next steps."""

    title: str | Promise
    url: str = ""
    icon: str = ""
    key: str = ""
    primary: bool = False


@dataclass(frozen=True)
class LedgerLine:
    """One line of how a date was computed; `missing` names the paper it lacks."""

    title: str
    text: str
    figure: str = ""
    tone: Tone | Literal[""] = ""
    citation: Basis | None = None
    missing: str = ""
    total: bool = False


@dataclass(frozen=True)
class Clock:
    """A deadline: what is left, its last day, its ground, and how it was computed."""

    title: str
    state: Literal["running", "paused", "stopped", "lapsed"] = "running"
    left: int | None = None
    unit: Literal["days", "working_days", "hours"] = "days"
    due_on: date | None = None
    provisional: bool = False
    citation: Basis | None = None
    note: str = ""
    effect: str = ""
    url: str = ""
    key: str = ""
    days: tuple[DayCell, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()


@dataclass(frozen=True)
class Stage:
    """A stage on the main line; skipped ones are named, not dropped."""

    title: str
    state: Literal["done", "now", "next", "skipped"] = "next"
    note: str = ""
    url: str = ""


@dataclass(frozen=True)
class Act:
    """Something that can be done now, by whom and on what ground.

    `who` names the person it is for when it is not the reader; `why` says why it is not
    possible, and then there is no `url`.
    """

    title: str
    url: str = ""
    label: str = ""
    by: str = ""
    who: str = ""
    why: str = ""
    citation: Basis | None = None
    urgent: str = ""
    key: str = ""
    primary: bool = False


@dataclass(frozen=True)
class Finding:
    """What is wrong, with what consequence, on what ground, and how to mend it.

    Attributes:
        says: what the rule finds, as a sentence.
        facts: what was found, each with its title.
        url: its own page, where it has one.
        answer_url: where it is explained or disputed, by who may.
    """

    title: str
    tone: Tone = "late"
    consequence: str = ""
    citation: Basis | None = None
    fixes: tuple[Link, ...] = ()
    says: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    url: str = ""
    answer_url: str = ""
    since: date | None = None
    state: str = ""
    said: str = ""
    fresh: bool = False


@dataclass(frozen=True)
class Thumb:
    """A piece of evidence as a small picture."""

    title: str
    url: str = ""
    picture: str = ""
    icon: str = "file-text"
    corner: str = ""
    purpose: str = ""
    tone: Tone | Literal[""] = ""
    warning: str = ""


@dataclass(frozen=True)
class LogEntry:
    """An entry of the record; `recorded_at` when it was entered later than it happened."""

    at: datetime
    title: str
    person: str = ""
    text: str = ""
    said: str = ""
    weight: Literal["", "big", "warn"] = ""
    recorded_at: datetime | None = None
    citation: Basis | None = None
    url: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table; `leaves` on a narrow screen before figures do."""

    title: str | Promise
    numeric: bool = False
    leaves: bool = False


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: a word, perhaps a link, perhaps marked."""

    text: str
    url: str = ""
    tone: Tone | Literal[""] = ""
    note: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table; `missing` tints it, `url` is where Enter leads."""

    cells: tuple[Cell, ...]
    url: str = ""
    missing: bool = False


@dataclass(frozen=True)
class Empty:
    """Why there is nothing: what was looked at, why it is empty, what comes next."""

    title: str
    text: str = ""
    icon: str = "inbox"
    looked_at: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Pager:
    """A long list read by cursor: where one is, and the neighbours."""

    shown: str = ""
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True)
class PaperFace:
    """A paper as it will be printed, small."""

    organ: str
    title: str
    number: str = ""
    addressee: str = ""
    paragraphs: tuple[str, ...] = ()
    on: date | None = None
    sealed: bool = False
    state: Literal["draft", "issued", "served", "revoked"] = "draft"


@dataclass(frozen=True)
class WorkItem:
    """A row of the work list."""

    title: str
    url: str
    left: int | None
    due_on: date | None
    unit: Literal["days", "working_days", "hours"] = "days"
    paused: bool = False
    used_percent: int = 0
    number: str = ""
    subject: str = ""
    tag: str = ""
    stage: str = ""
    stage_before: str = ""
    track: str = ""
    finding: str = ""
    finding_tone: Tone = "late"
    citation: Basis | None = None
    act_label: str = ""
    act_url: str = ""
    current: bool = False


@dataclass(frozen=True)
class LoadDay:
    """One day of the strip over the work list: how much falls due."""

    on: date
    rest: bool = False
    today: bool = False
    past: bool = False
    tones: tuple[Literal["l", "s", ""], ...] = ()
    url: str = ""
