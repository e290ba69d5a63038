"""The eight checks of a benchmark when it is loaded, each failure named by its row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from faheng.domains.enforcement.benchmarks.cited import law_of
from faheng.domains.enforcement.benchmarks.drafts import Draft, DraftBenchmark, Fault


class Range(NamedTuple):
    """A range of fines: in fen, or in thousandths of times or per cent."""

    low: int
    high: int
    unit: str = "fen"


SHOWN = 8
UNITS = {"fen": ("元", 100), "times": ("倍", 1000), "percent": ("%", 1000)}


@dataclass(frozen=True, slots=True)
class Force:
    """Whether a law is in force on a day.

    Attributes:
        held: whether it was in force; None where the law base cannot tell.
        by: the law that repealed it.
    """

    held: bool | None
    by: str = ""


def _untold(title: str, on: date) -> Force:
    return Force(None)


@dataclass(frozen=True, slots=True)
class Asking:
    """What the checks ask of others; where nobody is asked a check says nothing.

    Attributes:
        force: whether a law is in force on a day.
        statutory: the ranges that a citation allows on a day; empty is unknown.
        kinds: the kinds of penalty that a citation allows; None is unknown.
        provable: whether some document can prove a fact.
    """

    force: Callable[[str, date], Force] = _untold
    statutory: Callable[[str, date], tuple[Range, ...]] | None = None
    kinds: Callable[[str, date], frozenset[str] | None] | None = None
    provable: Callable[[str], bool] = field(default=lambda name: is_a_fact(name))


def is_a_fact(name: str) -> bool:
    """Tell the name of a fact from what a table's layout left behind."""
    return bool(name) and "。" not in name and not name.startswith("col")


def check(benchmark: DraftBenchmark, asking: Asking, today: date) -> None:
    """Run the eight checks; what fails is noted on the violation or the benchmark."""
    begun = benchmark.valid_from or today
    unchecked = _Unchecked()
    for draft in benchmark.violations:
        _within_the_law(draft, asking, begun, unchecked)
        for table in draft.tables:
            if table["model"] == "ranges":
                _no_gap(draft, table)
                _no_overlap(draft, table)
                _monotone(draft, table)
            _provable(draft, table, asking)
            _no_penalty(draft, table)
        _in_force(draft, asking, begun, today)
    benchmark.faults += unchecked.faults(benchmark.title)
    if benchmark.published_on is None:
        text = "没有公布日期，公布之前不得作为裁量依据"
        benchmark.faults.append(Fault(benchmark.title, "", 6, text))


@dataclass(slots=True)
class _Unchecked:
    """Sections whose range or kinds nobody could say: told once, not row by row."""

    ranges: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def faults(self, title: str) -> list[Fault]:
        return [
            Fault(title, "", number, self._said(what, sections), is_error=False)
            for number, what, sections in (
                (1, "法定幅度", self.ranges),
                (7, "处罚种类", self.kinds),
            )
            if sections
        ]

    def _said(self, what: str, sections: list[str]) -> str:
        first = "、".join(sections[:SHOWN]) + ("等" if len(sections) > SHOWN else "")
        return (
            f"{len(sections)}项没有核对{what}（{first}）："
            "事项目录和法律库都没有这些罚则经确认的要素"
        )


def _within_the_law(
    draft: Draft, asking: Asking, begun: date, unchecked: _Unchecked
) -> None:
    """1 and 7: the statute's range and kinds, as of the benchmark's own day."""
    ranged = [table for table in draft.tables if table["model"] == "ranges"]
    if asking.statutory and ranged:
        known = [one for c in draft.penalties for one in asking.statutory(c, begun)]
        if known:
            for table in ranged:
                _whole_range(draft, table, known)
        else:
            unchecked.ranges.append(draft.section)
    if asking.kinds and any(_kinds_of(table) for table in draft.tables):
        lawful = [k for c in draft.penalties if (k := asking.kinds(c, begun))]
        if not lawful:
            unchecked.kinds.append(draft.section)
            return
        for table in draft.tables:
            _kinds(draft, table, frozenset().union(*lawful))


def _unit(band: Mapping[str, Any]) -> str:
    return next(
        (unit for unit in ("fen", "times", "percent") if _has(band, unit)), "fen"
    )


def _has(band: Mapping[str, Any], unit: str) -> bool:
    return f"low_{unit}" in band or f"high_{unit}" in band


def _edge(band: Mapping[str, Any], side: str) -> float | int:
    other = "high" if side == "low" else "low"
    unit = _unit(band)
    value = band.get(f"{side}_{unit}", band.get(f"{other}_{unit}", 0))
    if side == "low" and f"low_{unit}" not in band:
        return 0
    return _thousandths(value)


def _thousandths(value: int | str) -> int:
    """Compare shares as whole numbers."""
    return value if isinstance(value, int) else round(float(value) * 1000)


def _bands(table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give the rows of the unit that most rows have, so that they can be compared."""
    units = [_unit(band) for band in table["bands"]]
    most = max(set(units), key=units.count)
    return [b for b, unit in zip(table["bands"], units, strict=True) if unit == most]


def _place(draft: Draft, table: Mapping[str, Any], band: Mapping[str, Any]) -> str:
    return draft.lines.get(f"{table['code']}#{band['id']}", draft.place)


def _no_gap(draft: Draft, table: Mapping[str, Any]) -> None:
    """1: between the rows there is no gap."""
    bands = _by_edges(table)
    reached = _edge(bands[0], "low")
    for band in bands:
        if _edge(band, "low") > reached:
            text = "与较低一档之间有空档，没有盖住全部法定幅度"
            draft.fault(text, _place(draft, table, band), 1, error=False)
        reached = max(reached, _edge(band, "high"))


def _by_edges(table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return sorted(_bands(table), key=lambda b: (_edge(b, "low"), _edge(b, "high")))


def _whole_range(draft: Draft, table: Mapping[str, Any], known: list[Range]) -> None:
    """1: the rows together are the statutory range."""
    bands = _by_edges(table)
    same = [one for one in known if one.unit == _unit(bands[0])]
    if not same or table["code"]:
        return
    low, high = min(r.low for r in same), max(r.high for r in same)
    least, most = _edge(bands[0], "low"), max(_edge(band, "high") for band in bands)
    if least < low or most > high:
        draft.fault(f"各档合起来超出法定幅度{_said(low, high, same[0])}", check=1)
    elif least > low or most < high:
        text = f"各档合起来没有盖住法定幅度{_said(low, high, same[0])}"
        draft.fault(text, check=1, error=False)


def _said(low: int, high: int, of: Range) -> str:
    unit, scale = UNITS[of.unit]
    return f"{low / scale:g}至{high / scale:g}{unit}"


def _no_overlap(draft: Draft, table: Mapping[str, Any]) -> None:
    """2: no two rows for the same circumstances."""
    seen: dict[tuple[tuple[str, Any], ...], Mapping[str, Any]] = {}
    for band in table["bands"]:
        key = tuple(sorted(band["when"].items()))
        if key in seen:
            text = f"与第{seen[key]['id']}行情形相同，分不清适用哪一行"
            draft.fault(text, _place(draft, table, band), 2)
        seen.setdefault(key, band)


def _monotone(draft: Draft, table: Mapping[str, Any]) -> None:
    """3: a worse option, all else the same, never has a lower upper bound."""
    bands = _bands(table)
    names = {name for band in bands for name in band["when"]}
    for name in sorted(names):
        groups: dict[Any, list[Mapping[str, Any]]] = {}
        for band in bands:
            rest = tuple(sorted((k, v) for k, v in band["when"].items() if k != name))
            if name in band["when"]:
                groups.setdefault(rest, []).append(band)
        pairs = [pair for rows in groups.values() for pair in pairwise(rows)]
        for mild, worse in pairs:
            if _edge(worse, "high") < _edge(mild, "high"):
                text = f"“{name}”较重的情形上限反而较低"
                draft.fault(text, _place(draft, table, worse), 3, error=False)


def _facts(table: Mapping[str, Any]) -> Iterable[str]:
    if table["model"] == "weights":
        return [factor["code"] for factor in table["factors"]]
    return list(dict.fromkeys(n for band in table["bands"] for n in band["when"]))


def _provable(draft: Draft, table: Mapping[str, Any], asking: Asking) -> None:
    """4: conditions look only at facts that some document can prove."""
    for name in _facts(table):
        if not asking.provable(name):
            draft.fault(f"“{name}”不是文书能够证明的事实", check=4)


def _in_force(draft: Draft, asking: Asking, begun: date, today: date) -> None:
    """5: what it cites was in force on its own date; repealed since is a warning."""
    for title in dict.fromkeys(law_of(c) for c in (*draft.violated, *draft.penalties)):
        if not title:
            continue
        then = asking.force(title, begun)
        if then.held is False:
            by = f"（{then.by}废止）" if then.by else ""
            draft.fault(f"《{title}》在{begun}不是有效的规定{by}", check=5)
            continue
        now = asking.force(title, today)
        if now.held is False and then.held is not None:
            by = f"，由《{now.by}》废止" if now.by else ""
            text = f"《{title}》在基准生效后已经废止{by}，请改用新的依据"
            draft.fault(text, check=5, error=False)


def _kinds_of(table: Mapping[str, Any]) -> bool:
    return any(band.get("kinds") for band in table.get("bands", ()))


def _kinds(draft: Draft, table: Mapping[str, Any], allowed: frozenset[str]) -> None:
    """7: kinds inside the law."""
    for band in table.get("bands", ()):
        beyond = [kind for kind in band.get("kinds", ()) if kind not in allowed]
        if beyond:
            text = f"{'、'.join(beyond)}不在罚则规定的处罚种类之内"
            draft.fault(text, _place(draft, table, band), 7)


def _no_penalty(draft: Draft, table: Mapping[str, Any]) -> None:
    """8: a row that does not punish rests on article 30, 31, 33 or 36."""
    for band in table.get("bands", ()):
        if band.get("no_penalty") and str(band.get("article", ""))[:2] not in {
            "30",
            "31",
            "33",
            "36",
        }:
            text = "不予处罚没有行政处罚法第30、31、33、36条的依据"
            draft.fault(text, _place(draft, table, band), 8)
