"""How a document says its tables are applied, as the engine takes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from faheng.domains.enforcement.benchmarks.drafts import Draft

_SHARES = {"从轻": "lighten", "一般": "normal", "从重": "heavier"}
_PERCENT = re.compile(r"(从轻|一般|从重)\s*(\d+)\s*%")
_TIMES = re.compile(r"(从轻|一般|从重)\s*(\d+)\s*(?:times|倍)")


def read_rules(texts: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    """Read the rules of use; a topic that is not known is kept as text only."""
    found: dict[str, Any] = {}
    for row in texts:
        reader = _READERS.get(row.get("topic", "").strip())
        if reader is not None:
            found |= reader(row.get("rule", ""))
    return found


def count_edges(violations: Iterable[Draft], rules: Mapping[str, Any]) -> None:
    """Leave the upper figure to the next row where the document's 以下 excludes it.

    The highest row keeps it: in a statute 以下 includes the figure.
    """
    if rules.get("below_includes", True):
        return
    for table in (table for draft in violations for table in draft.tables):
        bands = table.get("bands", ())
        begun = {band.get("low_fen") for band in bands}
        for band in bands:
            high = band.get("high_fen")
            if high is not None and high in begun and high != band.get("low_fen"):
                band["high_open"] = True


def _missing(rule: str) -> dict[str, Any]:
    lowest = "lowest" in rule or "最低" in rule
    return {"missing": "lowest" if lowest else "refuse"}


def _mean(rule: str) -> dict[str, Any]:
    return {"by_mean": True}


def _one_sided(rule: str) -> dict[str, Any]:
    """Read the shares of the only limit there is."""
    most = {_SHARES[d]: f"0.{int(n):02d}" for d, n in _PERCENT.findall(rule)}
    least = {_SHARES[d]: n for d, n in _TIMES.findall(rule)}
    return {"one_sided": {"max_only": most, "min_only": least}}


def _counting(rule: str) -> dict[str, Any]:
    excluded = "以下 does not" in rule or "以下不包括" in rule
    return {"below_includes": not excluded}


_READERS = {
    "missing factor": _missing,
    "within a range of amounts": _mean,
    "one limit only": _one_sided,
    "counting": _counting,
    "缺少因素": _missing,
    "数额幅度": _mean,
    "只有一个限额": _one_sided,
    "本数": _counting,
}
