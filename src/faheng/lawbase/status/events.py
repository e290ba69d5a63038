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

from faheng.lawbase.parser.declare import Tree
from faheng.lawbase.status import dates

AMENDED = re.compile(r"修改[〈<《]([^〉>》]+)[〉>》]")
DECISION = re.compile(
    r"《([^《》]*(?:修改|废止)[^《》]*(?:《[^《》]*》[^《》]*)*决定)》"
)
PUBLISHED = re.compile(r"(?<!重新)(?:公布|发布)")
UNTIL_PUBLISHED = 366


@dataclass(frozen=True, slots=True)
class Event:
    """One date line: an adoption, a publication or an amendment."""

    on: date
    version_on: date
    changed: bool
    published: bool
    decision: str = ""
    amended: tuple[str, ...] = ()


def happened(tree: Tree, adopted_on: date) -> list[Event]:
    """The events up to the version that a text is, each with the version it made."""
    told = sorted(_events(tree), key=lambda one: one.on)
    events = [one for one in told if one.on <= adopted_on]
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
    return max((one.on for one in _events(tree)), default=None)


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


def _events(tree: Tree) -> Iterator[Event]:
    """The date lines that tell of an event."""
    for line in tree.dates:
        day = dates.first_day(line.text)
        if day and dates.EVENT.search(line.text):
            decision = DECISION.search(line.text)
            yield Event(
                day,
                day,
                bool(dates.CHANGE.search(line.text)),
                bool(PUBLISHED.search(line.text)),
                _plain(decision.group(1)) if decision else "",
                tuple(AMENDED.findall(line.text)),
            )


def _plain(decision: str) -> str:
    """A decision's title without the brackets that each source prints its own way."""
    return re.sub(r"[〈〉<>《》\s]", "", decision)
