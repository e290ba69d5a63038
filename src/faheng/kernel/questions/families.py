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
    today,
    working_days,
)

SERVICE_DAYS = 7
"""Days after which a paper that must be served is missed, where no term says less.

The penalty law (art. 61) allows as many for a decision.
"""

MOST_SOON, SHARE_SOON = 5, 5
"""A warning comes when a fifth of the term is left, but at most five days before."""

FOREVER = 100_000

_IN_DAYS = {Unit.DAYS: 1, Unit.WORKING_DAYS: 1, Unit.MONTHS: 30, Unit.YEARS: 365}


def soon_days(term: Term) -> int:
    """Return how many days before its end a term is near it."""
    if callable(term.length):
        return MOST_SOON // 2
    length = term.length * _IN_DAYS.get(term.unit, 0)
    return min(MOST_SOON, -(-length // SHARE_SOON))


def soon_in_working_days(term: Term) -> bool:
    """Tell whether the days before its end are counted as the term's own are."""
    return term.unit is Unit.WORKING_DAYS


def told_days(term: Term) -> int:
    """Return for how many days it is told that a term has passed.

    A duty that was broken stays told; that a party let its period pass is news for
    some days only, unless the list asks for it.
    """
    forever = term.of is Duty.ORGAN or bool(term.watch)
    return FOREVER if forever else MOST_SOON


def deadlines(
    clocks: Table,
    courses: Table,
    declared_terms: Table,
    calendar: Table,
    ctx: Table,
) -> Table:
    """期限临期、到期、超期或者届满。"""
    t = _told_terms(clocks, courses, declared_terms).mutate(asked_on=today(ctx))
    t = working_days(t, calendar, "asked_on", "due_on", "left_working")
    running = t.state == "running"
    left = days(t.asked_on, t.due_on)
    counted = t.soon_in_working_days & t.left_working.notnull()
    to_end = ibis.ifelse(counted, t.left_working, left)
    in_hours = t.due_at.notnull()
    passed = ibis.ifelse(in_hours, t.due_at < now(ctx), left < 0)
    stopped_late = (
        (t.state == "stopped") & (t.stopped_on > t.due_on) & (t.of == "organ")
    )
    code = ibis.cases(
        (stopped_late | (running & passed & (left >= -t.told_days)), t.late_code),
        (running & (left == 0), t.due_code),
        (running & (left > 0) & (to_end <= t.soon_days), t.soon_code),
        else_="",
    )
    t = t.mutate(code=code)
    return t.filter(t.code != "").select("code", "case_id", "row", "due_on")


def _told_terms(clocks: Table, courses: Table, declared_terms: Table) -> Table:
    """Give each clock with what its term declares."""
    t = clocks.join(courses, clocks.course_id == courses.id)
    return t.join(
        declared_terms,
        [
            courses.procedure == declared_terms.procedure,
            clocks.term == declared_terms.term,
        ],
    ).select(
        case_id=clocks.case_id,
        row=clocks.id,
        due_on=clocks.due_on,
        due_at=clocks.due_at,
        state=clocks.state,
        stopped_on=clocks.stopped_on,
        late_code=declared_terms.late_code,
        due_code=declared_terms.due_code,
        soon_code=declared_terms.soon_code,
        soon_days=declared_terms.soon_days,
        soon_in_working_days=declared_terms.soon_in_working_days,
        told_days=declared_terms.told_days,
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


def papers_not_served(
    papers: Table, courses: Table, declared_papers: Table, ctx: Table
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
    ).select(
        code=kinds.service_code,
        case_id=t.case_id,
        row=t.id,
        title=t.title,
        made_on=t.made_on,
        ended_at=courses.ended_at,
    )
    waited = days(t.made_on, today(ctx))
    t = t.filter((waited > SERVICE_DAYS) | t.ended_at.notnull())
    return t.select("code", "case_id", "row", "title", "made_on")


FAMILIES = (
    Question("deadlines", deadlines, family=True),
    Question("unmet", unmet, family=True),
    Question("papers_not_made", papers_not_made, family=True),
    Question("papers_not_served", papers_not_served, family=True),
)
