"""The eight checks of a benchmark when it is loaded, each failure named by its row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from faheng.domains.enforcement.benchmarks.cited import law_of
from faheng.domains.enforcement.benchmarks.drafts import Draft, DraftBenchmark, Fault

Range = tuple[int, int]


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
    """What the checks ask of others; without an answer a check says nothing.

    Attributes:
        force: whether a law is in force on a day.
        statutory: the range in fen that a citation allows.
        kinds: the kinds of penalty that a citation allows.
        provable: whether some document can prove a fact.
    """

    force: Callable[[str, date], Force] = _untold
    statutory: Callable[[str], Range | None] = lambda _: None
    kinds: Callable[[str], frozenset[str] | None] = lambda _: None
    provable: Callable[[str], bool] = field(default=lambda name: is_a_fact(name))


def is_a_fact(name: str) -> bool:
    """Tell the name of a fact from what a table's layout left behind."""
    return bool(name) and "。" not in name and not name.startswith("col")


def check(benchmark: DraftBenchmark, asking: Asking, today: date) -> None:
    """Run the eight checks; what fails is noted on the violation or the benchmark."""
    for draft in benchmark.violations:
        for table in draft.tables:
            if table["model"] == "ranges":
                _whole_range(draft, table, asking)
                _no_overlap(draft, table)
                _monotone(draft, table)
            _provable(draft, table, asking)
            _kinds(draft, table, asking)
            _no_penalty(draft, table)
        _in_force(draft, asking, benchmark.valid_from or today, today)
    if benchmark.published_on is None:
        text = "没有公布日期，公布之前不得作为裁量依据"
        benchmark.faults.append(Fault(benchmark.title, "", 6, text))


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


def _whole_range(draft: Draft, table: Mapping[str, Any], asking: Asking) -> None:
    """1: the rows together are the statutory range, without a gap."""
    bands = sorted(_bands(table), key=lambda b: (_edge(b, "low"), _edge(b, "high")))
    reached = _edge(bands[0], "low")
    for band in bands:
        if _edge(band, "low") > reached:
            text = "与较低一档之间有空档，没有盖住全部法定幅度"
            draft.fault(text, _place(draft, table, band), 1, error=False)
        reached = max(reached, _edge(band, "high"))
    known = [r for cited in draft.penalties if (r := asking.statutory(cited))]
    if not known or table["code"] or _unit(bands[0]) != "fen":
        return
    low, high = min(r[0] for r in known), max(r[1] for r in known)
    if _edge(bands[0], "low") < low or reached > high:
        draft.fault(f"各档合起来超出法定幅度{low}至{high}分", check=1)
    elif _edge(bands[0], "low") > low or reached < high:
        text = f"各档合起来没有盖住法定幅度{low}至{high}分"
        draft.fault(text, check=1, error=False)


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


def _kinds(draft: Draft, table: Mapping[str, Any], asking: Asking) -> None:
    """7: kinds inside the law."""
    lawful = [k for c in draft.penalties if (k := asking.kinds(c)) is not None]
    if not lawful:
        return
    allowed = frozenset().union(*lawful)
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
