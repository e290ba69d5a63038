"""Fine rules of a provision: brackets by a base, in the modes that statutes use."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from faheng.domains.enforcement.discretion.reading import Given

OF_A_BASE = ("multiple", "percent")
MODES = ("fixed", "fixed_range", "multiple", "percent", "up_to")
HUNDRED = 100


def bounds_of(provision: Given, amounts: Given) -> tuple[int, int]:
    """Return the least and greatest fine a provision allows.

    A provision has a `fine_rule` with brackets, or simply `min_fen` and `max_fen`.
    """
    if not provision.has("fine_rule"):
        return _ordered(provision, provision.fen("min_fen"), provision.fen("max_fen"))
    rule = provision.part("fine_rule")
    base = base_of(rule, amounts)
    if base is None:
        return _unknown(rule, amounts)
    fitting = [b for b in rule.parts("brackets") if fits(b, base)]
    if not fitting:
        raise amounts.wrong(base_name(rule), "没有一档包含这个数额，请核对罚则的分档")
    if len(fitting) > 1:
        raise rule.wrong("brackets", "有两档同时包含这个数额，请改正分档")
    return bracket_bounds(fitting[0], base)


def base_name(rule: Given) -> str:
    """Name the amount that the brackets of a rule count from."""
    return str(rule.values.get("base") or "base_fen")


def base_of(rule: Given, amounts: Given) -> int | None:
    """Return the base; None where it is not known. Nought where none is needed."""
    name = base_name(rule)
    if amounts.has(name):
        return amounts.fen(name)
    if rule.has("base_unknown"):
        return None
    if needs_base(rule):
        raise amounts.wrong(name, "没有给出，罚则也没有规定无法计算时的幅度，请查明")
    return 0


def needs_base(rule: Given) -> bool:
    """Tell whether the brackets of a rule hang on a base."""
    brackets = rule.parts("brackets")
    if len(brackets) > 1:
        return True
    only = brackets[0]
    return only.values.get("mode") in OF_A_BASE or only.has("base_below_fen")


def fits(bracket: Given, base: int) -> bool:
    """Tell whether a base lies in a bracket: from inclusive, below exclusive."""
    below = bracket.fen("base_below_fen") if bracket.has("base_below_fen") else None
    start = bracket.fen("base_from_fen") if bracket.has("base_from_fen") else 0
    if below is not None and below <= start:
        raise bracket.wrong("base_below_fen", "不大于本档起点，前后矛盾")
    return start <= base and (below is None or base < below)


def bracket_bounds(bracket: Given, base: int | None) -> tuple[int, int]:
    """Return the range of one bracket."""
    mode = bracket.choice("mode", MODES)
    if mode == "up_to":
        return _ordered(bracket, 0, bracket.fen("max_fen"))
    if mode in {"fixed", "fixed_range"}:
        return _ordered(bracket, bracket.fen("min_fen"), bracket.fen("max_fen"))
    if base is None:
        raise bracket.wrong("mode", "没有基数，不能按倍数或者比例计算")
    unit = "times" if mode == "multiple" else "percent"
    low = high = 0
    if bracket.has(f"min_{unit}"):
        low = _share(bracket, f"min_{unit}", base, mode)
    high = _share(bracket, f"max_{unit}", base, mode)
    return _ordered(bracket, low, high)


def _share(bracket: Given, field: str, base: int, mode: str) -> int:
    amount = fraction(bracket.decimal(field)) * base
    if mode == "percent":
        amount /= HUNDRED
    if amount.denominator != 1:
        reason = f"算得 {amount} 分，不足一分，请核对基数和比例"
        raise bracket.wrong(field, reason)
    return amount.numerator


def _unknown(rule: Given, amounts: Given) -> tuple[int, int]:
    if rule.has("base_unknown"):
        return unknown_bounds(rule)
    raise amounts.wrong(base_name(rule), "没有给出，请查明")


def unknown_bounds(rule: Given) -> tuple[int, int]:
    """Return the range that a rule sets where its base cannot be established."""
    found = rule.part("base_unknown")
    if found.has("mode"):
        return bracket_bounds(found, None)
    # Without a base only amounts are left: the mode goes without saying.
    low = found.fen("min_fen") if found.has("min_fen") else 0
    return _ordered(found, low, found.fen("max_fen"))


def _ordered(of: Given, low: int, high: int) -> tuple[int, int]:
    if high < low:
        raise of.wrong("max_fen", "上限低于下限，前后矛盾")
    return low, high


def fraction(value: Any) -> Fraction:
    """Make a decimal, already read, exact."""
    return Fraction(value)
