"""Conditions over facts: true, false, or not to be told while a fact is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from operator import ge, gt, le, lt
from typing import Any

from faheng.domains.enforcement.discretion.reading import Unanswerable

ORDERS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "from": ge,
    "above": gt,
    "most": le,
    "below": lt,
}
"""以上 (the figure counts), 超过, 以下 (the figure counts), 不足."""

Facts = Mapping[str, Any]


def holds(condition: Any, facts: Facts, missing: list[str]) -> bool | None:
    """Tell whether a condition is true of the facts.

    Args:
        condition: `all`, `any`, `not` of conditions; or a `fact` alone (it is true),
            with `is`, `in`, or with bounds `from`, `above`, `most`, `below`.
        facts: code to value.
        missing: takes the codes that were asked for and are not known.

    Returns:
        None where it hangs on a fact that is not known.
    """
    if not isinstance(condition, dict) and not isinstance(condition, Mapping):
        raise Unanswerable("condition", "条件应当是一组字段")
    if "all" in condition:
        return _all([holds(one, facts, missing) for one in condition["all"]])
    if "any" in condition:
        return _any([holds(one, facts, missing) for one in condition["any"]])
    if "not" in condition:
        found = holds(condition["not"], facts, missing)
        return None if found is None else not found
    code = condition.get("fact")
    if not isinstance(code, str):
        raise Unanswerable("condition", "条件里没有写明事实")
    if code not in facts:
        missing.append(code)
        return None
    return _of(code, condition, facts[code])


def asked_facts(condition: Any) -> set[str]:
    """Give the codes of the facts that a condition looks at."""
    if not isinstance(condition, Mapping):
        return set()
    parts = [*condition.get("all", ()), *condition.get("any", ())]
    if "not" in condition:
        parts.append(condition["not"])
    own = {condition["fact"]} if "fact" in condition else set()
    return own.union(*(asked_facts(part) for part in parts)) if parts else own


def number(code: str, value: Any) -> Decimal:
    """Read what is compared; floats are refused."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Unanswerable(f"facts.{code}", "应当是整数，或者写成字符串的小数")
    try:
        return Decimal(value)
    except InvalidOperation as problem:
        raise Unanswerable(f"facts.{code}", "不是数字") from problem


def _of(code: str, condition: Mapping[str, Any], value: Any) -> bool:
    if "is" in condition:
        return bool(value == condition["is"])
    if "in" in condition:
        return value in condition["in"]
    bounds = [name for name in ORDERS if name in condition]
    if not bounds:
        return value is True
    read = number(code, value)
    return all(ORDERS[name](read, number(code, condition[name])) for name in bounds)


def _all(found: Sequence[bool | None]) -> bool | None:
    if False in found:
        return False
    return None if None in found else True


def _any(found: Sequence[bool | None]) -> bool | None:
    if True in found:
        return True
    return None if None in found else False
