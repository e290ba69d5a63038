"""Feeds of enforcement: good and bad rows, and the tables of rules they fill."""

from __future__ import annotations

import csv
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from faheng.domains.enforcement.feeds import Inspections, PenaltyCases, PenaltyDecisions
from faheng.domains.enforcement.tests.cast import build
from faheng.kernel.feeds.actions import Arrival, ingest
from faheng.kernel.feeds.declare import FEEDS
from faheng.kernel.feeds.engine import engine
from faheng.kernel.feeds.models import FeedSource
from faheng.kernel.feeds.queries import filled
from faheng.kernel.parties.queries import system
from faheng.kernel.questions.contract import tables
from faheng.lib.identifiers import make_uscc

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 5, 14, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
FIRM = make_uscc("990001", "00000001")


@pytest.fixture
def cast(settings, tmp_path):
    settings.FAHENG_FEEDS = tmp_path / "feeds"
    return build()


@pytest.fixture
def source(cast):
    return FeedSource.objects.create(
        code="cases", name="办案系统", organ=cast.organs["bureau"]
    )


@pytest.fixture
def deliver(source, tmp_path):
    def delivered(feed, *rows):
        path = tmp_path / f"{feed.entity}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            names = list(dict.fromkeys(key for row in rows for key in row))
            writer = csv.DictWriter(file, names, restval="")
            writer.writeheader()
            writer.writerows(rows)
        return ingest(Arrival(feed, source, path, path.name), system(), NOON)

    return delivered


def case(cast, number=1, **more):
    organ, item = cast.organs["bureau"], next(iter(cast.items.values()))
    return {
        "id": f"A{number}",
        "version": 1,
        "case_no": f"模案〔2026〕{number}号",
        "procedure": "普通程序",
        "organ_code": organ.code,
        "item": item.code,
        "source": "inspection",
        "party_kind": "法人",
        "party_name": "某公司",
        "party_uscc": FIRM,
        "discovered_on": "2026-05-01",
        "filed_on": "2026-05-06",
    } | more


def decision(cast, number=1, **more):
    return {
        "id": f"D{number}",
        "version": 1,
        "case_id": f"A{number}",
        "decision_no": f"模罚决〔2026〕{number}号",
        "kind": "行政处罚",
        "organ_code": cast.organs["bureau"].code,
        "party_kind": "法人",
        "party_name": "某公司",
        "grounds": "某条例第十条",
        "kinds": "罚款、没收违法所得",
        "fine": "0.05",
        "gains": "0.000001",
        "noticed_on": "2026-05-07",
        "decided_on": "2026-05-13",
    } | more


def inspection(cast, number=1, **more):
    return {
        "id": f"J{number}",
        "version": 1,
        "inspection_no": f"JC{number}",
        "organ_code": cast.organs["bureau"].code,
        "source": "plan",
        "mode": "on_site",
        "party_kind": "法人",
        "party_name": "某公司",
        "party_uscc": FIRM,
        "is_enterprise": "是",
        "started_at": "2026-05-13 09:00",
        "ended_at": "2026-05-13 10:00",
        "officers": 2,
        "problems": 1,
    } | more


BAD = [
    (PenaltyCases, case, {"filed_on": "2026-04-30"}, "立案早于发现"),
    (PenaltyCases, case, {"closed_on": "2026-05-10"}, "已结案而没有结案方式"),
    (PenaltyCases, case, {"party_uscc": ""}, "法人没有信用代码"),
    (PenaltyCases, case, {"item": "没有"}, "未登记"),
    (PenaltyDecisions, decision, {"noticed_on": "2026-05-14"}, "决定早于告知"),
    (PenaltyDecisions, decision, {"served_on": "2026-05-12"}, "送达早于决定"),
    (PenaltyDecisions, decision, {"fine": ""}, "罚款没有金额"),
    (PenaltyDecisions, decision, {"kinds": "警告"}, "处罚种类不含罚款"),
    (PenaltyDecisions, decision, {"kinds": ""}, "没有处罚种类"),
    (Inspections, inspection, {"ended_at": "2026-05-13 08:00"}, "结束早于开始"),
    (Inspections, inspection, {"unresolved": 2}, "未处置问题多于发现问题"),
]


@pytest.mark.parametrize(("feed", "row", "change", "says"), BAD)
def test_a_row_that_contradicts_itself_is_returned_and_its_neighbour_kept(
    cast, deliver, feed, row, change, says
):
    delivery = deliver(feed, row(cast, 1), row(cast, 2, **change))

    assert (delivery.fresh, delivery.rejected) == (1, 1), delivery.reason
    assert says in delivery.rows.get().reason


@pytest.mark.parametrize("feed", list(FEEDS), ids=lambda feed: feed.entity)
def test_a_feed_fills_only_tables_and_columns_that_rules_know(feed):
    known = tables()
    for fill in feed.fills:
        if fill.table not in known:
            assert fill.table in {"visits", "visit_tags"}, fill.table
            continue
        assert set(fill.columns) <= set(known[fill.table].columns), fill.table


def every_select(*feeds):
    for feed in feeds:
        for table, selects in filled(feed).items():
            yield from ((table, select) for select in selects)


def test_fed_cases_and_decisions_meet_in_the_tables_of_rules(cast, deliver, tmp_path):
    deliver(PenaltyCases, case(cast))
    deliver(PenaltyDecisions, decision(cast))
    organ, item = cast.organs["bureau"], next(iter(cast.items.values()))
    with engine(tmp_path) as connection:
        connection.execute(
            "CREATE TABLE organs AS SELECT ? AS id, ? AS code, '' AS uscc, ? AS division_id",
            [organ.pk, organ.code, organ.division_id],
        )
        connection.execute(
            "CREATE TABLE divisions AS SELECT ? AS id, ? AS code, ? AS path",
            [organ.division_id, organ.division.code, organ.division.path],
        )
        connection.execute(
            "CREATE TABLE enforcement_items AS SELECT ? AS id, ? AS code, ? AS field",
            [item.pk, item.code, item.field],
        )
        for table, select in every_select(PenaltyCases, PenaltyDecisions):
            held = f"CREATE TABLE IF NOT EXISTS fed_{table} AS {select} LIMIT 0"
            connection.execute(held)
            connection.execute(f"INSERT INTO fed_{table} {select}")
        met = connection.execute(
            "SELECT c.organ_id, c.division_path, f.item_id,"
            " list(a.step ORDER BY a.occurred_on, a.step)"
            " FROM fed_cases AS c JOIN fed_penalty_files AS f USING (case_id)"
            " JOIN fed_acts AS a USING (case_id) GROUP BY ALL"
        ).fetchall()
        imposed = connection.execute(
            "SELECT kind, amount FROM fed_penalty_items ORDER BY kind"
        ).fetchall()

    steps = ["file_case", "serve_notice", "decide"]
    assert met == [(organ.pk, organ.division.path, item.pk, steps)]
    assert imposed == [("confiscate_gains", 1), ("fine", 50_000)]
