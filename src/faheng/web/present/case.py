"""案件页: one sentence, the main line, and what lies in the folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from faheng.kernel.cases import queries
from faheng.kernel.cases.models import (
    Case,
    Clock,
    ClockState,
    Course,
    Evidence,
    Task,
)
from faheng.kernel.pages.names import held_by, listed, named, titled
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.declare import PROCEDURES, Procedure
from faheng.web import lanes, parts, words
from faheng.web.present import acts, clocks, found, papers, timeline, worksheet
from faheng.web.present.mainline import line

OPENED_CLOCKS = 1
MOST_BESIDE = 3
STOPPED = ClockState.STOPPED
_ICONS = {"image": "photo", "video": "video", "audio": "microphone"}


@dataclass(frozen=True)
class Sentence:
    """For whom a case waits, and by when."""

    waits: str
    deadline: str = ""
    tone: str = ""


@dataclass(frozen=True)
class TrackFace:
    """A track beside the main line: where it stands, when it began and ended."""

    title: str
    stage: str
    opened_on: date
    ended_on: date | None


def sentence(
    of: Case, tasks: Sequence[Task], found: Sequence[Clock], now: datetime
) -> Sentence:
    """Say for whom a case waits."""
    stage = PROCEDURES[of.procedure].stages().get(of.stage)
    if of.ended_on is not None:
        ended = titled(stage) if stage else gettext("已结束")
        return Sentence(
            gettext("%(ended_on)s办结：%(ended)s。")
            % {"ended_on": words.month_day(of.ended_on), "ended": ended}
        )
    return Sentence(_waits(tasks), *_deadline(found, now))


def _waits(tasks: Sequence[Task]) -> str:
    if not tasks:
        return gettext("没有人须办什么。")
    first = tasks[0]
    said = gettext("等%(step)s%(first)s。") % {
        "step": _names([t for t in tasks if t.step == first.step]),
        "first": named(first.step, first.title),
    }
    beside = list(
        dict.fromkeys(named(t.step, t.title) for t in tasks if t.step != first.step)
    )
    return (
        gettext("%(said)s还有%(beside)s。")
        % {"said": said, "beside": listed(beside[:MOST_BESIDE])}
        if beside
        else said
    )


def _names(tasks: Sequence[Task]) -> str:
    """Name those who are waited for, each role once."""
    roles: dict[str, list[str]] = {}
    for task in tasks:
        names = roles.setdefault(titled(Role(task.role)), [])
        if task.person and task.person.name not in names:
            names.append(task.person.name)
    return gettext("或者").join(
        held_by(role, listed(names)) for role, names in roles.items()
    )


def _deadline(found: Sequence[Clock], now: datetime) -> tuple[str, str]:
    running = [c for c in found if c.state == ClockState.RUNNING and c.of == "organ"]
    if not running:
        return "", ""
    clock = running[0]
    remaining = clocks.left_of(clock, now)
    unit = clocks.unit_of(clock)
    return (
        held_by(named(clock.term, clock.title), words.left_words(remaining, unit)),
        words.tone(remaining),
    )


def tracks(found: Sequence[Course]) -> tuple[TrackFace, ...]:
    """The tracks of a case."""
    return tuple(_track(course) for course in found if course.track)


def _track(course: Course) -> TrackFace:
    procedure = PROCEDURES[course.procedure]
    stage = procedure.stages().get(course.stage)
    number = f"（{course.ordinal}）" if course.ordinal > 1 else ""
    return TrackFace(
        f"{titled(procedure)}{number}",
        titled(stage) if stage else "",
        words.as_day(course.opened_at),
        words.as_day(course.ended_at) if course.ended_at else None,
    )


def thumbs(found: Sequence[Evidence]) -> tuple[parts.Thumb, ...]:
    """The evidence as small pictures."""
    return tuple(_thumb(place, row) for place, row in enumerate(found, start=1))


def _thumb(place: int, row: Evidence) -> parts.Thumb:
    url = reverse("evidence", args=[row.case_id, row.pk]) if row.upload else ""
    media = row.upload.media_type.split("/")[0] if row.upload else ""
    unverified = row.is_copy and not row.verified
    return parts.Thumb(
        title=gettext("证%(place)s %(row)s") % {"place": place, "row": row.title},
        url=url,
        picture=url if media == "image" else "",
        icon=_ICONS.get(media, "file-text"),
        corner=named(row.kind, row.get_kind_display()),
        purpose=row.proves,
        tone="soon" if unverified else "",
        warning=gettext("复制件，未核对原件") if unverified else "",
    )


@dataclass(frozen=True)
class Folder:
    """Everything that the case page shows."""

    case: Case
    procedure: type[Procedure]
    sentence: Sentence
    stages: tuple[parts.Stage, ...]
    tracks: tuple[TrackFace, ...]
    scale: lanes.Scale | None
    papers: tuple[parts.Row, ...]
    lacking: int
    thumbs: tuple[parts.Thumb, ...]
    entries: tuple[timeline.Entry, ...]
    offered: acts.Offered
    clocks: tuple[parts.Clock, ...]
    stopped: tuple[parts.Clock, ...]
    found: found.Panel
    record: queries.Recorded
    officers: str
    weighing: parts.Link | None = None


def folder(viewer: Viewer, of: Case, now: datetime) -> Folder:
    """Read a case and lay it out."""
    today = timezone.localdate(now)
    done, running = queries.acts(of), queries.clocks(of)
    tasks, wrong = queries.tasks_of(of), queries.defects_of(of)
    made = queries.papers(of)
    courses = queries.courses(of)
    possible = queries.possible(viewer, of, now, courses)
    standing = acts.Standing(running, tasks, acts.taken(done))
    return Folder(
        case=of,
        procedure=PROCEDURES[of.procedure],
        sentence=sentence(of, tasks, running, now),
        stages=line(of, done),
        tracks=tracks(courses),
        scale=clocks.scale(running, queries.pauses(of), now, of.ended_on),
        papers=papers.rows(made, queries.services(of), running, today),
        lacking=len(papers.unserved(made)),
        thumbs=thumbs(queries.evidence(of)),
        entries=timeline.entries(done, [d.act_id for d in wrong if not d.mended]),
        offered=acts.offered(of, possible, standing, today),
        clocks=_faces([c for c in running if c.state != STOPPED], now),
        stopped=_faces([c for c in running if c.state == STOPPED], now, opened=0),
        found=found.panel(viewer, of, running, now),
        record=queries.record_of(of),
        officers=listed(person.name for person in queries.officers(of)),
        weighing=worksheet.link(of, [paper.document for paper in made]),
    )


def _faces(
    found: Sequence[Clock], now: datetime, opened: int = OPENED_CLOCKS
) -> tuple[parts.Clock, ...]:
    return tuple(
        clocks.face(clock, now, opened=place < opened)
        for place, clock in enumerate(found)
    )
