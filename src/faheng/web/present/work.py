"""The work list: what falls due when, and for whom one waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Literal
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from faheng.kernel.alerts.queries import Told
from faheng.kernel.cases.models import Act, ClockState, Task
from faheng.kernel.cases.queries import Waiting, WorkPage, title_of
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.pages.names import held_by, named, titled
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.web import parts, words
from faheng.web.present.clocks import left_of, unit_of, used_percent
from faheng.web.present.found import TONES
from faheng.web.present.grounds import ground

Wrong = Mapping[int, tuple[Told, int]]
"""Of each case the worst that is wrong with it, and how much is."""

NOTHING: Wrong = {}

STRIP_DAYS = 24
LONG_TITLE = 9


@dataclass(frozen=True)
class Row:
    """One thing to do, and where its peek comes from."""

    item: parts.WorkItem
    peek_url: str


@dataclass(frozen=True)
class Group:
    """What falls due together."""

    title: str
    tone: Literal["late", ""]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Sums:
    """The sentence of counts."""

    late: int
    today: int
    tomorrow: int
    all: int

    @property
    def calm(self) -> bool:
        """Whether nothing presses."""
        return not (self.late or self.today or self.tomorrow)


def sums(counted: Mapping[date | None, int], today: date) -> Sums:
    """Say what is late, due today and due tomorrow, from counts by last day."""
    return Sums(
        late=sum(n for day, n in counted.items() if day and day < today),
        today=counted.get(today, 0),
        tomorrow=counted.get(today + timedelta(days=1), 0),
        all=sum(counted.values()),
    )


def pager(page: WorkPage, total: int, tab: str) -> parts.Pager:
    """Say how much more there is, and lead to it and back to the beginning."""
    left = max(total - page.seen - len(page.tasks), 0)
    said = gettext("还有 %(n)s 件") % {"n": left} if page.after and left else ""
    first = f"?{urlencode({'tab': tab})}"
    follows = f"?{urlencode({'tab': tab, 'after': page.after})}"
    return parts.Pager(
        said,
        previous_url=first if page.seen else "",
        next_url=follows if page.after else "",
    )


def by_deadline(
    found: Sequence[Waiting], now: datetime, wrong: Wrong = NOTHING
) -> tuple[Group, ...]:
    """Group what waits by when it falls due."""
    today = timezone.localdate(now)
    ordered = sorted(found, key=lambda one: _pressure(one.task))
    grouped = groupby(ordered, key=lambda one: _group(one.task, today))
    return tuple(
        Group(
            title, "late" if title == gettext("已逾期") else "", _rows(rows, now, wrong)
        )
        for title, rows in grouped
    )


def by_case(
    found: Sequence[Waiting], now: datetime, wrong: Wrong = NOTHING
) -> tuple[Group, ...]:
    """Group what waits by its case, the most pressing case first."""
    cases = list(dict.fromkeys(one.task.case_id for one in found))
    ordered = sorted(found, key=lambda one: cases.index(one.task.case_id))
    grouped = groupby(ordered, key=lambda one: one.task.case)
    return tuple(
        Group(str(case.number or case.title), "", _rows(rows, now, wrong))
        for case, rows in grouped
    )


def _pressure(task: Task) -> tuple[bool, bool]:
    """Duties of the organ first, then what waits for a party's period."""
    return task.due_on is None, task.ripe_on is None


def _group(task: Task, today: date) -> str:
    if task.due_on is None and task.ripe_on is not None:
        return gettext("等当事人的期限")
    return _when(task.due_on, today)


def _when(due_on: date | None, today: date) -> str:
    if due_on is None:
        return gettext("无期限")
    if due_on < today:
        return gettext("已逾期")
    if due_on == today:
        return f"{gettext('今天')} {words.short_date(due_on)}"
    if due_on == today + timedelta(days=1):
        return f"{gettext('明天')} {words.short_date(due_on)}"
    week = (due_on - today).days + today.weekday()
    if week < 7:
        return gettext("本周")
    return gettext("下周") if week < 14 else gettext("以后")


def _rows(found: Iterable[Waiting], now: datetime, wrong: Wrong) -> tuple[Row, ...]:
    return tuple(_row(one, now, wrong) for one in found)


def _row(one: Waiting, now: datetime, wrong: Wrong) -> Row:
    peek_url = reverse("peek", args=[one.task.pk])
    return Row(item(one, now, wrong), peek_url)


def item(one: Waiting, now: datetime, wrong: Wrong = NOTHING) -> parts.WorkItem:
    """A row of the work list, with the worst that is wrong with its case."""
    task, clock = one.task, one.clock
    if clock is not None:
        clock.course = task.course
    today = timezone.localdate(now)
    worst, many = wrong.get(task.case_id, (None, 0))
    return parts.WorkItem(
        title=named(task.step, task.title),
        url=reverse("case", args=[task.case_id]),
        left=_left(one, now),
        due_on=task.due_on,
        unit=unit_of(clock) if clock and clock.due_at is None else "days",
        paused=clock is not None and clock.state == ClockState.PAUSED,
        used_percent=used_percent(clock, today) if clock else 0,
        number=task.case.number,
        subject=subject(task.case.party_name, task.case.matter or task.case.title),
        stage=_stage(task),
        track=_beside(task),
        finding=_wrong(worst.title, many) if worst else "",
        finding_tone=TONES[worst.severity] if worst else "late",
        citation=ground(worst.basis, today) if worst else None,
        act_label=_verb(named(task.step, task.title)),
        act_url=step_url(task),
        tag=_ripening(task.ripe_on),
    )


def _ripening(ripe_on: date | None) -> str:
    """Say until when the party has time."""
    if ripe_on is None:
        return ""
    return gettext("当事人期限 %(day)s届满") % {"day": words.month_day(ripe_on)}


def _left(one: Waiting, now: datetime) -> int | None:
    today = timezone.localdate(now)
    if one.clock is not None and one.clock.due_at is None:
        return left_of(one.clock, now)
    return (one.task.due_on - today).days if one.task.due_on else None


def step_url(task: Task) -> str:
    """Where the step of a task is taken."""
    return reverse("step", args=[task.case_id, task.course_id, task.step])


def subject(*said: str) -> str:
    """Whom and what a case is about."""
    return "·".join(filter(None, said))


def _verb(title: str) -> str:
    return title if len(title) < LONG_TITLE else gettext("办理")


def _shortened(sentence: str, most: int = 60) -> str:
    return sentence if len(sentence) <= most else f"{sentence[:most]}…"


def _wrong(title: str, many: int) -> str:
    if many == 1:
        return _shortened(title)
    return gettext("%(title)s等 %(n)s 项") % {"title": _shortened(title), "n": many}


def _stage(task: Task) -> str:
    procedure = PROCEDURES[task.course.procedure]
    stage = procedure.stages().get(task.course.stage)
    return titled(stage) if stage else ""


def _beside(task: Task) -> str:
    if not task.course.track:
        return ""
    return titled(PROCEDURES[task.course.procedure])


def waited_for(task: Task) -> str:
    """For whom a task waits."""
    role = titled(Role(task.role))
    return held_by(role, task.person.name) if task.person else role


def load(counted: Mapping[date | None, int], today: date) -> tuple[parts.LoadDay, ...]:
    """What falls due on each of 24 days from this Monday on."""
    first = today - timedelta(days=today.weekday())
    days = [first + timedelta(days=n) for n in range(STRIP_DAYS)]
    return tuple(
        parts.LoadDay(
            day,
            rest=not calendar().is_workday(day),
            today=day == today,
            past=day < today,
            tones=(_tone(day, today),) * counted.get(day, 0),
        )
        for day in days
    )


def _tone(day: date, today: date) -> Literal["l", "s", ""]:
    if day < today:
        return "l"
    return "s" if (day - today).days <= words.SOON else ""


def done_rows(found: Sequence[Act]) -> tuple[parts.Row, ...]:
    """What the reader has done, as rows of a table."""
    return tuple(
        parts.Row(
            (
                parts.Cell(words.moment(act.occurred_at)),
                parts.Cell(
                    named(act.step, title_of(act)), reverse("case", args=[act.case_id])
                ),
                parts.Cell(act.case.number or gettext("未编号")),
                parts.Cell(subject(act.case.party_name, act.case.matter)),
            ),
            reverse("case", args=[act.case_id]),
        )
        for act in found
    )


DONE_COLUMNS = (
    parts.Column(gettext_lazy("时间")),
    parts.Column(gettext_lazy("办了什么")),
    parts.Column(gettext_lazy("案号")),
    parts.Column(gettext_lazy("案件"), leaves=True),
)
