"""Watching many cases at once: those touched since a mark, or the whole city.

Deadlines pass without anybody writing, so the city is asked once a day. Cases are
locked a batch at a time, so that the door and the sweep never raise the same twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar

from django.db import Error, connection, transaction
from django.db.models import Max, Min

from faheng.kernel.alerts.failures import note
from faheng.kernel.alerts.models import Finding, FindingState
from faheng.kernel.alerts.settling import clear, findings, note_events, record
from faheng.kernel.cases.models import Act, Case
from faheng.kernel.questions import asking
from faheng.kernel.questions.asked import Asked
from faheng.kernel.questions.asking import Hit
from faheng.kernel.questions.binding import (
    CITY,
    NEAR_TOUCHED,
    RANGE,
    TOUCHED,
    Focus,
)
from faheng.kernel.questions.compiling import not_compiled
from faheng.kernel.questions.declare import QUESTIONS, Scope

T = TypeVar("T")

BATCH = 2_000
"""Cases of the city that are locked together."""

CHUNK = 5_000
CHAIN = "findings"


@dataclass(frozen=True)
class Swept:
    """What came of a sweep.

    Attributes:
        mark: the last act that was looked at; the next sweep goes on from it.
        failed: questions that could not be asked.
    """

    raised: int = 0
    cleared: int = 0
    mark: int = 0
    failed: tuple[str, ...] = ()

    def plus(self, other: Swept) -> Swept:
        """Add up two sweeps."""
        return Swept(
            self.raised + other.raised,
            self.cleared + other.cleared,
            max(self.mark, other.mark),
            tuple(dict.fromkeys(self.failed + other.failed)),
        )


def watch_touched(since_act: int, at: datetime) -> Swept:
    """Ask every rule of the cases in which somebody acted after an act.

    Rules wider than a case widen what is asked about: a case that shares a party, an
    officer, an organ or whatever the rule says with a touched one is asked about too.
    """
    upto = Act.objects.aggregate(last=Max("pk"))["last"] or since_act
    if upto == since_act:
        return Swept(mark=upto)
    asked = Asked(since_act, upto, at)
    done = _sweep(asked, TOUCHED).plus(_wide(asked, NEAR_TOUCHED))
    return done.plus(Swept(mark=upto))


def watch_city(at: datetime, advance: Callable[[int], None] | None = None) -> Swept:
    """Ask every rule of every case and of every organ.

    Args:
        at: when.
        advance: is told after each batch how many cases it had.
    """
    ends = Case.objects.aggregate(first=Min("pk"), last=Max("pk"))
    first, last = ends["first"] or 0, ends["last"] or 0
    done = Swept()
    for begin in range(first, last + 1, BATCH):
        end = min(begin + BATCH - 1, last)
        done = done.plus(_sweep(Asked(begin, end, at), RANGE))
        if advance:
            advance(end - begin + 1)
    return done.plus(_wide(Asked(first, last, at), CITY))


@transaction.atomic
def _sweep(asked: Asked, focus: Focus) -> Swept:
    """Ask the narrow rules of the cases in a focus, which stay locked meanwhile."""
    scopes = {question.scope for question in QUESTIONS if focus.asks(question)}
    about = {scope: asking.cases(asked, focus, scope) for scope in scopes}
    cases = _locked(set().union(*about.values()))
    found, failed = _ask(asked, focus)

    def heard(one: Finding) -> bool:
        return one.case_id in about[_scope(one)] and _answered(one, failed)

    return _settle(asked, focus, found, _Now(_open(cases), cases, failed, heard))


@transaction.atomic
def _wide(asked: Asked, focus: Focus) -> Swept:
    """Ask the rules that the door does not ask; nobody else raises such findings."""
    found, failed = _ask(asked, focus)
    questions = [question for question in QUESTIONS if focus.asks(question)]
    scopes = {question.key: question.scope for question in questions}
    about = {scope: _about(asked, focus, scope) for scope in set(scopes.values())}
    rows = Finding.objects.filter(code__in=scopes, cleared_at__isnull=True)
    cases = _locked({hit.case_id for hit in found} - {0})

    def heard(one: Finding) -> bool:
        near = about[scopes[one.code]]
        return _answered(one, failed) and (near is None or near.holds(one))

    return _settle(asked, focus, found, _Now(list(rows), cases, failed, heard))


@dataclass(frozen=True)
class _Near:
    """The cases that a scope's rules tell of, and the organs of these."""

    cases: set[int]
    organs: set[int]

    def holds(self, one: Finding) -> bool:
        """Tell whether a finding is about one of them."""
        if one.case_id is None:
            return one.organ_id in self.organs
        return one.case_id in self.cases


def _about(asked: Asked, focus: Focus, scope: Scope) -> _Near | None:
    """Return what a scope's rules tell of; nothing where it is everything."""
    if focus.whole or scope.is_all:
        return None
    cases = asking.cases(asked, focus, scope)
    organs: set[int] = set()
    for some in _chunks(cases):
        rows = Case.objects.filter(pk__in=some).order_by()
        organs |= set(rows.values_list("organ", flat=True).distinct())
    return _Near(cases, organs)


@dataclass(frozen=True)
class _Now:
    """How things stand: open findings, their cases, what failed, what was asked."""

    known: list[Finding]
    cases: dict[int, Case]
    failed: set[str]
    heard: Callable[[Finding], bool]


def _settle(asked: Asked, focus: Focus, found: set[Hit], standing: _Now) -> Swept:
    known = {_key(one) for one in standing.known}
    now = {_place(hit): hit for hit in found}
    gone = [o for o in standing.known if _key(o) not in now and standing.heard(o)]
    new = [hit for place, hit in now.items() if place not in known]
    made = findings(new, standing.cases, asked, focus)
    raised = Finding.objects.bulk_create(made, batch_size=1000)
    note_events(raised, FindingState.RAISED, asked.at)
    for some in _chunks(gone):
        clear(some, asked.at)
    if raised or gone:
        record(CHAIN, raised, gone, asked.at)
    return Swept(len(raised), len(gone), failed=tuple(sorted(standing.failed)))


def _ask(asked: Asked, focus: Focus) -> tuple[set[Hit], set[str]]:
    """Ask all together; one by one where that failed, so that the sound are heard."""
    try:
        with transaction.atomic():
            return asking.hits(asked, focus), set(not_compiled(connection.vendor))
    except Error:
        return _ask_each(asked, focus)


def _ask_each(asked: Asked, focus: Focus) -> tuple[set[Hit], set[str]]:
    found: set[Hit] = set()
    failed = set(not_compiled(connection.vendor))
    sound = [q for q in QUESTIONS if q.key not in failed]
    for question in [q for q in sound if focus.asks(q)]:
        try:
            with transaction.atomic():
                found |= asking.hits_of(question.key, asked, focus)
        except Error as failure:
            failed.add(question.key)
            note(question.key, None, asked.at, failure)
    return found, failed


_Key = tuple[int, int, str, int]


def _key(one: Finding) -> _Key:
    case = one.case_id or 0
    return case, 0 if case else one.organ_id, one.code, one.row


def _place(hit: Hit) -> _Key:
    return hit.case_id, 0 if hit.case_id else hit.organ_id, hit.code, hit.row


def _scope(one: Finding) -> Scope:
    """Return the scope of a finding's rule; derived ones are of their case."""
    question = QUESTIONS.get(one.code)
    narrow = question is not None and question.scope.at_the_door
    return question.scope if question and narrow else Scope.CASE


def _answered(one: Finding, failed: set[str]) -> bool:
    """Tell whether a finding's rule could be asked; a family speaks for any code."""
    if one.code in QUESTIONS:
        return one.code not in failed
    return not any(QUESTIONS[key].family for key in failed)


def _open(cases: Iterable[int]) -> list[Finding]:
    """Return the open findings that the narrow rules answer for."""
    wide = [q.key for q in QUESTIONS if not q.scope.at_the_door]
    rows = Finding.objects.filter(cleared_at__isnull=True).exclude(code__in=wide)
    return [one for some in _chunks(cases) for one in rows.filter(case__in=some)]


def _locked(keys: Iterable[int]) -> dict[int, Case]:
    rows = Case.objects.select_for_update(of=("self",)).order_by("pk")
    found: dict[int, Case] = {}
    for some in _chunks(sorted(keys)):
        found |= {case.pk: case for case in rows.filter(pk__in=some)}
    return found


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    left = iter(things)
    while some := list(islice(left, CHUNK)):
        yield some
