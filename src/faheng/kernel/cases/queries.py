"""Reading cases: every query takes the viewer, and returns what may be seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from faheng.kernel.cases.actions.checking import role_for, unmet
from faheng.kernel.cases.actions.clocks import ledger
from faheng.kernel.cases.errors import Problem, Unseen
from faheng.kernel.cases.models import (
    Act,
    Case,
    Clock,
    ClockState,
    Course,
    Defect,
    Notice,
    Paper,
    Task,
)
from faheng.kernel.cases.situation import Situation
from faheng.kernel.clocks.declare import Ledger, Unit
from faheng.kernel.parties.models import Appointment, Person
from faheng.kernel.parties.queries import Viewer, valid_on
from faheng.kernel.procedures.declare import (
    PROCEDURES,
    Procedure,
    Step,
    Track,
    step_named,
)

PAGE = 50


def visible(viewer: Viewer) -> Q:
    """Return the condition that a case (or a row beside it) is in scope."""
    found = Q(organ_id__in=sorted(viewer.organ_ids))
    for path in sorted(viewer.division_paths):
        # "0" follows "/" in ASCII: the range holds all that starts with "path/".
        found |= Q(division_path=path)
        found |= Q(division_path__gte=f"{path}/", division_path__lt=f"{path}0")
    return found


def case(viewer: Viewer, case_id: int) -> Case:
    """Return a case.

    Raises:
        Unseen: there is none, or it is outside the viewer's scope.
    """
    found = Case.objects.select_related("organ").filter(pk=case_id).first()
    if found is None or not viewer.sees(found.organ_id, found.division_path):
        raise Unseen
    return found


def course(viewer: Viewer, course_id: int) -> Course:
    """Return a course with its case, under the same scope."""
    found = Course.objects.select_related("case__organ").filter(pk=course_id).first()
    if found is None:
        raise Unseen
    case(viewer, found.case_id)
    return found


def paper(viewer: Viewer, paper_id: int) -> Paper:
    """Return a paper, under the scope of its case."""
    found = Paper.objects.select_related("case__organ").filter(pk=paper_id).first()
    if found is None:
        raise Unseen
    case(viewer, found.case_id)
    return found


def clock(viewer: Viewer, clock_id: int) -> Clock:
    """Return a clock, under the scope of its case."""
    found = Clock.objects.select_related("case", "started_by").filter(pk=clock_id)
    one = found.first()
    if one is None:
        raise Unseen
    case(viewer, one.case_id)
    return one


@dataclass(frozen=True)
class Page:
    """One page of a list that is read by cursor, never by number."""

    rows: list[Any]
    after: int | None


@dataclass(frozen=True)
class Search:
    """What a list of cases is narrowed to.

    Attributes:
        words: found in number, title, party or matter.
        mine: only cases the viewer handles.
    """

    words: str = ""
    stage: str = ""
    procedure: str = ""
    mine: bool = False
    open_only: bool = False
    organ_id: int | None = None


def cases(viewer: Viewer, search: Search, after: int | None = None) -> Page:
    """Return a page of cases, newest first, beginning after a page's `after`."""
    rows: QuerySet[Case] = Case.objects.filter(visible(viewer))
    if search.words:
        rows = rows.filter(_words(search.words))
    if search.stage:
        rows = rows.filter(stage=search.stage)
    if search.procedure:
        rows = rows.filter(procedure=search.procedure)
    if search.open_only:
        rows = rows.filter(ended_on__isnull=True)
    if search.organ_id:
        rows = rows.filter(organ=search.organ_id)
    if search.mine:
        rows = rows.filter(
            caseofficer_rows__person=viewer.person_id,
            caseofficer_rows__until_on__isnull=True,
        ).distinct()
    return _page(rows.select_related("organ"), after)


def _words(words: str) -> Q:
    found = Q()
    for word in words.split():
        found &= (
            Q(number__icontains=word)
            | Q(title__icontains=word)
            | Q(party_name__icontains=word)
            | Q(matter__icontains=word)
        )
    return found


def _page(rows: QuerySet[Any], after: int | None) -> Page:
    ordered = rows.order_by("-id")
    if after:
        ordered = ordered.filter(pk__lt=after)
    found = list(ordered[: PAGE + 1])
    more = len(found) > PAGE
    return Page(found[:PAGE], found[PAGE - 1].pk if more else None)


def tasks(viewer: Viewer, on: date, most: int = 200) -> list[Task]:
    """Return what waits for the viewer, the earliest last day first."""
    mine = Q(person=viewer.person_id)
    for role, organ_id in viewer.roles:
        mine |= Q(person__isnull=True, role=role, organ=organ_id)
    rows = Task.objects.filter(mine).select_related("case", "course", "organ")
    return list(rows.order_by(F("due_on").asc(nulls_last=True), "id")[:most])


def notices(viewer: Viewer, most: int = 50) -> list[Notice]:
    """Return the viewer's notices, the newest first."""
    rows = Notice.objects.filter(person=viewer.person_id).select_related("case")
    return list(rows.order_by("-id")[:most])


def unread(viewer: Viewer) -> int:
    """Count the notices not yet read."""
    return Notice.objects.filter(person=viewer.person_id, read_at=None).count()


def late(viewer: Viewer, on: date, after: int | None = None) -> Page:
    """Return clocks of organs whose last day has passed while they still run."""
    rows = Clock.objects.filter(visible(viewer), of="organ", due_on__lt=on)
    open_rows = rows.exclude(state=ClockState.STOPPED)
    return _page(open_rows.select_related("case__organ", "course"), after)


def defects(viewer: Viewer, after: int | None = None) -> Page:
    """Return what acts entered afterwards did not meet, the newest first."""
    rows = Defect.objects.filter(visible(viewer))
    return _page(rows.select_related("case__organ", "act__actor"), after)


@dataclass(frozen=True)
class Possible:
    """A step that might be taken now, and what speaks against it.

    Attributes:
        yours: the viewer holds the role.
        who: titles of the roles, and names where few hold them.
        unmet: conditions that do not hold yet.
        track: the track that it would begin, if any.
    """

    step: Step
    course: Course | None
    yours: bool
    who: str
    unmet: list[Problem] = field(default_factory=list)
    track: Track | None = None

    @property
    def now(self) -> bool:
        """Tell whether the viewer may take it now."""
        return self.yours and not self.unmet


def possible(viewer: Viewer, of: Case, at: datetime) -> list[Possible]:
    """Return the steps of every open course of a case, and tracks that may begin."""
    found: list[Possible] = []
    for open_course in Course.objects.filter(case=of, ended_at=None).order_by("id"):
        open_course.case = of
        found += _steps(viewer, open_course, at)
    return found + _tracks(viewer, of)


def _steps(viewer: Viewer, of: Course, at: datetime) -> list[Possible]:
    procedure = PROCEDURES[of.procedure]
    situation = Situation(of.case, of, at)
    return [
        Possible(
            step,
            of,
            role_for(viewer, of, step) is not None,
            _who(of.case, step, situation.on),
            looking(situation, step),
        )
        for step in procedure.steps_at(procedure.stages()[of.stage])
    ]


def looking(situation: Situation, step: Step) -> list[Problem]:
    """Return the conditions that fail whatever the form is given."""
    return [
        unmet(condition)
        for condition in step.requires
        if not condition.on_given and not condition.test(situation)
    ]


def _tracks(viewer: Viewer, of: Case) -> list[Possible]:
    main: type[Procedure] = PROCEDURES[of.procedure]
    stage = main.stages()[of.stage]
    open_now = set(
        Course.objects.filter(case=of, ended_at=None).values_list("track", flat=True)
    )
    mine = {role for role, organ in viewer.roles if organ == of.organ_id}
    return [
        Possible(step, None, bool(mine & set(step.roles)), _roles(step), [], track)
        for track in main.tracks().values()
        if not stage.final and (not track.during or stage in track.during)
        if track.many or track.key not in open_now
        for step in track.procedure.opening()
    ]


def _roles(step: Step) -> str:
    return "、".join(role.title for role in step.roles)


def _who(of: Case, step: Step, on: date) -> str:
    held = Appointment.objects.filter(valid_on(on), role__in=step.roles, organ=of.organ)
    names = list(held.values_list("person__name", flat=True).distinct()[:3])
    few = 0 < len(names) < 3
    return f"{_roles(step)}{'、'.join(names)}" if few else _roles(step)


def acts(of: Case) -> list[Act]:
    """Return a case's acts, the newest first, with what they were given."""
    rows = Act.objects.filter(case=of).select_related("actor", "course", "detail")
    return list(rows.order_by("-seq"))


def clocks(of: Case) -> list[Clock]:
    """Return a case's clocks, the running ones first, by last day."""
    rows = list(Clock.objects.filter(case=of).order_by("due_on", "id"))
    return sorted(rows, key=lambda row: row.state == ClockState.STOPPED)


def how(of: Clock) -> Ledger | None:
    """Return how a clock's last day was computed; None where a paper fixed it."""
    if of.length is None or of.unit == Unit.HOURS.key:
        return None
    return ledger(of)


def title_of(act: Act) -> str:
    """Return what an act is called."""
    step = step_named(PROCEDURES[act.course.procedure], act.step)
    return step.title if step else act.step


def officers(of: Case) -> list[Person]:
    """Return those who handle a case, the lead first."""
    rows = of.caseofficer_rows.filter(until_on__isnull=True)
    return [row.person for row in rows.select_related("person").order_by("-is_lead")]
