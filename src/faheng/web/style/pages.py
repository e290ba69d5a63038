"""What each style page shows."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms

from faheng.statutes.administrative_penalty_law import PENALTY_LAW as PENALTY
from faheng.web import parts as p
from faheng.web.context import Me
from faheng.web.nav import NAVIGATION, ShownEntry, ShownGroup
from faheng.web.style import deadlines, matters
from faheng.web.style.deadlines import NUMBER, TODAY
from faheng.web.style.forms import DecisionForm, WitnessForm


def shell(current: str) -> dict[str, object]:
    """The navigation with counts, every entry shown."""
    counts = {"work": 14, "my_cases": 31, "notices": 2}
    groups = tuple(
        ShownGroup(
            group.title,
            tuple(
                ShownEntry(
                    entry.title,
                    entry.icon,
                    f"#{entry.name}",
                    entry.key,
                    entry.name == current,
                    counts.get(entry.name, 0),
                )
                for entry in group.entries
            ),
        )
        for group in NAVIGATION
    )
    tabs = [entry for group in groups for entry in group.entries][:4]
    me = Me("陈立衡", "望海区城管执法局")
    return {"nav_groups": groups, "tabs": tabs, "me": me, "today": TODAY}


def parts() -> dict[str, object]:
    """All parts."""
    empty = p.Empty(
        "今天没有到期的事",
        "最近的一件是 5月19日 周二，复查整改情况。",
        "calendar-check",
        links=(p.Link("先办这件", "#"), p.Link("看全部 11 件", "#")),
    )
    none = p.Empty(
        "没有发现“罚款超出法定幅度”",
        "昨夜 02:10 逐件核过。零是查出来的，不是没有查。",
        looked_at="4,182",
    )
    return {
        **shell("work"),
        "clocks": deadlines.CLOCKS,
        "cells": deadlines.cells(),
        "ledger": deadlines.LEDGER,
        "stages": matters.stages(),
        "scale": deadlines.scale(),
        "acts": matters.acts(),
        "cannot": matters.cannot(),
        "findings": matters.findings(),
        "thumbs": matters.thumbs(),
        "entries": matters.entries(),
        "empty": empty,
        "none": none,
        "paper": matters.PAPER,
        "papers": matters.papers(),
        "pager": p.Pager("第 51—100 件", "#", "#"),
        "fen": 8_600_000,
        "citation": PENALTY.article(57, 1),
        "pairs": (("当事人", "宏道渣土运输有限公司"), ("地点", "滨河东路")),
    }


def work() -> dict[str, object]:
    """The work list."""
    return {
        **shell("work"),
        "load": deadlines.load(),
        "groups": deadlines.ITEMS,
        "ledger": deadlines.LEDGER,
        "cells": deadlines.cells(),
        "findings": matters.findings()[:1],
    }


def case() -> dict[str, object]:
    """A case."""
    crumbs = (p.Link("我的案件", "#"), p.Link(NUMBER))
    return {
        **shell("my_cases"),
        "crumbs": crumbs,
        "stages": matters.stages(),
        "scale": deadlines.scale(),
        "papers": matters.papers(),
        "thumbs": matters.thumbs(),
        "entries": matters.entries(),
        "acts": matters.acts(),
        "cannot": matters.cannot(),
        "clocks": deadlines.CLOCKS,
        "findings": matters.findings(),
    }


def step(sent: Mapping[str, object]) -> dict[str, object]:
    """A step's form."""
    form = DecisionForm(sent or None, initial={"fine": "86,000"})
    rows = forms.formset_factory(WitnessForm, extra=1, can_delete=True)
    then = (
        p.Link("生成决定书", icon="file-text"),
        p.Link("停「作出决定」90 日", icon="square"),
        p.Link("启「送达」7 个工作日", icon="player-play"),
        p.Link("7 个工作日内公示", icon="world"),
    )
    crumbs = (p.Link("我的案件", "#"), p.Link(NUMBER, "#"), p.Link("作出决定"))
    return {
        **shell("my_cases"),
        "form": form,
        "rows": rows(prefix="goods"),
        "then": then,
        "crumbs": crumbs,
        "basis": PENALTY.article(57),
    }


COLUMNS = (
    p.Column("编码"),
    p.Column("事项"),
    p.Column("领域", leaves=True),
    p.Column("罚款下限", numeric=True),
    p.Column("罚款上限", numeric=True),
    p.Column("生效", leaves=True),
)
_ITEMS = (
    (
        "330217E46000",
        "对擅自倾倒建筑垃圾的行政处罚",
        "城市管理",
        "50,000",
        "200,000",
    ),
    ("330217E47000", "对未分类投放生活垃圾的行政处罚", "城市管理", "50", "500"),
    (
        "330217E48000",
        "对擅自设置大型户外广告的行政处罚",
        "城市管理",
        "5,000",
        "50,000",
    ),
)
ROWS = tuple(
    p.Row(
        (
            p.Cell(a),
            p.Cell(b, "#"),
            p.Cell(c),
            p.Cell(d),
            p.Cell(e),
            p.Cell("2024-03-01"),
        ),
        "#",
    )
    for a, b, c, d, e in _ITEMS * 5
)


def register() -> dict[str, object]:
    """A register."""
    return {
        **shell("work"),
        "columns": COLUMNS,
        "rows": ROWS,
        "pager": p.Pager("第 1—15 条", next_url="#"),
        "on": TODAY,
    }


def refusal() -> dict[str, object]:
    """A refusal."""
    return {
        **shell("work"),
        "case_url": "#",
        "citation": PENALTY.article(45),
        "reason": "林晓岚 09:40 已经办了“送法制审核”。",
    }
