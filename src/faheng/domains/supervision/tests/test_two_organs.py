"""The supervised organ sees the supervisor's case through those who lead it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from faheng.domains.supervision.tests.cast import CN, Cast, build, case_of
from faheng.kernel.alerts.actions import watch_case
from faheng.kernel.alerts.life import answers_for
from faheng.kernel.alerts.models import Finding
from faheng.kernel.alerts.sweeping import watch_city
from faheng.kernel.cases import queries
from faheng.kernel.cases.actions import Moment, open_case, take
from faheng.kernel.cases.errors import NotYours, StepRefused, Unseen
from faheng.kernel.cases.models import Case, CaseOrgan, Clock, Course, Notice, Task

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 9, 0, tzinfo=CN)
OPINION = {
    "problem": "超期",
    "reasons": "逾期",
    "suggestion": "尽快决定",
    "due_on": "2026-03-20",
}


@pytest.fixture
def cast() -> Cast:
    return build()


def opened(cast: Cast, **other: Any) -> Case:
    values = {
        "supervised": cast.organs["bureau"],
        "ground": "alert",
        "matter": "办案超期",
        "facts": "超过法定期限",
        **other,
    }
    viewer = cast.viewer("高远", TODAY)
    key = "supervision.enforcement_supervision"
    organ = cast.organs["justice"].pk
    return open_case(viewer, key, "open", organ, values, Moment(AT)).case


def told(cast: Cast) -> Case:
    case = opened(cast)
    course = Course.objects.get(case=case)
    values = {"supervision_opinion": [OPINION]}
    take(cast.viewer("高远", TODAY), course.pk, "opine", values, Moment(AT))
    return case


def test_those_who_lead_the_organ_see_the_case_and_nobody_else_of_it(cast):
    case = told(cast)
    for name in ("郑宏", "何志远", "高远", "何佳"):
        assert queries.case(cast.viewer(name, TODAY), case.pk) == case
    for name in ("陈立衡", "魏东"):
        with pytest.raises(Unseen):
            queries.case(cast.viewer(name, TODAY), case.pk)


def test_the_list_of_cases_holds_it_for_them_only(cast):
    case = told(cast)
    listed = {
        name: queries.cases(cast.viewer(name, TODAY), queries.Search()).rows
        for name in ("郑宏", "陈立衡", "魏东")
    }
    assert case in listed["郑宏"]
    assert case not in listed["陈立衡"]
    assert case not in listed["魏东"]


def test_the_answer_waits_for_the_organ_and_its_leaders_are_told(cast):
    case = told(cast)
    task = Task.objects.filter(case=case, step="report_correction").first()
    assert task is not None
    assert task.organ == cast.organs["bureau"]
    assert task.due_on == date(2026, 3, 20)
    head = cast.viewer("郑宏", TODAY)
    assert task.step in {one.step for one in queries.tasks(head, TODAY)}
    assert Notice.objects.filter(case=case, person=cast.people["郑宏"]).exists()


def test_lateness_counts_against_the_supervised_organ(cast):
    case = told(cast)
    clock = Clock.objects.get(case=case, term="correcting")
    assert clock.organ == cast.organs["bureau"]
    head = cast.viewer("郑宏", date(2026, 3, 21))
    due = [one.due_on for one in queries.tasks(head, date(2026, 3, 21))]
    assert date(2026, 3, 20) in due


def test_the_page_offers_each_organ_its_own_steps(cast):
    case = told(cast)
    head, supervisor = cast.viewer("郑宏", TODAY), cast.viewer("高远", TODAY)
    mine = {p.step.key for p in queries.possible(head, case, AT) if p.yours}
    theirs = {p.step.key for p in queries.possible(supervisor, case, AT) if p.yours}
    assert mine == {"report_correction"}
    assert "report_correction" not in theirs
    said = {p.step.key: p.who for p in queries.possible(head, case, AT)}
    assert "郑宏" in said["report_correction"]


def test_the_organ_cannot_take_the_supervisors_steps(cast):
    course = Course.objects.get(case=told(cast))
    head = cast.viewer("郑宏", TODAY)
    with pytest.raises(NotYours):
        take(head, course.pk, "end", {"closing_reason": "算了"}, Moment(AT))


def test_a_case_of_a_third_organ_is_no_matter_of_this_one(cast):
    other = cast.organs["neighbour"]
    other.division = cast.organs["bureau"].division
    other.save()
    theirs = case_of(other, "云城立〔2026〕2号")
    with pytest.raises(StepRefused, match="另一机关的案件"):
        opened(
            cast, supervised_matter=[{"supervised": theirs.pk, "question": "不是它的"}]
        )


def test_an_organ_takes_part_once_and_says_since_which_act(cast):
    case = told(cast)
    row = CaseOrgan.objects.get(case=case)
    assert (row.organ, row.part) == (cast.organs["bureau"], "supervised")
    assert row.act.step == "open"


def test_a_late_answer_is_a_finding_of_the_organ_that_is_late(cast):
    case = told(cast)
    passed = datetime(2026, 3, 21, 9, 0, tzinfo=CN)

    watch_case(case, passed)

    late = Finding.objects.get(case=case, code="SX-36")
    bureau = cast.organs["bureau"]
    assert late.organ == bureau
    assert late.division_path == bureau.division.path
    head = cast.viewer("郑宏", passed.date())
    assert answers_for(head, late)
    assert not answers_for(cast.viewer("魏东", passed.date()), late)


def test_the_sweep_and_the_door_agree_whose_finding_it_is(cast):
    case = told(cast)
    passed = datetime(2026, 3, 21, 9, 0, tzinfo=CN)

    swept = watch_city(passed)
    found = Finding.objects.get(case=case, code="SX-36")
    watch_case(case, passed)

    assert swept.failed == ()
    assert found.organ == cast.organs["bureau"]
    assert Finding.objects.filter(case=case, code="SX-36").count() == 1
