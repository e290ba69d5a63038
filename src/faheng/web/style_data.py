"""Invented rows for the style pages: one district, one firm, no real person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django import forms

from faheng.kernel.clocks.declare import Cell, CellKind
from faheng.statutes.administrative_penalty_law import PENALTY_LAW as PENALTY
from faheng.web import lanes
from faheng.web import parts as p
from faheng.web.context import Me
from faheng.web.nav import NAVIGATION, ShownEntry, ShownGroup

TODAY = date(2026, 5, 14)
HERE = ZoneInfo("Asia/Shanghai")
NUMBER = "望城立〔2026〕187号"
PAUSED = (date(2026, 4, 13), date(2026, 4, 20))


def _shell(current: str) -> dict[str, object]:
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


def _at(month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=HERE)


def _cells() -> tuple[Cell, ...]:
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


def _clocks() -> tuple[p.Clock, ...]:
    return (
        p.Clock(
            "扣押期限",
            left=1,
            due_on=date(2026, 5, 15),
            citation=PENALTY.article(56),
            url="#how",
            key="KeyH",
            days=_cells(),
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


def _findings() -> tuple[p.Finding, ...]:
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


def _stages() -> tuple[p.Stage, ...]:
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


def _lanes() -> lanes.Scale:
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


def _acts() -> tuple[p.Act, ...]:
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


def _cannot() -> tuple[p.Act, ...]:
    why = "还没有作出决定，不能送达。"
    return (p.Act("送达决定书", label="送达", why=why, citation=PENALTY.article(61)),)


def _papers() -> dict[str, object]:
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


def _log() -> tuple[p.LogEntry, ...]:
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


def _thumbs() -> tuple[p.Thumb, ...]:
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


def _items() -> tuple[tuple[str, str, tuple[p.WorkItem, ...]], ...]:
    late = p.WorkItem(
        "送达处罚决定书",
        "#",
        -1,
        date(2026, 5, 13),
        used_percent=100,
        number="望城罚决〔2026〕109号",
        subject="老周建材店·占用城市道路堆放物料",
        stage="决定 → 送达",
        finding="邮寄件 5月11日退回，未改用其他方式送达",
        citation=PENALTY.article(61),
        act_label="改为留置送达",
        act_url="#",
    )
    today = p.WorkItem(
        "复核陈述申辩",
        "#",
        0,
        TODAY,
        used_percent=92,
        number="望城立〔2026〕203号",
        subject="启明广告有限公司·擅自设置大型户外广告",
        stage="告知 → 复核",
        act_label="写复核意见",
        act_url="#",
    )
    soon = p.WorkItem(
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
    far = p.WorkItem(
        "补正法制审核意见",
        "#",
        3,
        date(2026, 5, 19),
        "working_days",
        used_percent=50,
        number="望城立〔2026〕168号",
        subject="鑫达混凝土有限公司·夜间施工噪声",
        stage="审核 → 补正",
        finding="审核人要求补 2 项",
        finding_tone="soon",
        act_label="补正",
        act_url="#",
        tag="2 项",
    )
    paused = p.WorkItem(
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
    return (
        ("已逾期", "late", (late,)),
        ("今天 5月14日 周四", "", (today,)),
        ("明天 5月15日 周五", "", (soon,)),
        ("下周及以后", "", (far, paused)),
    )


def _load() -> tuple[p.LoadDay, ...]:
    due: Mapping[int, tuple[str, ...]] = {
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


class DecisionForm(forms.Form):
    """A step's form with every kind of field."""

    act_on = forms.DateField(
        label="违法行为终了之日",
        help_text="从这一天起算追责时效",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    volume = forms.DecimalField(
        label="倾倒量", help_text="以检测报告为准，单位立方米，保留一位小数"
    )
    fine = forms.CharField(
        label="罚款",
        help_text="法定幅度五万元以上二十万元以下",
        widget=forms.TextInput(attrs={"data-money": True, "inputmode": "decimal"}),
    )
    tier = forms.ChoiceField(
        label="裁量阶次", choices=[("1", "较轻"), ("2", "一般"), ("3", "较重")]
    )
    service = forms.ChoiceField(
        label="送达方式",
        choices=[("direct", "直接送达"), ("mail", "邮寄送达"), ("net", "电子送达")],
        widget=forms.RadioSelect,
    )
    public = forms.BooleanField(
        label="同意公开", required=False, help_text="决定七个工作日内公示"
    )
    file = forms.FileField(label="附件", required=False)
    reasons = forms.CharField(
        label="理由", widget=forms.Textarea, help_text="将印在决定书上"
    )

    def clean_fine(self) -> str:
        """Refuse what is above the notice, to show an error."""
        fine = str(self.cleaned_data["fine"])
        if fine.startswith("132"):
            raise forms.ValidationError(
                "132,000 元高于告知的 95,000 元（行政处罚法第45条）。改低，或者重新告知。"
            )
        return fine


class WitnessForm(forms.Form):
    """A row of a formset."""

    name = forms.CharField(label="姓名")
    amount = forms.CharField(label="数量")
    note = forms.CharField(label="说明", required=False)


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
        **_shell("work"),
        "clocks": _clocks(),
        "cells": _cells(),
        "ledger": LEDGER,
        "stages": _stages(),
        "scale": _lanes(),
        "acts": _acts(),
        "cannot": _cannot(),
        "findings": _findings(),
        "thumbs": _thumbs(),
        "entries": _log(),
        "empty": empty,
        "none": none,
        "paper": PAPER,
        "papers": _papers(),
        "pager": p.Pager("第 51—100 件", "#", "#"),
        "fen": 8_600_000,
        "citation": PENALTY.article(57, 1),
        "pairs": (("当事人", "宏道渣土运输有限公司"), ("地点", "滨河东路")),
    }


def work() -> dict[str, object]:
    """The work list."""
    return {
        **_shell("work"),
        "load": _load(),
        "groups": _items(),
        "ledger": LEDGER,
        "cells": _cells(),
        "findings": _findings()[:1],
    }


def case() -> dict[str, object]:
    """A case."""
    crumbs = (p.Link("我的案件", "#"), p.Link(NUMBER))
    return {
        **_shell("my_cases"),
        "crumbs": crumbs,
        "stages": _stages(),
        "scale": _lanes(),
        "papers": _papers(),
        "thumbs": _thumbs(),
        "entries": _log(),
        "acts": _acts(),
        "cannot": _cannot(),
        "clocks": _clocks(),
        "findings": _findings(),
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
        **_shell("my_cases"),
        "form": form,
        "rows": rows(prefix="goods"),
        "then": then,
        "crumbs": crumbs,
        "basis": PENALTY.article(57),
    }


def register() -> dict[str, object]:
    """A register."""
    columns = (
        p.Column("编码"),
        p.Column("事项"),
        p.Column("领域", leaves=True),
        p.Column("罚款下限", numeric=True),
        p.Column("罚款上限", numeric=True),
        p.Column("生效", leaves=True),
    )
    said = (
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
    rows = tuple(
        p.Row(
            (
                p.Cell(a),
                p.Cell(b, "#"),
                p.Cell(c),
                p.Cell(d, number=True),
                p.Cell(e, number=True),
                p.Cell("2024-03-01"),
            ),
            "#",
        )
        for a, b, c, d, e in said * 5
    )
    return {
        **_shell("work"),
        "columns": columns,
        "rows": rows,
        "pager": p.Pager("第 1—15 条", next_url="#"),
        "on": TODAY,
    }


def refusal() -> dict[str, object]:
    """A refusal."""
    return {
        **_shell("work"),
        "case_url": "#",
        "citation": PENALTY.article(45),
        "reason": "林晓岚 09:40 已经办了“送法制审核”。",
    }
