"""Fines as statutes word them: 一万元以上十万元以下, 三倍以下, 百分之五."""

from __future__ import annotations

import re
from dataclasses import dataclass

from faheng.lawbase.parser.numerals import worth

NUMBER = r"(?:[0-9０-９]+(?:\.[0-9０-９]+)?[十百千万亿]*|[〇零一二两三四五六七八九十百千万亿]+)"
DECIMAL = re.compile(r"[0-9０-９]+\.[0-9０-９]+$")
AMOUNT = rf"(?:百分之{NUMBER}|{NUMBER}\s*(?:元|倍|%|％))"
NOT_A_CONDITION = r"(?!的(?:，|；|。|案|决定|处罚|行政))"
FINE = re.compile(
    rf"(?P<low>{AMOUNT})(?:(?P<over>以上|至|到)(?P<high>{AMOUNT})?)?(?:以下|以内)?"
    rf"(?:的)?(?:标准)?(?:对[^，；。]{{1,40}}?)?(?:处以|给予|处|计算)?(?:的)?罚款"
    rf"{NOT_A_CONDITION}"
)
NAMED = re.compile(
    rf"罚款(?:数额|金额)?为(?P<low>{AMOUNT})(?:(?P<over>以上|至)(?P<high>{AMOUNT}))?"
    rf"(?:以下)?"
)
EQUAL_TO = re.compile(rf"(?:等值|等额)(以下)?的?罚款{NOT_A_CONDITION}")
OTHERWISE = re.compile(
    rf"(?P<low>{AMOUNT})(?:(?P<over>以上)(?P<high>{AMOUNT}))?以下(?:的)?或者"
    rf"(?=[^，；。]*?{AMOUNT}[^，；。]*罚款)"
)
BELOW = re.compile(r"以下|以内")
UNSPECIFIED = re.compile(
    rf"(?<!被)(?<!加)(?:处以|处|给予|或者|、|科以|予以)(?:相应的|一定数额的)?罚款{NOT_A_CONDITION}(?!）|的?(?:限额|幅度|数额|决定|收))"
)
CAP = re.compile(
    rf"(?:^|罚款)(?:但是|但)?(?:最高|罚款|总额|数额|金额)*(?:不得|不)超过({NUMBER})元(?!的)"
)
EACH = re.compile(r"每(?:(?!罚款)[^，；。])*$")
VERBS = re.compile(
    r"）|并处以|处以|并处|单处|可处|处(?!罚|理|置)|或者(?!违法所得)|，|按照|按|并|可以"
)
EQUAL = "等值以上"
EXACT = 2**53
PARTS = re.compile(rf"(百分之)?({NUMBER})\s*(元|倍|%|％)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """How high a fine is."""

    min: float | None
    max: float | None
    unit: str | None
    base: str
    of: str | None


DAILY = re.compile(r"按日连续处罚(?!的)")
UNNAMED = Amount(None, None, None, "unspecified", None)
REFERRED = Amount(None, None, None, "unspecified", None)


def number(text: str) -> float:
    """What 十五万, 1.5 or 二百 is worth."""
    for sign, factor in (("亿", 100_000_000), ("万", 10_000)):
        head, found, tail = text.partition(sign)
        if found:
            return number(head or "1") * factor + (number(tail) if tail else 0)
    if DECIMAL.match(text):
        return float(text)
    return worth(text.replace(".", "")) if text else 0


def amounts(clause: str) -> list[tuple[int, Amount]]:
    """The fines of a clause, with where each begins."""
    found = [
        (one.start(), _amount(clause, one))
        for pattern in (OTHERWISE, FINE)
        for one in pattern.finditer(clause)
    ]
    found += [(one.start(), _amount(clause, one)) for one in NAMED.finditer(clause)]
    found += [
        (
            one.start(),
            _made(None if one.group(1) else 1, 1, "倍", clause[: one.start()]),
        )
        for one in EQUAL_TO.finditer(clause)
    ]
    if found:
        return found
    if plain := UNSPECIFIED.search(clause):
        return [(plain.start(), UNNAMED)]
    daily = DAILY.search(clause)
    return [(daily.start(), REFERRED)] if daily else []


def cap(clause: str) -> float | None:
    """The most that a fine may come to."""
    matched = CAP.search(clause)
    return _whole(number(matched.group(1))) if matched else None


def _amount(clause: str, matched: re.Match[str]) -> Amount:
    """The fine that was matched."""
    low, low_unit = _part(matched["low"])
    before = clause[: matched.start()]
    if matched["high"]:
        high, unit = _part(matched["high"])
        mixed = low_unit != unit and low_unit != ""
        unit = f"{low_unit}/{unit}" if mixed else unit
        return _made(low, high, unit, before)
    if matched["over"]:
        return _made(low, None, low_unit, before)
    if BELOW.match(clause, matched.end("low")):
        return _made(None, low, low_unit, before)
    return _made(low, low, low_unit, before)


def _made(low: float | None, high: float | None, unit: str, before: str) -> Amount:
    """An amount with its base, which the unit and the words before it tell."""
    if unit == "元":
        each = EACH.search(before)
        of = each.group(0).removesuffix("处") if each else None
        return Amount(low, high, unit, "per_item" if each else "fixed", of)
    base = {"倍": "multiple", "%": "percent"}.get(unit, "mixed")
    parts = [part.strip() for part in VERBS.split(before)[-2:]]
    of = (parts[-1] or parts[0]).removeprefix("其").removesuffix("的")
    if of.endswith(EQUAL):
        of, low = of.removesuffix(EQUAL), 1
    return Amount(low, high, unit, base, of.removeprefix("以") or None)


def _part(text: str) -> tuple[float, str]:
    """One end of a range: its number and unit."""
    matched = PARTS.match(text)
    if not matched:
        return 0, ""
    unit = "%" if matched.group(1) else (matched.group(3) or "").replace("％", "%")
    return _whole(number(matched.group(2))), unit


def _whole(value: float) -> float:
    """A whole number without its decimals, as long as a float holds it exactly."""
    return int(value) if abs(value) < EXACT and value == int(value) else float(value)
