"""What the date lines of a statute tell: its versions, and those of others.

A statute that is adopted on one day and published on a later one has one version: that
of the later day. An amending decision named by a statute proves that it also amended
the statutes in its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from faheng.lawbase.parser.declare import Tree
from faheng.lawbase.status import dates

AMENDED = re.compile(r"修改[〈<《]([^〉>》]+)[〉>》]")
DECISION = re.compile(
    r"《([^《》]*(?:修改|废止)[^《》]*(?:《[^《》]*》[^《》]*)*决定)》"
)
APPROVED_LATER = re.compile(r"[并后，]经\s*$")
PUBLISHED = re.compile(r"(?<!重新)(?:公布|发布)")
UNTIL_PUBLISHED = 366


@dataclass(frozen=True, slots=True)
class Event:
    """One date of a date line: an adoption, a publication or an amendment.

    `version_on` is the day of the version that it made; `said` are its words.
    """

    on: date
    version_on: date
    changed: bool
    published: bool
    decision: str = ""
    amended: tuple[str, ...] = ()
    said: str = ""


def happened(tree: Tree, adopted_on: date) -> list[Event]:
    """The events up to the version that a text is, each with the version it made."""
    known = sorted(told(tree), key=lambda one: one.on)
    events = [one for one in known if one.on <= adopted_on]
    if events:
        events[-1] = _until(events[-1], adopted_on)
    found: list[Event] = []
    for place, event in enumerate(events):
        later = events[place + 1] if place + 1 < len(events) else None
        if later and _only_publishes(event, later):
            event = replace(event, version_on=later.version_on)
        if found and _only_publishes(events[place - 1], event):
            continue
        found.append(event)
    return found


def last_day(tree: Tree) -> date | None:
    """The day of the version that a text is, as its lines tell."""
    return max((one.on for one in told(tree)), default=None)


def _until(event: Event, adopted_on: date) -> Event:
    """The last event made the version of the text, unless it is far from its day."""
    near = (adopted_on - event.on).days <= UNTIL_PUBLISHED
    if near and not event.published and not event.decision:
        return replace(event, version_on=adopted_on)
    return event


def _only_publishes(event: Event, later: Event) -> bool:
    """Whether an event publishes what the one before adopted."""
    return (
        not event.published
        and not event.decision
        and later.published
        and not later.changed
        and (later.on - event.on).days <= UNTIL_PUBLISHED
    )


def told(tree: Tree) -> Iterator[Event]:
    """The events that the lines under the title tell, one for each date in them.

    What is adopted, "and approved on" a later day, is one event, of that day.
    """
    for line in tree.dates:
        places = [matched.start() for matched in dates.DATED.finditer(line.text)]
        for start, end in zip_longest(places, places[1:]):
            words = line.text[start:end]
            day = dates.first_day(words)
            if day and dates.EVENT.search(words) and not APPROVED_LATER.search(words):
                yield _event(day, words)


def _event(day: date, words: str) -> Event:
    """The event of a date and the words up to the next one."""
    decision = DECISION.search(words)
    return Event(
        day,
        day,
        bool(dates.CHANGE.search(words)),
        bool(PUBLISHED.search(words)),
        _plain(decision.group(1)) if decision else "",
        tuple(AMENDED.findall(words)),
        words.strip(" 　（）()，,、；;"),
    )


def _plain(decision: str) -> str:
    """A decision's title without the brackets that each source prints its own way."""
    return re.sub(r"[〈〉<>《》\s]", "", decision)
