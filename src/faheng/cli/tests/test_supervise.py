"""The daily run raises what is wrong, clears what is gone, and outlives bad rules."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from faheng.cli.bench.course import walk
from faheng.cli.bench.people import START, settle
from faheng.domains.enforcement.feeds import Inspections
from faheng.kernel.alerts.models import Finding, FindingEvent, RuleFailure
from faheng.kernel.alerts.sweeping import watch_city
from faheng.kernel.cases.models import Case
from faheng.kernel.feeds.actions import Arrival, ingest
from faheng.kernel.feeds.models import FeedSource
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import system
from faheng.kernel.questions.compiling import compiled
from faheng.kernel.questions.tables import DUCKDB
from faheng.lib.identifiers import make_uscc
from faheng.mart import asking, building
from faheng.mart.supervising import supervise, supervise_touched

pytestmark = pytest.mark.django_db(transaction=True)

AT = datetime(2026, 6, 1, 2, tzinfo=UTC)
"""Long after the cases began, so that what was left open is overdue."""


@pytest.fixture(autouse=True)
def own_mart(own_mart):
    """Make marts aside."""


@pytest.fixture
def people():
    return settle()


def findings():
    rows = Finding.objects.filter(cleared_at__isnull=True)
    return set(rows.values_list("case", "code", "row"))


def test_the_mart_finds_what_the_live_database_finds(people):
    for upto in (2, 3, 5, 7):
        walk(people, upto=upto)
    watch_city(AT)
    live = findings()
    assert live
    done = supervise(building.build(AT), AT)
    assert (done.raised, done.cleared, done.failed) == (0, 0, ())
    assert findings() == live
    assert done.found == len(live)


def test_what_is_wrong_is_raised_with_its_facts_and_cleared_when_it_is_gone(people):
    walk(people, upto=3)
    first = supervise(building.build(AT), AT)
    assert first.raised > 0
    assert Finding.objects.exclude(facts={}).exists()
    again = supervise(building.build(AT), AT)
    assert (again.raised, again.cleared) == (0, 0)
    early = START + timedelta(minutes=30)
    third = supervise(building.build(early), early)
    assert third.cleared > 0
    assert FindingEvent.objects.filter(state="cleared").count() >= third.cleared


def test_a_rule_that_fails_is_noted_and_the_others_go_on(people, monkeypatch):
    walk(people, upto=3)
    asked = supervise(building.build(AT), AT).raised
    assert asked
    known = compiled(DUCKDB)
    broken = {**known, "ZT-01": replace(known["ZT-01"], hits="SELECT nothing")}
    monkeypatch.setattr(asking, "compiled", lambda _: broken)
    done = supervise(building.build(AT), AT)
    assert done.failed == ("ZT-01",)
    assert done.cleared == 0
    assert RuleFailure.objects.get().question == "ZT-01"


def test_only_cases_touched_since_are_asked_again(people):
    walk(people, upto=3)
    supervise(building.build(AT), AT)
    before = findings()
    walk(people, upto=3)
    done = supervise_touched(building.append(AT), AT)
    assert done.cases == 1
    late = {case for case, _, _ in findings() - before}
    assert late == {Case.objects.latest("pk").pk}


def test_an_act_after_the_mart_was_made_is_left_to_the_door(people):
    last = walk(people, upto=3)
    mart = building.build(AT)
    walk(people)
    older = replace(mart, mark=last.pk - 1)
    assert supervise(older, AT).raised == 0


def test_a_fed_record_is_found_under_its_organ_and_not_judged_for_what_it_lacks(
    people, monkeypatch
):
    organ = Organ.objects.order_by("pk").first()
    Organ.objects.update(qualified_from=date(2027, 1, 1))

    def fed(connection, advance):
        connection.execute(
            "INSERT INTO cases BY NAME SELECT -7 AS id, -7 AS case_id, '外1号' AS number, "
            f"{organ.pk} AS organ_id, 'enforcement.fed_penalty' AS procedure"
        )
        connection.execute(
            "INSERT INTO acts BY NAME SELECT -8 AS id, -7 AS case_id, -7 AS course_id, "
            "'decide' AS step, DATE '2026-03-01' AS occurred_on"
        )
        return 2

    monkeypatch.setattr(building.feeding, "feed", fed)
    supervise(building.build(AT), AT)
    found = Finding.objects.filter(record=-7)
    assert [(one.code, one.organ_id, one.case_id) for one in found] == [
        ("ZT-01", organ.pk, None)
    ]
    assert found[0].facts["外部案件"] == "外1号"
    again = supervise(building.build(AT), AT)
    assert (again.raised, again.cleared) == (0, 0)


VISIT = {
    "id": "J1",
    "version": 1,
    "inspection_no": "JC1",
    "source": "complaint",
    "mode": "on_site",
    "party_kind": "法人",
    "party_name": "某公司",
    "party_uscc": make_uscc("990001", "00000001"),
    "is_enterprise": "是",
    "started_at": "2026-05-13 09:00",
    "ended_at": "2026-05-13 10:00",
    "officers": 2,
    "problems": 0,
}


def test_an_inspection_that_a_feed_reports_is_supervised_until_it_is_mended(
    people, settings, tmp_path
):
    settings.FAHENG_FEEDS = tmp_path / "feeds"
    organ = Organ.objects.order_by("pk").first()
    source = FeedSource.objects.create(code="visits", name="检查系统", organ=organ)

    def report(**more):
        path = tmp_path / "visits.jsonl"
        told = {key: str(value) for key, value in {**VISIT, **more}.items()}
        path.write_text(json.dumps(told | {"organ_code": organ.code}))
        return ingest(Arrival(Inspections, source, path, path.name), system(), AT)

    def told_of():
        found = Finding.objects.filter(code="LC-53", cleared_at__isnull=True)
        return [(one.organ_id, one.case_id, one.facts["number"]) for one in found]

    assert report(approved_at="2026-05-13 09:30").fresh == 1
    supervise(building.build(AT), AT)
    assert told_of() == [(organ.pk, None, "JC1")]
    assert report(version=2, approved_at="2026-05-13 08:30").newer == 1
    supervise(building.append(AT), AT)
    assert told_of() == []
