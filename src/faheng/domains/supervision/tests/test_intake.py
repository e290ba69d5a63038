"""Complaints come in through a public door: secret, traceable, not to be forced."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from faheng.domains.supervision.intake import queries
from faheng.domains.supervision.intake.actions import (
    Told,
    TooMany,
    count_use,
    new_code,
    receive,
)
from faheng.domains.supervision.intake.models import ComplaintSlip, DoorCount
from faheng.domains.supervision.registers import SupervisionParameter
from faheng.domains.supervision.tests.cast import CN, RECORDED, SINCE, Cast, build
from faheng.kernel.cases.actions import Moment, open_case, take
from faheng.kernel.cases.models import Course
from faheng.kernel.record.queries import entries, faults

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 4)
AT = datetime(2026, 3, 4, 9, 0, tzinfo=CN)


@pytest.fixture
def cast() -> Cast:
    return build()


def registered(cast: Cast) -> Course:
    values = {
        "slip": cast.items["来件"],
        "about_organ": cast.organs["bureau"],
        "about": "procedure",
        "summary": "没有出示证件",
        "received_on": "2026-03-02",
    }
    viewer, organ = cast.viewer("高远", TODAY), cast.organs["justice"].pk
    key = "supervision.enforcement_complaint"
    act = open_case(viewer, key, "register", organ, values, Moment(AT))
    return act.course


def test_nothing_that_was_told_lies_open_in_the_database(cast):
    with connection.cursor() as cursor:
        cursor.execute("SELECT content, name, contact FROM supervision_complaintslip")
        stored = str(cursor.fetchall())
    assert "孙举报" not in stored
    assert "13800138000" not in stored
    assert "证件" not in stored
    slip = ComplaintSlip.objects.get()
    assert slip.name.reveal() == "孙举报"
    assert cast.items["查询码"].replace("-", "") not in slip.code_index


def test_the_record_commits_to_a_slip_without_showing_it(cast):
    chain = cast.items["来件"].chain
    (entry,) = entries(chain)
    assert "孙举报" not in entry.body
    assert faults(chain) == []


def test_a_code_finds_its_complaint_however_it_is_typed(cast):
    code = cast.items["查询码"]
    for typed in (code, code.lower(), code.replace("-", ""), f" {code} "):
        found = queries.progress(typed)
        assert found is not None
        assert found.stage == "已收到，等待登记"
    assert queries.progress(new_code()) is None
    assert queries.progress("") is None


def test_its_sender_learns_what_was_done_and_what_came_of_it(cast):
    course = registered(cast)
    found = queries.progress(cast.items["查询码"])
    assert found is not None
    assert found.stage == "待决定是否受理"
    assert found.number == "望司诉〔2026〕1号"
    values = {"not_accepted": "remedy", "not_accepted_note": "可以申请行政复议。"}
    take(cast.viewer("高远", TODAY), course.pk, "refuse", values, Moment(AT))
    found = queries.progress(cast.items["查询码"])
    assert found is not None
    assert [title for title, _ in found.steps] == ["登记投诉举报", "不予受理"]
    assert found.outcome == "可以申请行政复议。"


def test_a_slip_lies_in_the_tray_of_its_division_until_it_is_registered(cast):
    supervisor = cast.viewer("高远", TODAY)
    assert list(queries.waiting(supervisor)) == [cast.items["来件"]]
    assert not queries.waiting(cast.viewer("郑宏", TODAY))
    assert queries.slip(cast.viewer("魏东", TODAY), cast.items["来件"].pk) is None
    registered(cast)
    assert not queries.waiting(supervisor)


def test_the_case_is_never_called_after_its_sender(cast):
    case = registered(cast).case
    assert "孙" not in f"{case.title}{case.party_name}{case.matter}"


def test_a_source_is_stopped_after_so_many_times_and_let_in_an_hour_later(cast):
    for _ in range(5):
        count_use("slip", "203.0.113.7", AT)
    with pytest.raises(TooMany):
        count_use("slip", "203.0.113.7", AT)
    count_use("slip", "203.0.113.8", AT)
    count_use("try", "203.0.113.7", AT)
    count_use("slip", "203.0.113.7", AT + timedelta(minutes=61))


def test_where_somebody_came_from_is_not_kept(cast):
    count_use("slip", "203.0.113.7", AT)
    assert "203.0" not in DoorCount.objects.get().source
    count_use("slip", "203.0.113.9", AT + timedelta(hours=3))
    assert DoorCount.objects.count() == 1


def test_a_place_may_set_its_own_number(cast):
    SupervisionParameter.objects.create(
        code="slips_an_hour",
        name="slips_an_hour",
        value=1,
        valid_from=SINCE,
        recorded_at=RECORDED,
    )
    count_use("slip", "203.0.113.7", AT)
    with pytest.raises(TooMany):
        count_use("slip", "203.0.113.7", AT)


@pytest.mark.parametrize(
    "content", ["<script>alert(1)</script>", "'; DROP TABLE x; --", "𠀀🙂\u202e"]
)
def test_whatever_is_written_is_kept_as_written(cast, content):
    slip, _ = receive(Told(content), AT)
    assert ComplaintSlip.objects.get(pk=slip.pk).content.reveal() == content
    assert slip.division_path == "4499"
