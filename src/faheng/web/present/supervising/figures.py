"""Figures that open onto their rows, and the addresses that say which rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from faheng.kernel.alerts.board import WEEKS, week_begins
from faheng.kernel.alerts.models import FindingSeverity, FindingState
from faheng.kernel.pages.names import named
from faheng.kernel.questions.declare import Dimension, Severity
from faheng.web import parts
from faheng.web.present.registers import query
from faheng.web.words import month_day

TONES: Mapping[str, parts.Tone] = {"red": "late", "yellow": "soon", "hint": "hint"}
SEVERITIES: Mapping[str, str | Promise] = {
    FindingSeverity.RED: gettext_lazy("严重"),
    FindingSeverity.YELLOW: gettext_lazy("一般"),
    FindingSeverity.HINT: gettext_lazy("提示"),
}
STATES: Mapping[str, str | Promise] = {
    "open": gettext_lazy("未结"),
    FindingState.RAISED: gettext_lazy("还没有人看"),
    FindingState.SEEN: gettext_lazy("已查看"),
    FindingState.EXPLAINED: gettext_lazy("已说明"),
    FindingState.DISPUTED: gettext_lazy("有异议，待处理"),
    FindingState.ESCALATED: gettext_lazy("已转监督"),
    FindingState.DISMISSED: gettext_lazy("不成立"),
    "cleared": gettext_lazy("已消除"),
    "all": gettext_lazy("全部"),
}
PAST: Mapping[str, str | Promise] = {
    "false": gettext_lazy("认定为误报的"),
    "held": gettext_lazy("没有认定为误报的"),
    "overridden": gettext_lazy("说明后没有改的"),
    "cleared": gettext_lazy("发现以后改对消除的"),
}
"""What became of findings, by the names that the address of a list says."""

DIMENSIONS: Mapping[str, str | Promise] = {
    Dimension.BODY.prefix: gettext_lazy("主体"),
    Dimension.OFFICER.prefix: gettext_lazy("人员"),
    Dimension.PROCESS.prefix: gettext_lazy("流程"),
    Dimension.TIME.prefix: gettext_lazy("时限"),
    Dimension.PAPERS.prefix: gettext_lazy("文书"),
    Dimension.DATA.prefix: gettext_lazy("数据"),
}
WIDTH, HEIGHT, EDGE = 76, 24, 2.0
"""Of a sparkline, and what its dot needs around it."""


@dataclass(frozen=True)
class Figure:
    """A number that opens onto its rows."""

    count: int
    url: str
    tone: str = ""
    label: str = ""


@dataclass(frozen=True)
class Spark:
    """Twelve weeks as a line: its points and where it ends."""

    points: str
    x: str
    y: str


@dataclass(frozen=True)
class Week:
    """One week of the trend: where its two bars stand, and their rows."""

    title: str
    raised: Figure
    cleared: Figure
    left: int
    raised_top: float
    raised_height: float
    cleared_top: float
    cleared_height: float


def rows_url(**given: object) -> str:
    """Write the address of the findings behind a figure."""
    asked = query(**given)
    return f"{reverse('findings')}?{asked}" if asked else reverse("findings")


def rule_url(code: str) -> str:
    """Write the address of a rule's page."""
    return reverse("rule", args=[code])


def state_word(state: str) -> str:
    """What a state is called."""
    return named(state, str(STATES.get(state, state)))


def severity_word(severity: str) -> str:
    """How bad it is, in a word."""
    return str(SEVERITIES.get(severity, severity))


def tone_of(severity: Severity | str) -> parts.Tone:
    """The mark of a severity."""
    key = severity.key if isinstance(severity, Severity) else severity
    return TONES.get(key, "hint")


def spark(counts: Sequence[int]) -> Spark:
    """Draw counts, the oldest first, as a line on their own scale."""
    most = max([*counts, 1])
    step = (WIDTH - 2 * EDGE) / max(len(counts) - 1, 1)
    drop = HEIGHT - 2 * EDGE - 1
    points = [
        (f"{EDGE + at * step:.1f}", f"{HEIGHT - EDGE - drop * n / most:.1f}")
        for at, n in enumerate(counts)
    ]
    return Spark(" ".join(f"{x},{y}" for x, y in points), *points[-1])


def of_rule(counted: Mapping[tuple[str, int], int], code: str) -> list[int]:
    """Give a rule's counts by week, the oldest first."""
    return [counted.get((code, ago), 0) for ago in reversed(range(WEEKS))]


def in_week(counted: Mapping[tuple[str, int], int], ago: int) -> int:
    """Add up all rules of a week."""
    return sum(n for (_, week), n in counted.items() if week == ago)


BASE, TALLEST, APART, BEFORE = 78, 70, 53, 12
"""Of the trend's drawing: its base line, its tallest bar, and its columns."""


def trend(
    raised: Mapping[tuple[str, int], int],
    cleared: Mapping[tuple[str, int], int],
    today: date,
) -> tuple[Week, ...]:
    """Lay out what came and went, week by week, the oldest first."""
    sums = [(in_week(raised, ago), in_week(cleared, ago)) for ago in range(WEEKS)]
    most = max(max(pair) for pair in sums) or 1
    return tuple(
        _week(today, ago, sums[ago], TALLEST / most) for ago in reversed(range(WEEKS))
    )


def _week(today: date, ago: int, counts: tuple[int, int], scale: float) -> Week:
    begins = week_begins(today, ago)
    days = {"since": begins, "until": begins + timedelta(days=6)}
    tall, low = (round(n * scale, 1) for n in counts)
    title = month_day(begins)
    return Week(
        title,
        Figure(counts[0], rows_url(state="all", **days)),
        Figure(counts[1], rows_url(state="cleared", **days)),
        BEFORE + (WEEKS - 1 - ago) * APART,
        BASE - tall,
        tall,
        BASE - low,
        low,
    )


def shade(count: int, most: int) -> str:
    """The step of the ramp on which a count stands; nothing has its own."""
    return f"q{-(-count * 6 // most)}" if count and most else "q0"


def joined(words: Iterable[str]) -> str:
    """Words side by side, what is empty left out."""
    return "　".join(filter(None, words))
