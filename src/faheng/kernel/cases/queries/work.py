"""What waits for whom: work lists, what was done, notices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, DateField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from faheng.kernel.cases.errors import Unseen
from faheng.kernel.cases.models import (
    Act,
    Case,
    CaseOfficer,
    Clock,
    ClockState,
    Notice,
    Task,
)
from faheng.kernel.cases.queries.scope import LONG, seen
from faheng.kernel.cases.taking_part import in_scope
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.declare import PROCEDURES

WORK_PAGE = 60
MOST_OTHERS = 999
"""What waits for others is counted up to here."""
_NEVER = date(9999, 12, 31)
"""Stands for "no last day" where rows are ordered."""


@dataclass(frozen=True)
class Waiting:
    """A task with the clock that presses it and what is wrong beside it.

    Attributes:
        clock: the running clock of the course whose last day is the task's.
    """

    task: Task
    clock: Clock | None = None
    running: list[Clock] = field(default_factory=list)


@dataclass(frozen=True)
class WorkPage:
    """Some of what waits, the earliest last day first.

    Attributes:
        seen: how many the pages before showed.
        after: where the next page begins; empty when there is none.
    """

    tasks: list[Task]
    seen: int = 0
    after: str = ""


def tasks(viewer: Viewer, on: date, most: int = 200) -> list[Task]:
    """Return what waits for the viewer, the earliest last day first."""
    rows = Task.objects.filter(_mine(viewer))
    ordered = rows.order_by(F("due_on").asc(nulls_last=True), "id")
    return _whole(list(ordered.values_list("pk", flat=True)[:most]))


def work_page(viewer: Viewer, after: str = "", *, of_others: bool = False) -> WorkPage:
    """Return a page of what waits for the viewer, or for others in their cases.

    Args:
        viewer: who asks.
        after: the `after` of the page before; nonsense begins anew.
        of_others: what others are to do.
    """
    rows = _of_others(viewer) if of_others else Task.objects.filter(_mine(viewer))
    keyed = rows.annotate(day=_or_never("due_on"), ripe=_or_never("ripe_on"))
    seen, place = _cursor(after)
    if place is not None:
        keyed = keyed.filter(place)
    ordered = keyed.order_by("day", "ripe", "pk").values_list("day", "ripe", "pk")
    found = list(ordered[: WORK_PAGE + 1])
    shown = found[:WORK_PAGE]
    follows = ""
    if len(found) > WORK_PAGE:
        follows = "~".join(map(str, (seen + WORK_PAGE, *shown[-1])))
    return WorkPage(_whole([pk for _, _, pk in shown]), seen, follows)


def by_last_day(viewer: Viewer) -> Mapping[date | None, int]:
    """Count what waits for the viewer by last day; None has none."""
    rows = Task.objects.filter(_mine(viewer)).order_by()
    return dict(rows.values_list("due_on").annotate(Count("pk")))


def others_count(viewer: Viewer) -> int:
    """Count what waits for others in the viewer's cases, up to `MOST_OTHERS` + 1."""
    return len(_of_others(viewer).values_list("pk")[: MOST_OTHERS + 1])


def waiting_count(viewer: Viewer) -> int:
    """Count what waits for the viewer."""
    return Task.objects.filter(_mine(viewer)).count()


def tasks_of(of: Case) -> list[Task]:
    """Return what a case waits for, the earliest last day first."""
    rows = Task.objects.filter(case=of).select_related("person", "course", "organ")
    return list(rows.order_by(F("due_on").asc(nulls_last=True), "course", "id"))


def first_task(viewer: Viewer, task_id: int) -> Task:
    """Return one task of a case in scope.

    Raises:
        Unseen: it is done already, or outside the viewer's scope.
    """
    rows = Task.objects.select_related("case__organ", "course", "organ", "person")
    found = rows.filter(pk=task_id).first()
    if found is None or not in_scope(viewer, found.case):
        raise Unseen
    return found


def waiting(found: list[Task]) -> list[Waiting]:
    """Put the pressing clock beside each task."""
    cases = {task.case_id for task in found}
    running: dict[int, list[Clock]] = {}
    open_clocks = Clock.objects.filter(case__in=cases)
    for clock in open_clocks.exclude(state=ClockState.STOPPED).order_by("due_on"):
        running.setdefault(clock.course_id, []).append(clock)
    return [
        Waiting(
            task,
            _pressing(task, running.get(task.course_id, [])),
            running.get(task.course_id, []),
        )
        for task in found
    ]


def _pressing(task: Task, running: list[Clock]) -> Clock | None:
    step = PROCEDURES[task.course.procedure].steps().get(task.step)
    stopped = {term.key for term in step.stops} if step else set()
    due = [clock for clock in running if clock.due_on == task.due_on]
    own = [clock for clock in due if clock.term in stopped]
    return next(iter(own or due), None)


def done(viewer: Viewer, most: int = 50) -> list[Act]:
    """Return the viewer's latest acts in cases still in scope."""
    known = Case.objects.filter(seen(viewer)).values("pk")
    rows = Act.objects.filter(actor=viewer.person_id, case__in=known)
    return list(rows.select_related("case", "course").order_by("-id")[:most])


def notices(viewer: Viewer, most: int = 50, after: int | None = None) -> list[Notice]:
    """Return the viewer's notices, the newest first, those older than one if given."""
    rows = Notice.objects.filter(person=viewer.person_id).select_related("case")
    rows = rows.filter(pk__lt=after) if after else rows
    return list(rows.order_by("-id")[:most])


def unread(viewer: Viewer) -> int:
    """Count the notices not yet read."""
    return Notice.objects.filter(person=viewer.person_id, read_at=None).count()


def _mine(viewer: Viewer) -> Q:
    mine = Q(person=viewer.person_id) & Q(person__isnull=False)
    for role, organ_id in viewer.roles:
        mine |= Q(person__isnull=True, role=role, organ=organ_id)
    return mine


def _of_others(viewer: Viewer) -> QuerySet[Task]:
    handled = CaseOfficer.objects.filter(
        case=OuterRef("case"), person=viewer.person_id, until_on__isnull=True
    )
    held = Q(pk__in=[])
    for role, organ_id in viewer.roles:
        held |= Q(role=role, organ=organ_id)
    not_mine = Q(person__isnull=True) & ~held
    not_mine |= Q(person__isnull=False) & ~Q(person=viewer.person_id)
    return Task.objects.filter(Exists(handled), not_mine)


def _or_never(column: str) -> Coalesce:
    return Coalesce(column, Value(_NEVER), output_field=DateField())


def _cursor(after: str) -> tuple[int, Q | None]:
    """Read where a page begins, and how many rows lie before it."""
    try:
        seen, day, ripe, pk = after.split("~")
        on, ripe_on, key = date.fromisoformat(day), date.fromisoformat(ripe), int(pk)
        later = Q(ripe__gt=ripe_on) | Q(ripe=ripe_on, pk__gt=key)
    except ValueError:
        return 0, None
    if not (seen.isdecimal() and max(len(seen), len(pk)) < LONG):
        return 0, None
    return int(seen), Q(day__gt=on) | Q(day=on) & later


def _whole(keys: Sequence[int]) -> list[Task]:
    """Read tasks with what is shown beside them, in the order of their keys.

    The keys are found first: with the cases joined, a database sorts all of them.
    """
    rows = Task.objects.select_related("case", "course", "organ", "person")
    found = rows.in_bulk(keys)
    return [found[key] for key in keys if key in found]
