"""Invented matters of a case: stages, acts, findings, papers, evidence, record."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from faheng.statutes.administrative_penalty_law import PENALTY_LAW as PENALTY
from faheng.web import parts as p

HERE = ZoneInfo("Asia/Shanghai")


def _at(month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=HERE)


def findings() -> tuple[p.Finding, ...]:
    """One finding of each weight."""
    return (
        p.Finding(
            "扣除 8 日缺告知凭据",
            "late",
            "补不上则扣押已于 5月7日届满。",
            PENALTY.article(56),
            (p.Link("补传回证", "#"), p.Link("说明", "#")),
        ),
        p.Finding("证7 复印件未核对", "soon", "缺提供人签章。", PENALTY.article(46)),
        p.Finding("现场笔录填写时间晚于系统时间 2 小时 14 分", "hint"),
    )


def stages() -> tuple[p.Stage, ...]:
    """A main line with a skipped stage."""
    done = (
        ("核查", "3月9日"),
        ("立案", "3月11日"),
        ("调查取证", "4月24日终结"),
        ("事先告知", "4月28日送达"),
        ("复核申辩", "5月9日 部分采纳"),
    )
    return (
        *(p.Stage(title, "done", note) for title, note in done),
        p.Stage("听证", "skipped", "未达到数额"),
        p.Stage("法制审核", "done", "5月13日 通过"),
        p.Stage("作出决定", "now", "最迟 6月9日"),
        p.Stage("送达", "next", "决定后 7 个工作日"),
        p.Stage("履行", "next", "送达后 15 日"),
        p.Stage("结案归档"),
    )


def acts() -> tuple[p.Act, ...]:
    """What can be done, by oneself and by others."""
    return (
        p.Act(
            "拟处罚决定稿",
            "#",
            "拟稿",
            "你拟稿，郑宏签发",
            key="KeyD",
            citation=PENALTY.article(57),
            primary=True,
        ),
        p.Act(
            "作出扣押处理决定",
            "#",
            "处理",
            "你与林晓岚",
            urgent="最迟明天",
            key="KeyS",
            citation=PENALTY.article(56),
        ),
        p.Act("退回补充调查", by="只有郑宏可以", who="郑宏"),
    )


def cannot() -> tuple[p.Act, ...]:
    """What cannot be done, and why."""
    why = "还没有作出决定，不能送达。"
    return (p.Act("送达决定书", label="送达", why=why, citation=PENALTY.article(61)),)


def papers() -> dict[str, object]:
    """A table of papers, one missing."""
    columns = (
        p.Column("文号"),
        p.Column("文书"),
        p.Column("日期"),
        p.Column("送达"),
        p.Column("签章", leaves=True),
    )
    missing = p.Row(
        (
            p.Cell("待拟"),
            p.Cell("检测期间告知书的送达回证", tone="late"),
            p.Cell("应于 4月13日"),
            p.Cell("缺", note="补传"),
            p.Cell(""),
        ),
        missing=True,
    )
    said = (
        ("望城法审〔2026〕91号", "法制审核意见书", "5月13日", "内部", "苏文静"),
        (
            "望城罚告〔2026〕152号",
            "行政处罚事先告知书",
            "4月28日",
            "直接",
            "郑宏，印章",
        ),
        ("望城扣决〔2026〕23号", "扣押决定书", "4月7日", "直接", "郑宏，印章"),
    )
    rows = tuple(
        p.Row((p.Cell(a), p.Cell(b, "#"), p.Cell(c), p.Cell(d), p.Cell(e)), "#")
        for a, b, c, d, e in said
    )
    return {"columns": columns, "rows": (missing, *rows)}


def entries() -> tuple[p.LogEntry, ...]:
    """A record."""
    return (
        p.LogEntry(
            _at(5, 13, 16, 20),
            "法制审核通过",
            "苏文静",
            weight="big",
            said="事实清楚，证据确凿。请在决定书中写明清理验收的日期。",
        ),
        p.LogEntry(
            _at(5, 9, 10, 5), "送法制审核", "陈立衡", "5月9日为调休上班日，计入工作日"
        ),
        p.LogEntry(
            _at(4, 28, 11, 10),
            "送达事先告知书",
            "林晓岚",
            "直接送达",
            recorded_at=_at(4, 30, 9, 2),
        ),
        p.LogEntry(
            _at(4, 13, 9, 0),
            "检测开始，扣押期限不计",
            weight="warn",
            text="未见告知凭据",
            citation=PENALTY.article(56),
        ),
    )


def thumbs() -> tuple[p.Thumb, ...]:
    """Evidence."""
    return (
        p.Thumb(
            "证3 现场照片 6 张",
            "#",
            icon="photo",
            corner="3月10日 23:41",
            purpose="车辆卸料、路面堆体",
        ),
        p.Thumb("证4 执法记录", "#", icon="video", corner="38:12", purpose="全程"),
        p.Thumb("证5 行驶轨迹", "#", icon="map-pin", corner="GPS", purpose="偏离路线"),
        p.Thumb(
            "证7 运输核准证",
            "#",
            icon="file-text",
            corner="复印件",
            tone="soon",
            warning="未核对原件",
        ),
    )


PAPER = p.PaperFace(
    "南澜市望海区城市管理和综合执法局",
    "行政处罚决定书",
    "望城罚决〔2026〕118号",
    "南澜市宏道渣土运输有限公司",
    (
        "经查明，你单位于二〇二六年三月十日二十三时四十一分，在望海区渔港街道滨河东路"
        "擅自倾倒建筑垃圾三十六点四立方米。",
        "现决定：处罚款人民币捌万陆仟元整（￥86,000.00）。",
    ),
    date(2026, 5, 15),
    sealed=True,
    state="issued",
)
