"""What has changed is sent up once, every answer is kept, nothing is lost."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from faheng.domains.supervision.reporting import actions, queries
from faheng.domains.supervision.reporting.models import (
    PushStatus,
    UpwardMark,
    UpwardReceipt,
    UpwardRecord,
)
from faheng.domains.supervision.tests.cast import CN, Cast, build
from faheng.kernel.cases.models import Act, Case, Course

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, 0, tzinfo=CN)


@pytest.fixture
def cast() -> Cast:
    made = build()
    for name in ("案件", "邻区案件"):
        made.items[name].procedure = "elsewhere.inspection"
        made.items[name].save()
    act_on(made.items["案件"], made)
    return made


def act_on(case: Case, cast: Cast, at: datetime = AT) -> None:
    course, _ = Course.objects.get_or_create(
        case=case,
        track="",
        defaults={"procedure": case.procedure, "stage": "opened", "opened_at": at},
    )
    case.acts += 1
    case.save()
    Act.objects.create(
        case=case,
        course=course,
        seq=case.acts,
        step="inspect",
        actor=cast.people["陈立衡"],
        role="officer",
        door="take",
        stage_to="opened",
        occurred_at=at,
        occurred_on=at.date(),
        recorded_at=at,
    )


def accepted(record: UpwardRecord) -> actions.Answer:
    return actions.Answer(record.pk, True, "SJ1", (), "accepted")


def rejected(record: UpwardRecord) -> actions.Answer:
    return actions.Answer(record.pk, False, "", ("缺少案号",), "rejected")


def test_a_touched_case_and_its_acts_wait_to_be_sent(cast):
    assert actions.gather(AT) == 2
    names = {(row.entity, row.version) for row in actions.waiting(10)}
    assert names == {("case", 1), ("act", 1)}
    assert actions.gather(AT) == 0


def test_only_what_changed_becomes_a_new_version(cast):
    actions.gather(AT)
    actions.note([accepted(row) for row in actions.waiting(10)], AT)
    case = cast.items["案件"]
    case.stage = "notified"
    act_on(case, cast, AT + timedelta(hours=1))
    actions.gather(AT)
    names = sorted((row.entity, row.version) for row in actions.waiting(10))
    assert names == [("act", 1), ("case", 2)]


def test_a_version_that_was_never_taken_is_not_sent_after_a_newer_one(cast):
    actions.gather(AT)
    case = cast.items["案件"]
    case.stage = "notified"
    act_on(case, cast)
    actions.gather(AT)
    versions = [row.version for row in actions.waiting(10) if row.entity == "case"]
    assert versions == [2]


def test_every_answer_is_kept_and_a_rejection_counts_from_its_day(cast):
    actions.gather(AT)
    record = actions.waiting(1)[0]
    actions.note([rejected(record)], AT)
    record.refresh_from_db()
    assert (record.status, record.rejected_at) == (PushStatus.REJECTED, AT)
    assert actions.send_again() == 1
    actions.note([accepted(record)], AT + timedelta(days=1))
    record.refresh_from_db()
    assert (record.status, record.rejected_at) == (PushStatus.ACCEPTED, None)
    assert record.pushed_at == AT
    reasons = UpwardReceipt.objects.filter(record=record).order_by("id")
    assert [row.reasons for row in reasons] == ["缺少案号", ""]


def test_a_mended_case_replaces_what_was_rejected(cast):
    actions.gather(AT)
    record = UpwardRecord.objects.get(entity="case")
    actions.note([rejected(record)], AT)
    case = cast.items["案件"]
    case.matter = "已更正"
    act_on(case, cast)
    actions.gather(AT)
    record.refresh_from_db()
    assert record.status == PushStatus.PASSED
    assert UpwardRecord.objects.filter(entity="case", status="waiting").exists()


def test_an_act_that_came_in_late_is_not_passed_over(cast):
    actions.gather(AT)
    actions.gather(AT + timedelta(minutes=1))
    mark = UpwardMark.objects.get()
    assert mark.act_id == 0
    actions.gather(AT + timedelta(hours=1))
    mark.refresh_from_db()
    assert mark.act_id == Act.objects.latest("pk").pk


def test_supervision_itself_is_not_told_upward(cast):
    case = cast.items["邻区案件"]
    case.procedure = "supervision.enforcement_supervision"
    act_on(case, cast)
    actions.gather(AT)
    assert not UpwardRecord.objects.filter(case=case).exists()


def test_rejected_records_are_seen_within_ones_division(cast):
    actions.gather(AT)
    actions.note([rejected(row) for row in actions.waiting(10)], AT)
    seen = queries.rejected(cast.viewer("高远", date(2026, 3, 3)))
    assert len(seen) == 2
    assert not queries.rejected(cast.viewer("魏东", date(2026, 3, 3)))
