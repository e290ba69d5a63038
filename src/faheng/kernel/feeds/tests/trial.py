"""An invented feed, and deliveries of it."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

from faheng.kernel.feeds.actions import Arrival, ingest
from faheng.kernel.feeds.code_lists import DIVISIONS, ORGANS
from faheng.kernel.feeds.columns import (
    CitizenId,
    Code,
    Codes,
    Column,
    CreditCode,
    Day,
    Known,
    Moment,
    Number,
    WanYuan,
    YesNo,
    Yuan,
)
from faheng.kernel.feeds.declare import Feed, Fill, Rule, key_of
from faheng.kernel.feeds.engine import engine
from faheng.kernel.feeds.queries import current_sql
from faheng.kernel.parties.queries import system
from faheng.lib.identifiers import make_citizen_id, make_uscc

NOON = datetime(2026, 5, 14, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
FIRM = make_uscc("990001", "00000001")
PERSON = make_citizen_id("990001", date(1990, 1, 2), 12)


class TrialVisits(Feed):
    """Invented visits."""

    title = "试验走访"
    event = "visited_on"
    organ = "organ_code"

    organ_code = Known("机关", required=True, of=ORGANS)
    place = Known("区划", of=DIVISIONS)
    visited_on = Day("走访日期", required=True)
    ended_on = Day("结束日期")
    at = Moment("时刻")
    kind = Code("种类", codes={"plan": "计划", "random": "随机"}, recommended=True)
    tags = Codes("标签", codes={"a": "甲", "b": "乙"})
    firm = CreditCode("信用代码")
    person = CitizenId("身份号码")
    people = Number("人数", most=99)
    cost = Yuan("费用")
    fine = WanYuan("罚款（万元）")
    remote = YesNo("远程")
    remark = Column("备注", limit=20)

    in_order = Rule("结束早于走访", "ended_on >= visited_on")

    fills = (
        Fill("visits", {"id": key_of("id"), "on": "visited_on"}),
        Fill(
            "visit_tags",
            {"visit_id": key_of("id"), "tag": "each"},
            where="tags IS NOT NULL",
            each="tags",
        ),
    )


def row(number=1, version=1, **cells):
    """Give a good row, but for what is said."""
    good = {
        "id": f"V{number}",
        "version": str(version),
        "organ_code": "990001-X",
        "visited_on": "2026-05-13",
        "kind": "plan",
    }
    return {key: cell for key, cell in (good | cells).items() if cell is not None}


def write_csv(path, rows, encoding="utf-8", titles=None):
    names = titles or list(dict.fromkeys(key for one in rows for key in one))
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([one.get(name, "") for name in names] for one in rows)
    return path


def write_lines(path, rows):
    text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows)
    path.write_text(text, encoding="utf-8")
    return path


def deliver(source, path, at=NOON, feed=TrialVisits, by=None):
    arrival = Arrival(feed, source, path, path.name)
    return ingest(arrival, by or system(), at)


def current(folder, feed=TrialVisits):
    """Give the latest version of every record, by its id."""
    query = current_sql(feed)
    if not query:
        return {}
    with engine(folder) as connection:
        found = connection.execute(query)
        names = [column[0] for column in found.description]
        rows = [dict(zip(names, values, strict=True)) for values in found.fetchall()]
    return {one["id"]: one for one in rows}
