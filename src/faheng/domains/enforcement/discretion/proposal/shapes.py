"""What parts of a question look like: asked only when one could not be read.

A million audited questions are well formed, so nothing is checked beforehand; what
stumbles over a part is told here which part it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from faheng.domains.enforcement.discretion.reading import Unanswerable

STUMBLES = (TypeError, AttributeError, KeyError, ValueError, ArithmeticError)
"""What a part of a wrong shape may end in."""

Test = Callable[[Any], bool]


def _part(value: Any) -> bool:
    return isinstance(value, Mapping)


def _rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(row, Mapping) for row in value)


def _plain(value: Any) -> bool:
    return isinstance(value, str | int | Decimal)


def _share(value: Any) -> bool:
    try:
        return isinstance(value, str) and Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _condition(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    parts = [value[name] for name in ("all", "any") if name in value]
    if not all(isinstance(part, list) for part in parts):
        return False
    inner = [one for part in parts for one in part]
    inner += [value["not"]] if "not" in value else []
    return all(_condition(one) for one in inner)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


PART, ROWS, PLAIN = "应当是一组字段", "应当是若干组字段", "应当是文字或者整数"
SHARE, CONDITION, TEXTS = "应当是写成文字的小数", "不是条件", "应当是若干文字"
TESTS: dict[str, Test] = {
    PART: _part,
    ROWS: _rows,
    PLAIN: _plain,
    SHARE: _share,
    CONDITION: _condition,
    TEXTS: _texts,
}
OF_BENCHMARKS = (
    ("rules", PART),
    ("rules.one_sided", PART),
    ("rules.one_sided.*", PART),
    ("rules.one_sided.*.*", SHARE),
    ("aggravating", ROWS),
    ("aggravating.*.fact", PLAIN),
    ("tables", ROWS),
    ("tables.*.formula", PART),
    ("tables.*.factors", ROWS),
    ("tables.*.factors.*.code", PLAIN),
    ("tables.*.factors.*.options", ROWS),
    ("tables.*.factors.*.options.*.code", PLAIN),
    ("tables.*.bands", ROWS),
    ("tables.*.bands.*.when", PART),
    ("tables.*.bands.*.when.*", PLAIN),
    ("tables.*.tiers", ROWS),
    ("tables.*.tiers.*.when", CONDITION),
)
SHAPES = (
    *((name, PART) for name in ("amounts", "choices", "parameters", "gains")),
    *((name, PART) for name in ("judgment", "payment", "daily", "choices.deviation")),
    ("provisions", ROWS),
    ("provisions.*.id", PLAIN),
    ("provisions.*.line", PLAIN),
    ("provisions.*.subject", PLAIN),
    ("provisions.*.kinds", TEXTS),
    ("provisions.*.units", PLAIN),
    ("benchmark", PART),
    *((f"benchmark.{path}", shape) for path, shape in OF_BENCHMARKS),
    ("benchmarks", ROWS),
    *((f"benchmarks.*.{path}", shape) for path, shape in OF_BENCHMARKS),
    ("lists", ROWS),
    ("lists.*.id", PLAIN),
    ("lists.*.kind", PLAIN),
    ("lists.*.when", CONDITION),
    ("thresholds", ROWS),
    ("thresholds.*.subject", PLAIN),
    ("crime_thresholds", ROWS),
    ("choices.kinds", TEXTS),
    ("facts.*.value", PLAIN),
    ("facts.*", PLAIN),
)
NEEDED = frozenset({"code", "when"})
"""Without these a row of a table says nothing; elsewhere what is missing is told."""


def misshapen(asked: Mapping[str, Any], article: str) -> Unanswerable:
    """Say which part of a question cannot be read."""
    for path, shape in SHAPES:
        if path == "facts.*" and isinstance(asked.get("facts"), list):
            continue
        for name, value in _found(asked, path.split("."), ""):
            if not TESTS[shape](value):
                return Unanswerable(name, f"{shape}，请改正", article)
    return Unanswerable("", "问题里有看不懂的写法，请对照说明核对", article)


def _found(value: Any, steps: list[str], name: str) -> Iterator[tuple[str, Any]]:
    """Give the parts that a path leads to, each with its full name."""
    if not steps:
        yield name, value
        return
    step, rest = steps[0], steps[1:]
    if isinstance(value, list) and step == "*":
        for place, one in enumerate(value):
            yield from _found(one, rest, f"{name}[{place}]")
    elif isinstance(value, Mapping):
        names = list(value) if step == "*" else [step]
        for one in names:
            own = f"{name}.{one}" if name else str(one)
            if value.get(one) is not None:
                yield from _found(value[one], rest, own)
            elif one in NEEDED and not rest:
                yield own, None
