"""Hearings: asked for in time, hosted by another, notified seven days ahead."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from faheng.domains.enforcement.tests.beside import Beside, at, begin, handed
from faheng.kernel.cases.errors import StepRefused
from faheng.kernel.cases.models import Paper

pytestmark = pytest.mark.django_db

HELD = {
    "proposal": "拟罚款五万元",
    "defence": "认为过重",
    "challenge": "对照片无异议",
    "last_words": "请求从轻",
    "signed": True,
}
PEOPLE = [
    {"capacity": "party", "name": "王建国"},
    {"capacity": "investigator", "name": "陈立衡"},
]


def asked(on: date, **more: Any) -> dict[str, Any]:
    return {"asked_on": on, "asked_how": "written", "claims": "要求听证", **more}


def told() -> Beside:
    beside = begin(at(9, 1))
    beside.paper("PEN-27", date(2026, 9, 24))
    return beside


def requested() -> Beside:
    beside = told()
    day = asked(date(2026, 9, 25))
    beside.open("hearing", "request", "陈立衡", day, at(9, 25))
    return beside


def hosts(beside: Beside, host: str = "周启明") -> dict[str, Any]:
    people = beside.cast.people
    return {"host": people[host], "clerk": people["吴静"]}


def hosted() -> Beside:
    beside = requested()
    beside.take("appoint", "郑宏", hosts(beside), at(9, 25, 11))
    return beside


def fixed(day: date = date(2026, 10, 13), **more: Any) -> Beside:
    beside = hosted()
    values = {"held_on": day, "held_time": "09:30", "place": "听证室", **more}
    beside.take("fix", "周启明", values, at(9, 28, 9))
    return beside


def notified(**more: Any) -> Beside:
    beside = fixed(**more)
    values = {"service": handed(date(2026, 9, 28))}
    beside.take("serve", "陈立衡", values, at(9, 28, 10))
    return beside


def test_nobody_asks_before_being_told_of_the_right():
    beside = begin(at(9, 1))
    day = asked(date(2026, 9, 25))
    with pytest.raises(StepRefused, match="听证告知书"):
        beside.open("hearing", "request", "陈立衡", day, at(9, 25))


def test_the_fifth_working_day_is_in_time():
    beside = told()
    # 24 September was a Thursday, 25 to 27 September and 1 to 7 October are free.
    day = asked(date(2026, 10, 8))
    beside.open("hearing", "request", "陈立衡", day, at(10, 8))
    assert beside.stage == "requested"


def test_a_later_request_needs_an_excuse():
    beside = told()
    late = date(2026, 10, 12)
    with pytest.raises(StepRefused, match="第64条"):
        beside.open("hearing", "request", "陈立衡", asked(late), at(10, 12))
    excused = asked(late, late_excuse="住院治疗")
    beside.open("hearing", "request", "陈立衡", excused, at(10, 12))
    assert beside.stage == "requested"


def test_an_investigator_is_not_the_host():
    beside = requested()
    beside.cast.people["陈立衡"].appointments.update(role="host")
    with pytest.raises(StepRefused, match="非本案调查人员"):
        beside.take("appoint", "郑宏", hosts(beside, "陈立衡"), at(9, 25, 11))


def test_only_those_appointed_hosts_are_offered():
    beside = requested()
    with pytest.raises(StepRefused, match="听证主持人"):
        beside.take("appoint", "郑宏", hosts(beside, "何敏"), at(9, 25, 11))


def test_six_working_days_are_too_few():
    with pytest.raises(StepRefused, match="七个工作日"):
        fixed(date(2026, 10, 12))


def test_seven_working_days_are_enough():
    assert notified().stage == "notified"


def test_a_notice_served_a_day_late_is_refused():
    beside = fixed()
    values = {"service": handed(date(2026, 9, 29))}
    with pytest.raises(StepRefused, match="七个工作日"):
        beside.take("serve", "陈立衡", values, at(9, 29))


def test_a_public_hearing_is_announced_first():
    beside = notified()
    values = {**HELD, "hearing_person": PEOPLE}
    with pytest.raises(StepRefused, match="听证公告"):
        beside.take("hold", "周启明", values, at(10, 13, 11))
    beside.take("announce", "吴静", {}, at(10, 9))
    beside.take("hold", "周启明", values, at(10, 13, 11))
    assert beside.stage == "held"


def test_a_closed_hearing_needs_no_announcement():
    beside = notified(closed_ground="privacy")
    values = {**HELD, "hearing_person": PEOPLE}
    beside.take("hold", "周启明", values, at(10, 13, 11))
    paper = Paper.objects.get(document="hearing_transcript")
    assert paper.values["public"] == "不公开举行（涉及个人隐私）"


def held_with(beside: Beside, *people: dict[str, str], **more: Any) -> None:
    values = {**HELD, "hearing_person": [*PEOPLE, *people], **more}
    beside.take("hold", "周启明", values, at(10, 13, 11))


def test_a_party_brings_at_most_two_agents():
    beside = notified(closed_ground="trade")
    agents = [{"capacity": "agent", "name": name} for name in ("甲", "乙", "丙")]
    with pytest.raises(StepRefused, match="不超过二人"):
        held_with(beside, *agents)
    held_with(beside, *agents[:2])


def test_a_transcript_not_signed_carries_the_hosts_note():
    beside = notified(closed_ground="trade")
    with pytest.raises(StepRefused, match="主持人注明"):
        held_with(beside, signed=False)
    held_with(beside, signed=False, host_note="当事人拒绝签字")


def test_only_the_appointed_host_holds_it():
    beside = notified(closed_ground="trade")
    beside.cast.people["何敏"].appointments.update(role="host")
    values = {**HELD, "hearing_person": PEOPLE}
    with pytest.raises(StepRefused, match="被指定的主持人"):
        beside.take("hold", "何敏", values, at(10, 13, 11))


def test_who_stays_away_counts_as_giving_up():
    beside = notified()
    values = {"missed": "absent", "missed_facts": "等候三十分钟未到"}
    with pytest.raises(StepRefused, match="日期"):
        beside.take("miss", "周启明", values, at(10, 9))
    beside.take("miss", "周启明", values, at(10, 13, 11))
    assert beside.stage == "waived"


def test_the_report_ends_a_hearing():
    beside = notified(closed_ground="trade")
    held_with(beside)
    report = {"findings": "属实", "disputes": "金额", "opinion": "维持"}
    beside.take("report", "周启明", report, at(10, 14))
    assert beside.stage == "ended"
