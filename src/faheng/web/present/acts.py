"""现在可以做: what may be done, by whom, and why the rest may not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from faheng.kernel.cases.models import Act, Case, Clock, ClockState, Task
from faheng.kernel.cases.queries import Possible
from faheng.kernel.law.declare import Basis
from faheng.kernel.pages.names import held_by, listed, titled
from faheng.web import parts, words
from faheng.web.present.grounds import ground

KEYS = ("KeyD", "KeyS", "KeyR")
LONG_TITLE = 7
MOST_SHOWN = 6


@dataclass(frozen=True)
class Offered:
    """What can be done, one's own first, what else, and what cannot be done."""

    acts: tuple[parts.Act, ...]
    cannot: tuple[parts.Act, ...]
    more: tuple[parts.Act, ...] = ()


@dataclass(frozen=True)
class Standing:
    """What decides the order: clocks that press, what is waited for, what was done."""

    clocks: Sequence[Clock]
    tasks: Sequence[Task]
    taken: frozenset[tuple[int, str]] = frozenset()


def offered(
    of: Case,
    found: Sequence[Possible],
    standing: Standing,
    today: date,
) -> Offered:
    """Put the possible steps of a case in order.

    Those waited for come before by-steps and ways out, the reader's before others'.
    What is waited for and cannot be done yet stands first, with why.
    """
    waited = {(task.course_id, task.step) for task in standing.tasks}
    due = _pressing(standing.clocks)
    ordered = sorted(
        found,
        key=lambda one: (
            _rank(one, waited),
            _key(one) in standing.taken,
            _day(one, due),
        ),
    )
    held = [one for one in ordered if one.yours and one.unmet and _key(one) in waited]
    mine = [_mine(of, one, due, today) for one in ordered if one.now]
    theirs = [_theirs(one) for one in ordered if not one.yours and not one.unmet]
    cannot = [_cannot(one, today) for one in ordered if one.unmet and one not in held]
    first = [replace(_cannot(one, today), label=gettext("还不能办")) for one in held]
    leads = any(one.now and _key(one) in waited for one in ordered)
    shown = (*first, *_keyed(mine, filled=leads and not first), *theirs)
    return Offered(shown[:MOST_SHOWN], tuple(cannot), shown[MOST_SHOWN:])


def _rank(one: Possible, waited: set[tuple[int, str]]) -> tuple[bool, ...]:
    return _key(one) not in waited, one.track is not None, one.step.aside


def _day(one: Possible, due: Mapping[tuple[int, str], date]) -> date:
    return _last_day(one, due) or date.max


def _key(one: Possible) -> tuple[int, str]:
    return one.course.pk if one.course else 0, one.step.key


def taken(found: Sequence[Act]) -> frozenset[tuple[int, str]]:
    """Which steps were taken, on which course."""
    return frozenset((act.course_id, act.step) for act in found)


def _keyed(mine: Sequence[parts.Act], *, filled: bool) -> list[parts.Act]:
    """Give the first acts their keys, and the first of all the filled button."""
    keys = (*KEYS, *[""] * len(mine))
    return [
        replace(act, key=keys[place], primary=filled and place == 0)
        for place, act in enumerate(mine)
    ]


def url_of(of: Case, one: Possible) -> str:
    """Where a possible step is taken."""
    if one.track is not None:
        return reverse("track_step", args=[of.pk, one.track.key, one.step.key])
    course = one.course.pk if one.course else 0
    return reverse("step", args=[of.pk, course, one.step.key])


def _mine(
    of: Case, one: Possible, due: Mapping[tuple[int, str], date], today: date
) -> parts.Act:
    last = _last_day(one, due)
    return parts.Act(
        title=titled(one.step),
        url=url_of(of, one),
        label=_verb(titled(one.step)),
        by="，".join(filter(None, (_beside(one), _in_time(last, today)))),
        citation=one.step.basis,
        urgent=_urgent(last, today),
    )


def _verb(title: str) -> str:
    return gettext("办理") if len(title) > LONG_TITLE else title


def _theirs(one: Possible) -> parts.Act:
    return parts.Act(
        title=titled(one.step),
        by=_beside(one),
        who=_who(one),
        citation=one.step.basis,
    )


def _cannot(one: Possible, today: date) -> parts.Act:
    problem = one.unmet[0]
    more = (
        gettext("（还有 %(unmet)s 项）") % {"unmet": len(one.unmet) - 1}
        if len(one.unmet) > 1
        else ""
    )
    mend = f"。{problem.mend}" if problem.mend else ""
    basis: Basis | None = ground(problem.basis, today)
    return parts.Act(
        title=titled(one.step),
        why=f"{problem.sentence}{more}{mend}",
        citation=basis,
        who="" if one.yours else _who(one),
    )


def _who(one: Possible) -> str:
    """Who may take a step; the kernel names its roles in Chinese."""
    roles = "、".join(role.title for role in one.step.roles)
    people = one.who.removeprefix(roles)
    return held_by(listed(titled(role) for role in one.step.roles), people)


def _beside(one: Possible) -> str:
    """Name the track that it belongs to or would begin."""
    if one.track is not None:
        return gettext("开始%(track)s") % {"track": titled(one.track)}
    if one.course is not None and one.course.track:
        number = one.course.ordinal
        return (
            gettext("并行程序之%(number)s") % {"number": number}
            if number > 1
            else gettext("并行程序")
        )
    return ""


def _pressing(clocks: Sequence[Clock]) -> dict[tuple[int, str], date]:
    return {
        (clock.course_id, clock.term): clock.due_on
        for clock in clocks
        if clock.state == ClockState.RUNNING
    }


def _last_day(one: Possible, due: Mapping[tuple[int, str], date]) -> date | None:
    if one.course is None or one.step.aside:
        return None
    days = [due.get((one.course.pk, term.key)) for term in one.step.stops]
    return min((day for day in days if day), default=None)


def _urgent(last: date | None, today: date) -> str:
    if last is None or _far(last, today):
        return ""
    if last < today:
        return gettext("应于 %(last)s 前办") % {"last": words.month_day(last)}
    return gettext("最迟 %(last)s") % {"last": words.month_day(last)}


def _in_time(last: date | None, today: date) -> str:
    if last is None or not _far(last, today):
        return ""
    return gettext("最迟 %(last)s") % {"last": words.month_day(last)}


def _far(last: date, today: date) -> bool:
    return (last - today).days > words.SOON
