"""What one text tells about the dates of its own statute and of others.

Each fact keeps the words that it was taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from faheng.lawbase.parser.declare import Tree
from faheng.lawbase.status import dates
from faheng.lawbase.status.declare import Basis, key
from faheng.lawbase.status.events import Event, told

DECISION = re.compile(r"关于修改《(.+)》的决定$")
SENTENCES = re.compile(r"[。\n]")
LAST = 3
# A text adopted one day and published another is one version, not two.
MOST_TO_PUBLISH = 120


@dataclass(frozen=True, slots=True)
class Beginning:
    """A day of taking effect.

    `about_on` is the day of adoption of the version meant; without it, the last
    version adopted by then is meant.
    """

    on: date
    said: str
    about_on: date | None = None
    basis: Basis = Basis.TEXT
    title: str = ""


@dataclass(frozen=True, slots=True)
class Repeal:
    """A statute that the text ends, and from which day on."""

    title: str
    on: date | None
    said: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What one text tells."""

    adopted_on: date | None = None
    adopted_basis: Basis = Basis.CLAIM
    adopted_said: str = ""
    events: tuple[Event, ...] = ()
    beginnings: tuple[Beginning, ...] = ()
    repeals: tuple[Repeal, ...] = ()
    named: frozenset[str] = frozenset()


def facts(tree: Tree, named_on: date | None = None) -> Facts:
    """Read the facts of a statute; `named_on` is the day that the file's name tells."""
    events = tuple(told(tree))
    last = max(events, key=lambda event: event.on, default=None)
    adopted_on = named_on or (last.on if last else None)
    named_day = next((event for event in events if event.on == adopted_on), None)
    earlier = tuple(event for event in events if _is_earlier(event, events, adopted_on))
    ending = "\n".join(unit.full_text for unit in tree.articles()[-LAST:])
    beginnings = tuple(_beginnings(tree, ending, adopted_on, events))
    named = {
        key(name)
        for unit in tree.walk()
        for piece in unit.pieces
        if "《" in piece.text
        for name in dates.NAMES.findall(piece.text)
    }
    return Facts(
        adopted_on,
        Basis.TEXT if named_day else Basis.CLAIM,
        named_day.said if named_day else "",
        earlier,
        beginnings,
        tuple(_repeals(ending)),
        frozenset(named),
    )


def _is_earlier(
    event: Event, events: tuple[Event, ...], adopted_on: date | None
) -> bool:
    """Whether an event proves a version before the text's own."""
    if adopted_on is None or event.on >= adopted_on:
        return False
    own = any(one.on == adopted_on and one.changed for one in events)
    last = max(one.on for one in events if one.on < adopted_on)
    published = (adopted_on - event.on).days <= MOST_TO_PUBLISH
    if published and event.on == last and not own:
        return False
    return event.changed or event.on == min(one.on for one in events)


def _beginnings(
    tree: Tree, ending: str, adopted_on: date | None, events: tuple[Event, ...]
) -> Iterator[Beginning]:
    """The days of taking effect that the last articles and the dates tell."""
    decision = DECISION.search(tree.title)
    about = (adopted_on, Basis.DECISION, decision[1]) if decision else None
    for sentence in SENTENCES.split(ending):
        for day in dates.effective_days(sentence):
            yield Beginning(day, sentence)
            if about:
                yield Beginning(day, sentence, *about)
        first = min((event.on for event in events), default=adopted_on)
        if adopted_on and adopted_on == first and dates.AT_ONCE.search(sentence):
            yield Beginning(adopted_on, sentence, adopted_on)
    for line in tree.dates:
        start = dates.is_start(line.text)
        if start:
            yield Beginning(start, line.text)


def _repeals(ending: str) -> Iterator[Repeal]:
    """The statutes that the last articles repeal."""
    days = dates.effective_days(ending)
    on = max(days, default=None)
    for sentence in SENTENCES.split(ending):
        for title in dates.repealed_titles(sentence):
            yield Repeal(key(title), on, sentence)
