"""What lies in one case: acts, clocks, papers, evidence, the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from faheng.kernel.cases.actions.clocks import ledger
from faheng.kernel.cases.models import (
    Act,
    Case,
    CaseOfficer,
    Clock,
    ClockPause,
    ClockState,
    Course,
    Defect,
    Evidence,
    Paper,
    Service,
)
from faheng.kernel.clocks.declare import Ledger, Unit
from faheng.kernel.clocks.regimes import PLAIN, REGIMES
from faheng.kernel.parties.models import Person
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.kernel.record.queries import faults

_UNITS = {unit.key: unit for unit in Unit}


@dataclass(frozen=True)
class Recorded:
    """How long a case's chain is, and what is wrong with it."""

    entries: int
    faults: list[str]


def acts(of: Case) -> list[Act]:
    """Return a case's acts, the newest first, with what they were given."""
    rows = Act.objects.filter(case=of).select_related("actor", "course", "detail")
    return list(rows.order_by("-seq"))


def latest_act(of: Course) -> Act | None:
    """Return the latest act on a course, with who took it."""
    rows = Act.objects.filter(course=of).select_related("actor", "course")
    return rows.order_by("-seq").first()


def said_by(act: Act) -> dict[str, Any]:
    """Return what an act was given; nothing once that was erased."""
    detail = getattr(act, "detail", None)
    return dict(detail.given) if detail is not None else {}


def courses(of: Case) -> list[Course]:
    """Return the main line and the tracks, in the order in which they began."""
    return list(Course.objects.filter(case=of).order_by("id"))


def files(of: Course) -> Any:
    """Return the case file of a course."""
    return PROCEDURES[of.procedure].file.objects.get(pk=of.pk)


def clocks(of: Case) -> list[Clock]:
    """Return a case's clocks, the running ones first, by last day."""
    rows = Clock.objects.filter(case=of).select_related("course")
    ordered = list(rows.order_by("due_on", "id"))
    return sorted(ordered, key=lambda row: row.state == ClockState.STOPPED)


def pauses(of: Case) -> dict[int, list[ClockPause]]:
    """Return the pauses of a case's clocks, by clock."""
    found: dict[int, list[ClockPause]] = {}
    for pause in ClockPause.objects.filter(clock__case=of):
        found.setdefault(pause.clock_id, []).append(pause)
    return found


def how(of: Clock) -> Ledger | None:
    """Return how a clock's last day was computed; None where a paper fixed it."""
    if of.length is None or of.unit == Unit.HOURS.key:
        return None
    return ledger(of)


def counted_in(of: Clock) -> Unit:
    """Return the unit in which a clock's days are counted and told."""
    unit = _UNITS[of.unit]
    if of.length is None or unit is Unit.HOURS:
        return unit
    regime = REGIMES.get(of.regime) or PLAIN
    counted = regime.counted_in(unit, of.length)
    return counted if counted is Unit.WORKING_DAYS else Unit.DAYS


def title_of(act: Act) -> str:
    """Return what an act is called."""
    step = PROCEDURES[act.course.procedure].steps().get(act.step)
    return step.title if step else act.step


def officers(of: Case) -> list[Person]:
    """Return those who handle a case, the lead first."""
    rows = CaseOfficer.objects.filter(case=of, until_on__isnull=True)
    return [row.person for row in rows.select_related("person").order_by("-is_lead")]


def handlers(found: list[Case]) -> dict[int, str]:
    """Return the names of those who handle each case, the lead first."""
    names: dict[int, str] = {}
    rows = CaseOfficer.objects.filter(case__in=found, until_on__isnull=True)
    ordered = rows.order_by("case", "-is_lead", "id")
    for case_id, name in ordered.values_list("case", "person__name"):
        names[case_id] = f"{names[case_id]}、{name}" if case_id in names else name
    return names


def papers(of: Case) -> list[Paper]:
    """Return a case's papers, the newest first."""
    rows = Paper.objects.filter(case=of).select_related("act__actor", "course")
    return list(rows.order_by("-id"))


def made_by(act: Act) -> list[Paper]:
    """Return the papers that an act made."""
    rows = Paper.objects.filter(act=act).select_related("case__organ", "course")
    return list(rows.order_by("id"))


def services(of: Case) -> dict[int, list[Service]]:
    """Return the deliveries of a case's papers, by paper."""
    found: dict[int, list[Service]] = {}
    rows = Service.objects.filter(case=of).select_related("act__actor", "paper")
    for row in rows.order_by("id"):
        found.setdefault(row.paper_id, []).append(row)
    return found


def evidence(of: Case) -> list[Evidence]:
    """Return a case's evidence in the order in which it came in."""
    rows = Evidence.objects.filter(case=of).select_related("upload")
    return list(rows.order_by("id"))


def defects_of(of: Case) -> list[Defect]:
    """Return what acts of a case did not meet, the newest first."""
    rows = Defect.objects.filter(case=of).select_related("act", "mended")
    return list(rows.order_by("-id"))


def record_of(of: Case) -> Recorded:
    """Check a case's chain."""
    return Recorded(of.acts, faults(of.chain))
