"""What two invented systems report to the demo city: a good delivery, a flawed one."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from faheng.domains.enforcement.feeds import (
    CertificateChanges,
    Inspections,
    PenaltyCases,
    PenaltyDecisions,
)
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.feeds.actions import Arrival, ingest
from faheng.kernel.feeds.declare import Feed
from faheng.kernel.feeds.models import FeedExpectation, FeedSource
from faheng.kernel.parties.models import Organ, Person
from faheng.kernel.parties.queries import system
from faheng.lib.identifiers import make_uscc

Row = dict[str, str]
ZONE = ZoneInfo("Asia/Shanghai")
ROWS = 60
EVERY_SEVENTH = 7


@dataclass(frozen=True)
class Scene:
    """Where the invented records happen."""

    organ: Organ
    item: str
    day: date

    @property
    def division(self) -> str:
        """Code of the organ's division."""
        return self.organ.division.code

    def firm(self, number: int) -> str:
        """Give a credit code that passes."""
        return make_uscc(self.division[:6], f"{number:08d}")


def load_feeds(day: date) -> bool:
    """Deliver to the demo city; deliveries that are there already are left."""
    if FeedSource.objects.exists():
        return False
    places = _organs()
    item = EnforcementItem.objects.order_by("code").first()
    if item is None or not places:
        return False
    first, second = (Scene(organ, item.code, day) for organ in places)
    with tempfile.TemporaryDirectory() as folder:
        _first_system(first, Path(folder))
        _second_system(second, Path(folder))
    return True


def _organs() -> list[Organ]:
    """Give the organ of the cast's recorder, and another of its district."""
    recorder = Person.objects.filter(user__username="recorder").first()
    if recorder is None:
        return []
    every = Organ.objects.select_related("division").filter(kind="organ")
    own = every.get(pk=recorder.organ_id)
    beside = every.filter(division=own.division).exclude(pk=own.pk)
    other = beside.order_by("code").first()
    return [own, other] if other else []


def _first_system(scene: Scene, folder: Path) -> None:
    """Cases and decisions, in order; what is owed comes."""
    source = _source("case-system", "综合执法办案系统", scene, "韩书")
    _agree(source, scene.day, {PenaltyCases: 2, PenaltyDecisions: 2})
    for back in (2, 1):
        day = scene.day - timedelta(days=back)
        cases = list(_cases(scene, day, back * ROWS))
        decisions = [_decision(scene, day, case) for case in cases[::2]]
        _deliver(_csv(folder / f"案件-{day}.csv", cases), PenaltyCases, source, day)
        path = _lines(folder / f"决定-{day}.jsonl", decisions)
        _deliver(path, PenaltyDecisions, source, day)


def _second_system(scene: Scene, folder: Path) -> None:
    """Inspections with flaws, then nothing of the certificates that are owed."""
    source = _source("inspection-system", "移动检查系统", scene, "魏宁")
    _agree(source, scene.day, {Inspections: 2, CertificateChanges: 7})
    for back in (3, 1):
        day = scene.day - timedelta(days=back)
        rows = list(_inspections(scene, day, back * ROWS))
        if back == 1:
            _spoil(rows)
        _deliver(_csv(folder / f"检查-{day}.csv", rows), Inspections, source, day)
    torn = folder / f"证件-{scene.day}.csv"
    torn.write_text("记录编号,版本号,姓名\n1,1,钱多\n", encoding="gb18030")
    _deliver(torn, CertificateChanges, source, scene.day - timedelta(days=1))


def _source(code: str, name: str, scene: Scene, contact: str) -> FeedSource:
    return FeedSource.objects.create(
        code=code, name=name, organ=scene.organ, contact=contact, phone="0000-2000000"
    )


def _agree(source: FeedSource, day: date, delays: dict[type[Feed], int]) -> None:
    for feed, delay in delays.items():
        FeedExpectation.objects.create(
            source=source,
            entity=feed.entity,
            every_days=2,
            delay_days=delay,
            valid_from=day - timedelta(days=4),
        )


def _deliver(path: Path, feed: type[Feed], source: FeedSource, day: date) -> None:
    at = datetime.combine(day, time(18), ZONE)
    ingest(Arrival(feed, source, path, path.name), system(), at)


def _cases(scene: Scene, day: date, start: int) -> Iterator[Row]:
    for number in range(start, start + ROWS):
        filed = day - timedelta(days=number % 3)
        yield {
            "id": f"A{number:06d}",
            "version": "1",
            "case_no": f"模案〔{day.year}〕{number}号",
            "name": f"第{number}号商铺占道经营案",
            "procedure": "general" if number % 3 else "simple",
            "organ_code": scene.organ.code,
            "item": scene.item,
            "source": "inspection",
            "party_kind": "legal_person",
            "party_name": f"第{number}号商铺",
            "party_uscc": scene.firm(number),
            "discovered_on": str(filed - timedelta(days=3)),
            "act_end_on": str(filed - timedelta(days=3)),
            "place": f"和平路{number}号",
            "place_division": scene.division,
            "filed_on": str(filed),
            "officers": "2" if number % EVERY_SEVENTH else "",
        }


def _decision(scene: Scene, day: date, case: Row) -> Row:
    return {
        "id": f"D{case['id'][1:]}",
        "version": "1",
        "case_id": case["id"],
        "decision_no": case["case_no"].replace("案", "罚决"),
        "kind": "penalty",
        "organ_code": scene.organ.code,
        "party_kind": "legal_person",
        "party_name": case["party_name"],
        "party_uscc": case["party_uscc"],
        "violation": "占用道路经营",
        "facts": "在店外摆放货物，占用人行道。",
        "grounds": "某市市容条例第十条第一款",
        "kinds": "罚款",
        "fine": "0.05",
        "noticed_on": case["filed_on"],
        "decided_on": str(day),
    }


def _inspections(scene: Scene, day: date, start: int) -> Iterator[Row]:
    for number in range(start, start + ROWS):
        yield {
            "记录编号": f"J{number:06d}",
            "版本号": "1",
            "检查编号": f"JC{number:06d}",
            "检查机关": scene.organ.code,
            "执法事项": scene.item,
            "检查来源": "年度计划" if number % 2 else "投诉举报",
            "检查方式": "现场检查",
            "检查对象类型": "法人",
            "检查对象名称": f"第{number}号工厂",
            "检查对象信用代码": scene.firm(number),
            "是否企业": "是",
            "检查地点": f"工业路{number}号",
            "检查地点区划": scene.division,
            "批准时间": f"{day} 08:30",
            "扫码时间": f"{day} 09:00",
            "开始时间": f"{day} 09:05",
            "结束时间": f"{day} 10:00",
            "执法人员数": "2",
            "发现问题数": str(number % 3),
        }


def _spoil(rows: list[Row]) -> None:
    """Make the mistakes that systems make."""
    rows[3]["检查对象信用代码"] = rows[3]["检查对象信用代码"][:-1] + "I"
    rows[8]["开始时间"] = "1900-01-01 00:00"
    rows[12]["结束时间"] = rows[12]["批准时间"]
    rows[20]["检查机关"] = "不存在的机关"
    rows[21]["执法人员数"] = ""
    rows[30]["检查方式"] = "=1+1"
    rows[33] = {**rows[32], "发现问题数": "2"}
    for row in rows[40::4]:
        row["扫码时间"] = ""


def _csv(path: Path, rows: list[Row]) -> Path:
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def _lines(path: Path, rows: list[Row]) -> Path:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")
    return path
