"""Invented deadlines: clocks, day strips, lanes, the work list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from faheng.kernel.clocks.declare import Cell, CellKind
from faheng.statutes.administrative_penalty_law import PENALTY_LAW as PENALTY
from faheng.web import lanes
from faheng.web import parts as p

TODAY = date(2026, 5, 14)
NUMBER = "望城立〔2026〕187号"
PAUSED = (date(2026, 4, 13), date(2026, 4, 20))


def cells() -> tuple[Cell, ...]:
    """The days of a seizure, with a pause."""
    first, last = date(2026, 4, 8), date(2026, 5, 15)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return tuple(
        Cell(
            on=day,
            kind=_kind(day),
            number=None,
            makeup=day == date(2026, 5, 9),
            today=day == TODAY,
            last=day == last,
            provisional=False,
        )
        for day in days
    )


def _kind(day: date) -> CellKind:
    if PAUSED[0] <= day <= PAUSED[1]:
        return CellKind.OFF
    return CellKind.LEFT if day > TODAY else CellKind.USED


LEDGER = (
    p.LedgerLine("起算", "4月7日实施扣押，次日为第 1 日"),
    p.LedgerLine("期限", "三十日", "30 日", citation=PENALTY.article(56)),
    p.LedgerLine(
        "扣除", "检测 4月13日至20日", "+ 8 日", "paused", missing="送达回证未入卷"
    ),
    p.LedgerLine("届满", "5月15日 周五，工作日，不顺延", "38 日", total=True),
)


CLOCKS = (
    p.Clock(
        "扣押期限",
        left=1,
        due_on=date(2026, 5, 15),
        citation=PENALTY.article(56),
        url="#how",
        key="KeyH",
        days=cells(),
        ledger=LEDGER,
    ),
    p.Clock(
        "决定期限",
        left=26,
        due_on=date(2026, 6, 9),
        citation=PENALTY.article(60),
        note="3月11日立案起",
        url="#how",
    ),
    p.Clock(
        "公告送达",
        state="paused",
        due_on=date(2026, 6, 2),
        citation=PENALTY.article(61),
    ),
    p.Clock(
        "追责时效",
        state="stopped",
        citation=PENALTY.article(36),
        note="3月9日发现，不再计",
    ),
    p.Clock(
        "送达决定",
        left=-1,
        unit="working_days",
        due_on=date(2026, 5, 13),
        provisional=True,
        citation=PENALTY.article(61),
    ),
)


def scale() -> lanes.Scale:
    """Clocks on one scale."""
    day = date
    return lanes.draw(
        (
            lanes.Lane(
                "作出决定",
                day(2026, 3, 11),
                day(2026, 6, 9),
                term="90 日",
                label="已用 64 日",
                main=True,
            ),
            lanes.Lane(
                "责令改正",
                day(2026, 3, 18),
                day(2026, 4, 22),
                ended_on=day(2026, 4, 22),
                label="4月22日复查：已清理",
            ),
            lanes.Lane(
                "扣押车辆",
                day(2026, 4, 7),
                day(2026, 5, 15),
                term="30 日",
                label="已用 29 日",
                urgent=True,
                pauses=(PAUSED,),
            ),
            lanes.Lane("送达回证", day(2026, 4, 28), day(2026, 5, 8), late=True),
            lanes.Lane(
                "法制审核",
                day(2026, 5, 9),
                day(2026, 5, 18),
                ended_on=day(2026, 5, 13),
                label="用 3 个工作日",
            ),
        ),
        TODAY,
    )


_LATE = p.WorkItem(
    "送达处罚决定书",
    "#",
    -1,
    date(2026, 5, 13),
    used_percent=100,
    number="望城罚决〔2026〕109号",
    subject="老周建材店·占用城市道路堆放物料",
    stage="送达",
    stage_before="决定",
    finding="邮寄件 5月11日退回，未改用其他方式送达",
    citation=PENALTY.article(61),
    act_label="改为留置送达",
    act_url="#",
)
_TODAY = p.WorkItem(
    "复核陈述申辩",
    "#",
    0,
    TODAY,
    used_percent=92,
    number="望城立〔2026〕203号",
    subject="启明广告有限公司·擅自设置大型户外广告",
    stage="复核",
    stage_before="告知",
    act_label="写复核意见",
    act_url="#",
)
_SOON = p.WorkItem(
    "作出扣押处理决定",
    "#",
    1,
    date(2026, 5, 15),
    used_percent=97,
    number=NUMBER,
    subject="宏道渣土运输公司·擅自倾倒建筑垃圾",
    stage="扣押",
    track="主线：待决定",
    finding="缺检测告知的送达回证；补不上，期限应为 5月7日",
    act_label="处理",
    act_url="#",
    current=True,
)
_FAR = p.WorkItem(
    "补正法制审核意见",
    "#",
    3,
    date(2026, 5, 19),
    "working_days",
    used_percent=50,
    number="望城立〔2026〕168号",
    subject="鑫达混凝土有限公司·夜间施工噪声",
    stage="补正",
    stage_before="审核",
    finding="审核人要求补 2 项",
    finding_tone="soon",
    act_label="补正",
    act_url="#",
    tag="2 项",
)
_PAUSED = p.WorkItem(
    "公告送达",
    "#",
    19,
    date(2026, 6, 2),
    paused=True,
    used_percent=40,
    number="望城罚决〔2026〕64号",
    subject="许某某·违法搭建",
    stage="送达",
    act_label="查看公告",
    act_url="#",
)
ITEMS = (
    ("已逾期", "late", (_LATE,)),
    ("今天 5月14日 周四", "", (_TODAY,)),
    ("明天 5月15日 周五", "", (_SOON,)),
    ("下周及以后", "", (_FAR, _PAUSED)),
)


def load() -> tuple[p.LoadDay, ...]:
    """What falls due on each of 24 days."""
    due: Mapping[int, tuple[Literal["l", "s", ""], ...]] = {
        2: ("l",),
        3: ("s", "s", "s"),
        4: ("s",),
        8: ("", ""),
        9: ("",),
        16: ("", ""),
    }
    first = date(2026, 5, 11)
    days = [first + timedelta(days=n) for n in range(24)]
    return tuple(
        p.LoadDay(day, day.weekday() > 4, day == TODAY, day < TODAY, due.get(n, ()))
        for n, day in enumerate(days)
    )
