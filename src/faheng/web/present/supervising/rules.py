"""Rules as pages show them: the list of all, and one with its history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from faheng.domains.enforcement.parameters import DEFAULTS
from faheng.domains.enforcement.registers import Parameter
from faheng.kernel.alerts.board import Tally, is_open, midnight
from faheng.kernel.alerts.models import Finding
from faheng.kernel.alerts.precision import precision
from faheng.kernel.cases.queries import visible
from faheng.kernel.law.declare import Basis
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.questions.standing import KnownRule, Standing, known_rules, words_in
from faheng.web.present.grounds import ground
from faheng.web.present.supervising.figures import Figure, rows_url, rule_url, tone_of
from faheng.web.words import year_month

STANDINGS: Mapping[str, str | Promise] = {
    Standing.WRITTEN.key: gettext_lazy("专门编写"),
    Standing.DERIVED.key: gettext_lazy("由程序派生"),
    Standing.WAITING.key: gettext_lazy("等待数据"),
}
MONTHS = 12
PAGE = 60
"""So many rules stand on a page of the list."""


@dataclass(frozen=True)
class RuleLine:
    """A rule in the list of all."""

    code: str
    title: str
    url: str
    tone: str
    ground: Basis | None
    standing: str
    standing_word: str | Promise
    waits_for: str
    open: Figure | None
    is_listed: bool


@dataclass(frozen=True)
class Page:
    """Some rules, of how many, and the code after which the next follow."""

    lines: list[RuleLine]
    many: int
    after: str


@dataclass(frozen=True)
class Set:
    """A parameter that a rule reads, as it stands."""

    title: str
    value: str
    where: str


@dataclass(frozen=True)
class Month:
    """What a rule found in a month, with the width of its bar in percent."""

    title: str
    raised: Figure
    share: int


@dataclass(frozen=True)
class Asked:
    """What narrows the list of rules."""

    q: str = ""
    dimension: str = ""
    standing: str = ""


def lines(
    asked: Asked, after: str, counted: Sequence[Tally] | None, today: date
) -> Page:
    """Give a page of the rules that were asked for.

    Args:
        asked: what narrows them.
        after: code of the rule after which the page begins; empty for the first.
        counted: what is open; None for a reader who does not watch.
        today: the day whose articles are cited.
    """
    sums: Counter[str] = Counter()
    for one in filter(is_open, counted or ()):
        sums[one.code] += one.many
    every = [one for one in known_rules() if _is_asked(one, asked)]
    codes = [one.code for one in every]
    start = codes.index(after) + 1 if after in codes else 0
    shown = every[start : start + PAGE]
    more = shown[-1].code if start + PAGE < len(every) else ""
    opened = None if counted is None else sums
    return Page([_line(one, opened, today) for one in shown], len(every), more)


def _is_asked(one: KnownRule, asked: Asked) -> bool:
    basis = str(one.rule.basis) if one.rule else ""
    text = f"{one.code} {one.title} {basis} {one.waits_for}".lower()
    return (
        all(word in text for word in asked.q.lower().split())
        and one.code.startswith(asked.dimension)
        and asked.standing in {"", one.standing.key}
    )


def _line(one: KnownRule, sums: Counter[str] | None, today: date) -> RuleLine:
    found = None
    if one.rule is not None and sums is not None:
        found = Figure(sums[one.code], rows_url(code=one.code))
    return RuleLine(
        one.code,
        one.title,
        rule_url(one.code),
        tone_of(one.severity),
        ground(str(one.rule.basis), today) if one.rule else None,
        one.standing.key,
        STANDINGS[one.standing.key],
        one.waits_for,
        found,
        one.is_listed,
    )


def counts() -> list[tuple[str, str | Promise, int]]:
    """Count the listed rules by how they stand."""
    listed = [one for one in known_rules() if one.is_listed]
    return [
        (key, word, sum(one.standing.key == key for one in listed))
        for key, word in STANDINGS.items()
    ]


def parameters(code: str, today: date) -> tuple[Set, ...]:
    """Give what is set on a day of the parameters that a rule reads."""
    names = sorted(words_in(code) & DEFAULTS.keys())
    if not names:
        return ()
    rows = Parameter.objects.on(today).filter(name__in=names)
    found = [
        Set(
            DEFAULTS[row.name].title,
            _measured(row.value, DEFAULTS[row.name].unit),
            "　".join(filter(None, (_place(row), row.get_field_display()))),
        )
        for row in rows.select_related("division")
    ]
    usual = [
        Set(
            DEFAULTS[name].title,
            _measured(DEFAULTS[name].value, DEFAULTS[name].unit),
            "",
        )
        for name in names
    ]
    return (*usual, *found)


def _place(row: Parameter) -> str:
    return row.division.name if row.division else ""


def _measured(value: int, unit: object) -> str:
    return f"{value} {getattr(unit, 'label', '')}"


def months(viewer: Viewer, code: str, today: date) -> tuple[Month, ...]:
    """Count what a rule found in each of the last twelve months, the newest first."""
    begins = [_month(today, ago) for ago in range(MONTHS)]
    ends = [midnight(day) for day in (_month(today, -1), *begins)]
    rows = Finding.objects.filter(
        visible(viewer), code=code, raised_at__gte=ends[-1], raised_at__lt=ends[0]
    )
    counted = rows.aggregate(**{
        f"ago{ago}": Count("pk", filter=Q(raised_at__gte=begin, raised_at__lt=end))
        for ago, (end, begin) in enumerate(pairwise(ends))
    })
    found = {ago: counted[f"ago{ago}"] for ago in range(MONTHS)}
    most = max(*found.values(), 1)
    return tuple(
        Month(
            year_month(begin),
            Figure(
                found.get(ago, 0),
                rows_url(code=code, state="all", since=begin, until=_last(begin)),
            ),
            found.get(ago, 0) * 100 // most,
        )
        for ago, begin in enumerate(begins)
    )


def _month(today: date, ago: int) -> date:
    whole = today.year * 12 + today.month - 1 - ago
    return date(whole // 12, whole % 12 + 1, 1)


def _last(begin: date) -> date:
    return date.fromordinal(_month(begin, -1).toordinal() - 1)


@dataclass(frozen=True)
class Right:
    """What became of a rule's findings of twelve months; each number opens."""

    raised: Figure
    false: Figure
    held: Figure
    overridden: Figure
    cleared: Figure


def right(viewer: Viewer, code: str, today: date, now: datetime) -> Right | None:
    """Count how often a rule was right in the last twelve months."""
    begin = _month(today, MONTHS - 1)
    found = next(iter(precision(viewer, midnight(begin), now, code)), None)
    if found is None:
        return None

    def figure(count: int, became: str = "") -> Figure:
        asked = {"became": became} if became else {"state": "all"}
        return Figure(count, rows_url(code=code, since=begin, **asked))

    overridden, held = found.override_share
    return Right(
        figure(found.raised),
        figure(found.false, "false"),
        figure(held, "held"),
        figure(overridden, "overridden"),
        figure(found.cleared, "cleared"),
    )
