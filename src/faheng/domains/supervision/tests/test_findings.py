"""What becomes of a finding: said by whom, allowed to whom, and kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from faheng.domains.supervision.campaigns import actions as campaigns
from faheng.domains.supervision.campaigns import queries
from faheng.domains.supervision.campaigns.actions import NewCampaign
from faheng.domains.supervision.telling.actions import tell
from faheng.domains.supervision.tests.cast import CN, Cast, build
from faheng.kernel.alerts.life import Said, dispute, escalate, explain, see, settle
from faheng.kernel.alerts.models import Finding, FindingEvent
from faheng.kernel.alerts.precision import findings_of, precision
from faheng.kernel.cases.actions import Moment, open_case
from faheng.kernel.cases.errors import NotYours, StepRefused, Unseen
from faheng.kernel.cases.models import Notice
from faheng.kernel.record.queries import faults

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 10, 0, tzinfo=CN)


@pytest.fixture
def cast() -> Cast:
    return build()


def raised(cast: Cast, code: str = "SX-04", severity: str = "yellow") -> Finding:
    case = cast.items["案件"]
    return Finding.objects.create(
        code=code,
        case=case,
        organ=case.organ,
        division_path=case.division_path,
        severity=severity,
        raised_at=AT,
    )


def said(cast: Cast, name: str, why: str = "案情复杂") -> Said:
    return Said(cast.viewer(name, TODAY), AT, why)


def test_a_finding_is_seen_explained_disputed_and_dismissed_on_the_record(cast):
    finding = raised(cast)
    see(finding.pk, said(cast, "陈立衡", ""))
    explain(finding.pk, said(cast, "陈立衡"))
    dispute(finding.pk, said(cast, "何志远", "已经办理延长"))
    settle(finding.pk, said(cast, "高远", "核实无误"), is_false=True)
    states = FindingEvent.objects.filter(finding=finding).values_list("state", "by")
    people = cast.people
    assert list(states) == [
        ("seen", people["陈立衡"].pk),
        ("explained", people["陈立衡"].pk),
        ("disputed", people["何志远"].pk),
        ("dismissed", people["高远"].pk),
    ]
    finding.refresh_from_db()
    assert (finding.state, finding.explanation) == ("dismissed", "案情复杂")
    assert faults(f"finding/{finding.pk}") == []


def test_a_rejected_dispute_leaves_the_finding_standing(cast):
    finding = raised(cast)
    dispute(finding.pk, said(cast, "何志远"))
    settle(finding.pk, said(cast, "高远", "没有延长审批"), is_false=False)
    finding.refresh_from_db()
    assert finding.state == "seen"


def test_a_supervisor_looking_on_is_no_answer(cast):
    finding = raised(cast)
    see(finding.pk, said(cast, "高远"))
    finding.refresh_from_db()
    assert finding.state == "raised"


@pytest.mark.parametrize("act", [explain, dispute])
def test_the_organ_answers_for_itself_only(cast, act):
    finding = raised(cast)
    with pytest.raises(NotYours):
        act(finding.pk, said(cast, "高远"))
    with pytest.raises(Unseen):
        act(finding.pk, said(cast, "魏东"))
    with pytest.raises(Unseen):
        act(10**9, said(cast, "何志远"))


def test_the_organ_cannot_settle_its_own_dispute(cast):
    finding = raised(cast)
    dispute(finding.pk, said(cast, "何志远"))
    with pytest.raises(NotYours):
        settle(finding.pk, said(cast, "郑宏"), is_false=True)
    with pytest.raises(NotYours):
        escalate(finding.pk, said(cast, "郑宏"))


@pytest.mark.parametrize("why", ["", "  \n", "长" * 2001])
def test_a_reason_is_given_and_can_be_read(cast, why):
    finding = raised(cast)
    with pytest.raises(StepRefused):
        explain(finding.pk, said(cast, "何志远", why))


def test_what_has_ended_is_not_taken_up_again(cast):
    finding = raised(cast)
    dispute(finding.pk, said(cast, "何志远"))
    with pytest.raises(StepRefused):
        escalate(finding.pk, said(cast, "高远"))
    settle(finding.pk, said(cast, "高远"), is_false=True)
    with pytest.raises(StepRefused):
        explain(finding.pk, said(cast, "何志远"))


def test_an_instrument_takes_up_its_finding(cast):
    finding = raised(cast)
    matter = {
        "supervised": "望城立〔2026〕1号",
        "finding": finding.pk,
        "question": "逾期没有决定",
    }
    values = {
        "supervised": cast.organs["bureau"],
        "ground": "alert",
        "matter": "办案超期",
        "facts": "超过法定期限",
        "supervised_matter": [matter],
    }
    key, organ = "supervision.enforcement_supervision", cast.organs["justice"].pk
    viewer = cast.viewer("高远", TODAY)
    open_case(viewer, key, "open", organ, values, Moment(AT))
    finding.refresh_from_db()
    assert finding.state == "escalated"
    assert finding.taken_up_in.get().rule == "SX-04"


def test_the_share_of_false_and_of_overridden_findings_opens_onto_its_rows(cast):
    for number in range(4):
        Finding.objects.create(
            code="SX-04",
            case=cast.items["案件"],
            organ=cast.organs["bureau"],
            division_path="4499/449901",
            row=number,
            severity="yellow",
            raised_at=AT,
        )
    first, second, *_ = Finding.objects.order_by("pk")
    dispute(first.pk, said(cast, "何志远"))
    settle(first.pk, said(cast, "高远"), is_false=True)
    explain(second.pk, said(cast, "何志远"))
    viewer, span = cast.viewer("高远", TODAY), (AT, AT + timedelta(days=1))
    (found,) = precision(viewer, *span)
    assert found.false_share == (1, 4)
    assert found.override_share == (1, 3)
    assert findings_of(viewer, "SX-04", *span).count() == found.raised
    assert precision(cast.viewer("魏东", TODAY), *span) == []


def campaign(cast: Cast, **other):
    new = {
        "title": "办案期限专项监督",
        "organ_id": cast.organs["justice"].pk,
        "codes": ("SX-04",),
        "opened_from": date(2026, 1, 1),
        "opened_until": date(2026, 3, 31),
        **other,
    }
    return campaigns.start(NewCampaign(**new), cast.viewer("高远", TODAY), AT)


def test_a_campaign_counts_what_its_rules_found_in_its_cases(cast):
    finding = raised(cast)
    raised(cast, "SX-01")
    made = campaign(cast)
    explain(finding.pk, said(cast, "何志远"))
    progress = queries.progress(made)
    assert (progress.cases, progress.cases_found, progress.found) == (1, 1, 1)
    (tally,) = progress.tallies
    assert (tally.code, tally.explained) == ("SX-04", 1)
    assert list(queries.findings(made, tally)) == [finding]


def test_a_closed_campaign_keeps_what_it_had_found(cast):
    finding = raised(cast)
    made = campaign(cast)
    viewer = cast.viewer("高远", TODAY)
    campaigns.close(made.pk, "一件超期", viewer, AT)
    Finding.objects.filter(pk=finding.pk).update(state="cleared", cleared_at=AT)
    assert [row.found for row in made.results.all()] == [1]
    assert [row.cleared for row in made.results.all()] == [0]
    with pytest.raises(StepRefused):
        campaigns.close(made.pk, "再来一次", viewer, AT)
    assert faults(made.chain) == []


def test_a_campaign_stays_within_its_division_and_its_people(cast):
    with pytest.raises(StepRefused):
        campaign(cast, organ_ids=(cast.organs["neighbour"].pk,))
    with pytest.raises(NotYours):
        campaign(cast, organ_id=cast.organs["bureau"].pk)
    for nothing in ({"codes": ()}, {"title": " "}, {"opened_until": date(2025, 1, 1)}):
        with pytest.raises(StepRefused):
            campaign(cast, **nothing)
    made = campaign(cast)
    assert made in queries.campaigns(cast.viewer("高远", TODAY))
    assert not queries.campaigns(cast.viewer("魏东", TODAY))
    with pytest.raises(Unseen):
        campaigns.close(made.pk, "与我无关", cast.viewer("魏东", TODAY), AT)


def test_red_is_told_soon_and_the_rest_once_a_day(cast):
    for code in ("A", "B", "C"):
        raised(cast, code)
    assert tell(AT) == 1
    raised(cast, "D")
    assert tell(AT + timedelta(hours=1)) == 0
    raised(cast, "E", "red")
    assert tell(AT + timedelta(hours=2)) == 1
    assert tell(AT + timedelta(hours=3)) == 0
    assert tell(AT + timedelta(days=1)) == 1
    texts = list(Notice.objects.order_by("id").values_list("text", flat=True))
    assert [text.split("：")[0] for text in texts] == [
        "新的监督发现 3 条",
        "新的监督发现 1 条（严重 1 条）",
        "新的监督发现 1 条",
    ]


@pytest.mark.parametrize("hour", [21, 23, 0, 7])
def test_nobody_is_told_anything_at_night(cast, hour):
    raised(cast, "A", "red")
    assert tell(AT.replace(hour=hour)) == 0
    assert tell(AT + timedelta(days=1)) == 1


def test_what_was_dismissed_is_not_told(cast):
    finding = raised(cast)
    dispute(finding.pk, said(cast, "何志远"))
    settle(finding.pk, said(cast, "高远"), is_false=True)
    assert tell(AT) == 0
