"""The board: by rule, by organ, by district and dimension; all are sums of one count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from faheng.kernel.alerts.board import Tally, is_open, week_begins
from faheng.kernel.alerts.models import FindingSeverity, FindingState
from faheng.kernel.law.declare import Basis
from faheng.kernel.parties.models import Division, Organ
from faheng.kernel.questions.declare import Severity
from faheng.kernel.questions.derived import told
from faheng.web.present.grounds import ground
from faheng.web.present.registers import query
from faheng.web.present.supervising.figures import (
    DIMENSIONS,
    Figure,
    Spark,
    of_rule,
    rows_url,
    rule_url,
    shade,
    spark,
    tone_of,
)

FIRST = 12
"""So many rules or organs are shown before all are asked for."""


@dataclass(frozen=True)
class Totals:
    """The sentence of the board."""

    open: Figure
    hints: Figure
    red: Figure
    unseen: Figure
    disputed: Figure
    escalated: Figure


@dataclass(frozen=True)
class RuleRow:
    """A rule with what is open, what is new, and twelve weeks."""

    title: str
    url: str
    tone: str
    ground: Basis | None
    open: Figure
    week: Figure
    spark: Spark


@dataclass(frozen=True)
class OrganRow:
    """An organ with its figures."""

    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class PlaceRow:
    """A district or street with its figures by dimension.

    Attributes:
        url: leads to the places below; empty where there are none.
    """

    title: str
    url: str
    cells: tuple[tuple[str, Figure], ...]
    total: Figure


def totals(counted: Sequence[Tally]) -> Totals:
    """Add up the sentence."""
    rows = [one for one in counted if is_open(one)]
    hint, red = FindingSeverity.HINT, FindingSeverity.RED

    def figure(of: Callable[[Tally], bool], **asked: object) -> Figure:
        return Figure(sum(one.many for one in rows if of(one)), rows_url(**asked))

    def in_state(state: FindingState) -> Figure:
        return figure(lambda one: one.state == state, state=state)

    return Totals(
        figure(lambda one: True),
        figure(lambda one: one.severity == hint, severity=hint),
        figure(lambda one: one.severity == red, severity=red),
        in_state(FindingState.RAISED),
        in_state(FindingState.DISPUTED),
        in_state(FindingState.ESCALATED),
    )


def rule_rows(
    counted: Iterable[Tally], raised: Mapping[tuple[str, int], int], today: date
) -> list[RuleRow]:
    """Give the rules with anything open or new, the worst and most frequent first."""
    found: Counter[str] = Counter()
    for one in counted:
        found[one.code] += one.many if is_open(one) else 0
    codes = [code for code in {*found, *(code for code, _ in raised)} if found[code]]
    rows = [_rule_row(code, found[code], raised, today) for code in codes]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


_Order = tuple[int, int, str]


def _rule_row(
    code: str, count: int, raised: Mapping[tuple[str, int], int], today: date
) -> tuple[_Order, RuleRow]:
    rule = told(code)
    severity = rule.severity if rule else Severity.YELLOW
    since = week_begins(today)
    new = raised.get((code, 0), 0)
    row = RuleRow(
        rule.title if rule else code,
        rule_url(code),
        tone_of(severity),
        ground(str(rule.basis), today) if rule else None,
        Figure(count, rows_url(code=code)),
        Figure(new, rows_url(code=code, state="all", since=since)),
        spark(of_rule(raised, code)),
    )
    return (-severity.rank, -count, code), row


def organ_rows(counted: Iterable[Tally]) -> list[OrganRow]:
    """Give the organs with anything open, the most first."""
    found: dict[int, Counter[str]] = {}
    for one in filter(is_open, counted):
        sums = found.setdefault(one.organ_id, Counter())
        sums["open"] += one.many
        sums[one.state] += one.many
        sums[f"severity={one.severity}"] += one.many
    names = dict(Organ.objects.filter(pk__in=found).values_list("pk", "short_name"))
    ordered = sorted(found.items(), key=lambda pair: (-pair[1]["open"], pair[0]))
    return [
        OrganRow(names.get(organ, ""), _figures(organ, sums)) for organ, sums in ordered
    ]


def _figures(organ: int, sums: Counter[str]) -> tuple[Figure, ...]:
    red, new = FindingSeverity.RED, FindingState.RAISED
    bad = sums[f"severity={red}"]
    return (
        Figure(sums["open"], rows_url(organ=organ)),
        Figure(bad, rows_url(organ=organ, severity=red), "late" if bad else ""),
        Figure(sums[new], rows_url(organ=organ, state=new)),
        Figure(
            sums[FindingState.DISPUTED],
            rows_url(organ=organ, state=FindingState.DISPUTED),
        ),
    )


def place_rows(counted: Sequence[Tally], top: str) -> list[PlaceRow]:
    """Set what is open by the divisions right below one, and by dimension.

    Args:
        counted: all that is counted.
        top: path of the division; what stands outside it is left out.
    """
    inside = [one for one in counted if is_open(one) and _below(one, top) is not None]
    found: dict[str, Counter[str]] = {}
    for one in inside:
        found.setdefault(_below(one, top) or top, Counter())[one.code[:2]] += one.many
    most = max((n for sums in found.values() for n in sums.values()), default=0)
    names = dict(Division.objects.filter(path__in=found).values_list("path", "name"))
    deeper = {one.division_path for one in inside}
    return [
        _place_row(path, names.get(path, path), sums, _Standing(top, most, deeper))
        for path, sums in sorted(found.items(), key=lambda pair: pair[0])
    ]


@dataclass(frozen=True)
class _Standing:
    top: str
    most: int
    paths: set[str]


def _below(one: Tally, top: str) -> str | None:
    """Return the division right below the top in which a tally lies."""
    path = one.division_path
    if path == top:
        return top
    if top and not path.startswith(f"{top}/"):
        return None
    rest = path[len(top) + 1 :] if top else path
    head = rest.partition("/")[0]
    return f"{top}/{head}" if top else head


def _place_row(
    path: str, name: str, sums: Counter[str], standing: _Standing
) -> PlaceRow:
    own = path == standing.top
    asked: dict[str, object] = {"division": path, "exact": "1" if own else ""}
    cells = tuple(
        (
            shade(sums[letters], standing.most),
            Figure(
                sums[letters],
                rows_url(dimension=letters, **asked),
                label=gettext("%(place)s，%(what)s，%(n)s 条")
                % {"place": name, "what": word, "n": sums[letters]},
            ),
        )
        for letters, word in DIMENSIONS.items()
    )
    has_below = any(one.startswith(f"{path}/") for one in standing.paths)
    deeper = f"{reverse('supervision')}?{query(division=path)}#places"
    return PlaceRow(
        gettext("%(place)s本级") % {"place": name} if own else name,
        deeper if has_below and not own else "",
        cells,
        Figure(sum(sums.values()), rows_url(**asked)),
    )


def common(paths: Iterable[str]) -> str:
    """Return the nearest division that holds all of some."""
    split = [path.split("/") for path in paths]
    if not split:
        return ""
    shared = []
    for parts in zip(*split, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return "/".join(shared)
