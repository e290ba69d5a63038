"""Counting back: like violations of the last years, out of the days they were done.

A factor such as 近二年同类违法行为情况 asks how many there were; where the days are
known nobody need tick it, and a tick that contradicts them is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from faheng.domains.enforcement.discretion.proposal.expressions import asked_facts
from faheng.domains.enforcement.discretion.reading import Given, Unanswerable, day
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

BENCHMARK = str(PENALTY_LAW.article(34))
WINDOW = re.compile(r"近(?P<years>[一二两三四五]|[1-9])年[^。]*同类")
YEARS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
WITH_THIS = "含本次"


def counted(table: Given, given: Given) -> tuple[dict[str, Any], dict[str, int]]:
    """Give the facts with what the history says, and the numbers that were counted.

    Raises:
        Unanswerable: a fact contradicts the history, or no single option fits it.
    """
    facts: dict[str, Any] = given.values["facts"]
    if not given.has("earlier_on"):
        return facts, {}
    found, numbers = dict(facts), dict[str, int]()
    for code, options in _asked(table):
        window = WINDOW.search(code)
        if window is None:
            continue
        number = _number(given, window["years"]) + (WITH_THIS in code)
        value = _value(code, options, number, given)
        if code in facts and facts[code] != value:
            reason = f"查到{number}次，与填写的“{facts[code]}”矛盾，请核对"
            raise Unanswerable(f"facts.{code}", reason, BENCHMARK)
        found[code], numbers[code] = value, number
    return found, numbers


def _asked(table: Given) -> Iterator[tuple[str, list[str]]]:
    """Give every factor with its options; a number that is compared has none."""
    for factor in table.values.get("factors") or ():
        options = [str(one["code"]) for one in factor.get("options") or ()]
        yield str(factor["code"]), options
    values: dict[str, dict[str, None]] = {}
    for band in table.values.get("bands") or ():
        for name, value in band["when"].items():
            values.setdefault(name, {})[str(value)] = None
    yield from ((name, list(options)) for name, options in values.items())
    for tier in table.values.get("tiers") or ():
        yield from ((code, []) for code in sorted(asked_facts(tier["when"])))


def _number(given: Given, years: str) -> int:
    """Count back from the day the act began, which does not count itself."""
    begun = given.day("act_start")
    since = _back(begun, YEARS.get(years) or int(years))
    return sum(since <= on < begun for on in _days(given))


def _back(begun: date, years: int) -> date:
    try:
        return begun.replace(year=begun.year - years)
    except ValueError:
        return begun.replace(year=begun.year - years, day=28)


def _days(given: Given) -> Iterator[date]:
    for place, value in enumerate(given.rows("earlier_on"), 1):
        try:
            yield day(value, "")
        except Unanswerable as problem:
            reason = f"第 {place} 项{problem.reason}"
            raise given.wrong("earlier_on", reason) from problem


def _value(code: str, options: list[str], number: int, given: Given) -> Any:
    if not options:
        return number
    includes = given.values.get("below_includes") is not False
    none_is_said = any(option.startswith("无") for option in options)
    if number == 0 and none_is_said:
        return next(option for option in options if option.startswith("无"))
    fitting = [one for one in options if _fits(one, number, includes=includes)]
    if len(fitting) != 1:
        what = "、".join(fitting) if fitting else "没有一个选项"
        reason = f"查到{number}次，{what}对应，请由人工核对后选择一个"
        raise Unanswerable(f"facts.{code}", reason, BENCHMARK)
    return fitting[0]


def _fits(option: str, number: int, *, includes: bool) -> bool:
    for pattern, test in _PATTERNS:
        if found := pattern.search(option):
            return test(number, [int(n) for n in found.groups()], includes)
    return False


def _under(number: int, end: int, *, includes: bool) -> bool:
    return number <= end if includes else number < end


_Test = Callable[[int, list[int], bool], bool]
_PATTERNS: Iterable[tuple[re.Pattern[str], _Test]] = (
    (
        re.compile(r"(\d+)次以上.*?(\d+)次以下"),
        lambda n, ends, inc: ends[0] <= n and _under(n, ends[1], includes=inc),
    ),
    (re.compile(r"(\d+)次及?以上"), lambda n, ends, inc: n >= ends[0]),
    (
        re.compile(r"(\d+)次以下"),
        lambda n, ends, inc: _under(n, ends[0], includes=inc),
    ),
    (re.compile(r"^(\d+)次$"), lambda n, ends, inc: n == ends[0]),
    (re.compile(r"^有"), lambda n, ends, inc: n > 0),
    (re.compile(r"^无"), lambda n, ends, inc: n == 0),
)
"""Options as tables write them; what says no number is for a person to tick."""
