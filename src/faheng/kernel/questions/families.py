"""The questions that serve every procedure; their rows name their codes."""

from __future__ import annotations

from faheng.kernel.clocks.declare import Unit
from faheng.kernel.procedures.declare import Duty, Term
from faheng.kernel.questions.declare import Question, Table
from faheng.kernel.questions.words import (
    days,
    given,
    ibis,
    lacking,
    now,
    parameter,
    today,
    working_days,
)

SERVICE_DAYS, LAPSED_DAYS = "service_days", "lapsed_days"
SOON_DAYS, SOON_PERCENT = "soon_days", "soon_percent"
"""Names of the parameters of the watching; a room above says what holds by default.

A paper to be served is missed after so many days; that a party let its period pass is
told for so many. A warning comes when so much of a term is left, but at most so many
days before its end.
"""

_DAILY = (Unit.DAYS.key, Unit.WORKING_DAYS.key)
_IN_DAYS = {Unit.DAYS: 1, Unit.WORKING_DAYS: 1, Unit.MONTHS: 30, Unit.YEARS: 365}


def term_days(term: Term) -> int:
    """Return the length of a term in days, of which a share warns of its end.

    The length of a term that a parameter tells is known to the clock alone; none is
    said here.
    """
    if callable(term.length):
        return 0
    return int(term.length * _IN_DAYS.get(term.unit, 0))


def soon_in_working_days(term: Term) -> bool:
    """Tell whether the days before its end are counted as the term's own are."""
    return term.unit is Unit.WORKING_DAYS


def stays_told(term: Term) -> bool:
    """Tell whether a term that has passed is told of until it is met.

    A duty that was broken stays told; that a party let its period pass is news for
    some days only, unless the list asks for it.
    """
    return term.of is Duty.ORGAN or bool(term.watch)


def deadlines(  # noqa: PLR0913 - the tables it reads
    clocks: Table,
    courses: Table,
    cases: Table,
    declared_terms: Table,
    parameters: Table,
    calendar: Table,
    ctx: Table,
) -> Table:
    """期限临期、到期、超期或者届满；期限由谁负责，就是谁的问题。"""
    t = _told_terms(clocks, courses, cases, declared_terms)
    t = t.mutate(asked_on=today(ctx))
    t = working_days(t, calendar, "asked_on", "due_on", "left_working")
    t = parameter(t, parameters, SOON_DAYS, on="asked_on")
    t = parameter(t, parameters, SOON_PERCENT, on="asked_on")
    t = parameter(t, parameters, LAPSED_DAYS, on="asked_on")
    running = t.state == "running"
    left = days(t.asked_on, t.due_on)
    counted = t.soon_in_working_days & t.left_working.notnull()
    to_end = ibis.ifelse(counted, t.left_working, left)
    in_hours = t.due_at.notnull()
    passed = ibis.ifelse(in_hours, t.due_at < now(ctx), left < 0)
    stopped_late = (
        (t.state == "stopped") & (t.stopped_on > t.due_on) & (t.of == "organ")
    )
    # A part of a day counts as a whole one.
    near = (to_end <= t.soon_days) & ((to_end - 1) * 100 < t.long * t.soon_percent)
    still_told = t.stays_told | (left >= -t.lapsed_days)
    code = ibis.cases(
        (stopped_late | (running & passed & still_told), t.late_code),
        (running & (left == 0), t.due_code),
        (running & (left > 0) & near, t.soon_code),
        else_="",
    )
    t = t.mutate(code=code)
    return t.filter(t.code != "").select("code", "case_id", "row", "organ_id", "due_on")


def _told_terms(
    clocks: Table, courses: Table, cases: Table, declared_terms: Table
) -> Table:
    """Give each clock with what its term declares."""
    t = clocks.join(courses, clocks.course_id == courses.id)
    t = t.join(cases, clocks.case_id == cases.case_id)
    t = t.join(
        declared_terms,
        [
            courses.procedure == declared_terms.procedure,
            clocks.term == declared_terms.term,
        ],
    )
    told = ibis.ifelse(clocks.unit.isin(_DAILY), clocks.length, 0)
    declared = declared_terms.term_days
    return t.select(
        case_id=clocks.case_id,
        row=clocks.id,
        organ_id=clocks.organ_id,
        division_path=clocks.division_path,
        field=cases.field,
        due_on=clocks.due_on,
        due_at=clocks.due_at,
        state=clocks.state,
        stopped_on=clocks.stopped_on,
        late_code=declared_terms.late_code,
        due_code=declared_terms.due_code,
        soon_code=declared_terms.soon_code,
        long=ibis.ifelse(declared > 0, declared, told),
        soon_in_working_days=declared_terms.soon_in_working_days,
        stays_told=declared_terms.stays_told,
        of=clocks.of,
    )


def unmet(defects: Table, courses: Table, declared_conditions: Table) -> Table:
    """补录的行为当时不符合法定条件；所缺的内容补全以后不再提示。"""
    defects = defects.filter(defects.mended_id.isnull())
    t = defects.join(courses, defects.course_id == courses.id)
    t = t.left_join(
        declared_conditions,
        [
            courses.procedure == declared_conditions.procedure,
            defects.condition == declared_conditions.condition,
        ],
    )
    named = declared_conditions.code.fill_null("LC:unmet")
    return t.select(
        code=ibis.ifelse(given(defects.watch), defects.watch, named),
        case_id=defects.case_id,
        row=defects.id,
        sentence=defects.sentence,
        basis=defects.basis,
        mend=defects.mend,
    )


def papers_not_made(
    acts: Table, courses: Table, papers: Table, declared_papers: Table
) -> Table:
    """步骤已经办理，应当制作的文书却没有。"""
    t = acts.join(courses, acts.course_id == courses.id)
    t = t.join(
        declared_papers,
        [
            courses.procedure == declared_papers.procedure,
            acts.step == declared_papers.step,
        ],
    ).select(
        code=declared_papers.paper_code,
        case_id=acts.case_id,
        row=acts.id,
        course_id=acts.course_id,
        document=declared_papers.document,
        title=declared_papers.title,
    )
    made = papers.filter(papers.state == "issued")
    return lacking(t, made, "course_id", "document").select(
        "code", "case_id", "row", "title"
    )


def papers_not_served(  # noqa: PLR0913 - the tables it reads
    papers: Table,
    courses: Table,
    cases: Table,
    declared_papers: Table,
    parameters: Table,
    ctx: Table,
) -> Table:
    """须送达的文书逾期没有送达。"""
    t = papers.filter(
        papers.must_serve & (papers.state == "issued") & papers.served_on.isnull()
    )
    kinds = declared_papers.select("procedure", "document", "service_code").distinct()
    t = t.join(courses, t.course_id == courses.id)
    t = t.join(
        kinds,
        [courses.procedure == kinds.procedure, t.document == kinds.document],
    )
    t = t.join(cases, papers.case_id == cases.case_id).select(
        code=kinds.service_code,
        case_id=papers.case_id,
        row=papers.id,
        title=papers.title,
        made_on=papers.made_on,
        ended_at=courses.ended_at,
        division_path=cases.division_path,
        field=cases.field,
    )
    t = parameter(t, parameters, SERVICE_DAYS, on="made_on")
    waited = days(t.made_on, today(ctx))
    t = t.filter((waited > t.service_days) | t.ended_at.notnull())
    return t.select("code", "case_id", "row", "title", "made_on", "service_days")


FAMILIES = (
    Question("deadlines", deadlines, family=True),
    Question("unmet", unmet, family=True),
    Question("papers_not_made", papers_not_made, family=True),
    Question("papers_not_served", papers_not_served, family=True),
)
