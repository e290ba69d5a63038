"""What one step does and does not do, whatever the procedure."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from faheng.cli.bench.course import walk
from faheng.cli.bench.people import START, settle
from faheng.kernel.cases.actions import Moment, carrying, enter_afterwards, take
from faheng.kernel.cases.errors import (
    NotYours,
    SomebodyWasFirst,
    StepRefused,
    Unseen,
)
from faheng.kernel.cases.models import Act, ActDetail, Defect, Paper
from faheng.kernel.record.queries import entries, opens

pytestmark = pytest.mark.django_db

LATER = Moment(START + timedelta(hours=1))
FINE = {"kind": "fine", "fine": 100_00, "order": "立即清理"}


@pytest.fixture
def people():
    return settle()


@pytest.fixture
def heard(people):
    return walk(people, upto=2)


def test_a_failing_step_leaves_no_gap_in_the_numbers(people, heard, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(carrying, "_record", fail)
        with pytest.raises(RuntimeError):
            take(people.viewer(0), heard.course_id, "decide", FINE, LATER)

    take(people.viewer(0), heard.course_id, "decide", FINE, LATER)

    assert Paper.objects.get().number.endswith("〕1号")
    assert list(Act.objects.values_list("seq", flat=True).order_by("seq")) == [1, 2, 3]


def test_a_refused_step_writes_nothing(people, heard):
    with pytest.raises(StepRefused) as refused:
        take(
            people.viewer(0),
            heard.course_id,
            "decide",
            {"kind": "fine", "fine": 5_000_00},
            LATER,
        )

    assert refused.value.status == 422
    assert refused.value.problems[0].basis
    assert (Act.objects.count(), Paper.objects.count()) == (2, 0)


def test_nobody_at_work_may_date_back_before_the_act_before(people, heard):
    before = Moment(START + timedelta(hours=1), START - timedelta(hours=1))

    with pytest.raises(StepRefused) as refused:
        take(people.viewer(0), heard.course_id, "decide", FINE, before)

    assert {p.key for p in refused.value.problems} == {"date_order"}


def test_nobody_may_act_in_the_future(people, heard):
    ahead = Moment(START + timedelta(hours=1), START + timedelta(hours=2))

    with pytest.raises(StepRefused) as refused:
        take(people.viewer(0), heard.course_id, "decide", FINE, ahead)

    assert refused.value.problems[0].key == "future"


def test_what_is_entered_afterwards_keeps_its_defects(people, heard):
    before = Moment(START + timedelta(hours=1), START - timedelta(hours=1))
    values = {"kind": "fine", "fine": 5_000_00}

    act = enter_afterwards(people.viewer(0), heard.course_id, "decide", values, before)

    found = set(Defect.objects.filter(act=act).values_list("condition", flat=True))
    assert found >= {"date_order", "within_the_limits", "within_the_item"}
    assert not Defect.objects.filter(basis="", condition="within_the_limits").exists()


def test_an_old_version_is_told_that_somebody_was_first(people, heard):
    with pytest.raises(SomebodyWasFirst):
        take(people.viewer(0), heard.course_id, "decide", FINE, LATER, 1)


def test_a_colleague_without_the_role_and_a_stranger_are_told_apart(people, heard):
    with pytest.raises(NotYours):
        take(people.viewer(2), heard.course_id, "decide", FINE, LATER)
    with pytest.raises(Unseen):
        take(settle("乙").viewer(0), heard.course_id, "decide", FINE, LATER)
    with pytest.raises(Unseen):
        take(people.viewer(0), 10**12, "decide", FINE, LATER)


def test_what_people_told_lies_enciphered(people, heard):
    take(people.viewer(0), heard.course_id, "decide", FINE, LATER)

    with connection.cursor() as cursor:
        cursor.execute("SELECT given FROM cases_actdetail")
        given = [row[0] for row in cursor.fetchall()]
        cursor.execute('SELECT "values" FROM cases_paper')
        stated = [row[0] for row in cursor.fetchall()]
    for kept in (*given, *stated):
        assert "丁阿顺" not in kept
        assert "立即清理" not in kept
    assert ActDetail.objects.get(act=heard).given["reply_text"] == "不再摆"


def test_the_record_commits_to_what_was_given_and_shows_none_of_it(people, heard):
    entry = entries(f"case/{heard.case_id}")[1]

    assert opens(entry, ActDetail.objects.get(act=heard).given)
    assert not opens(entry, {"reply": "none"})
    assert "不再摆" not in entry.body


def test_a_paid_fine_stops_the_clock_that_service_started(people):
    delivered = walk(people, upto=4)
    clocks = delivered.course.clocks
    assert set(clocks.values_list("term", "state")) == {
        ("filing", "running"),
        ("paying", "running"),
    }

    take(
        people.viewer(2),
        delivered.course_id,
        "pay",
        {"paid": 100_00, "payment_no": "1"},
        LATER,
    )

    paying = clocks.get(term="paying")
    assert (paying.state, paying.stopped_on) == ("stopped", START.date())
