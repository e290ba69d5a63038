"""Amounts as benchmarks write them: 1万元以上3万元以下, 违法所得3倍, 处二十万元罚款."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from faheng.lawbase.parser.numerals import worth

FEN = 100
WAN, YI = 10_000, 100_000_000
_ARABIC = r"[0-9]+(?:\.[0-9]+)?"
_CHINESE = r"[〇零一二两三四五六七八九十百千]+"
_NUMBER = rf"(?:{_ARABIC}|{_CHINESE})(?:万{_CHINESE}|[万亿])?"
_ONE = rf"(?:百分之{_NUMBER}|{_NUMBER}(?:元万|万元元|元|倍|%)?)"
_RANGE = re.compile(
    rf"(?P<low>{_ONE})以(?:上)?(?:至)?(?P<high>{_ONE})(?P<end>以下|以上)?"
    rf"|(?P<one>{_ONE})(?P<side>以上|以下)?"
)
_PARTS = re.compile(rf"(百分之)?({_NUMBER})(元万|万元元|元|倍|%)?")
_BASES = {
    "违法所得": "illegal_gains_fen",
    "货值": "goods_value_fen",
    "所收费用": "fees_fen",
    "收取的费用": "fees_fen",
    "直接经济损失": "direct_loss_fen",
    "直接损失": "direct_loss_fen",
    "处置费用": "disposal_cost_fen",
    "总投资额": "project_investment_fen",
    "取得的收入": "annual_income_fen",
    "取得收入": "annual_income_fen",
}
_TYPING_SLIPS = (("元元", "元"), ("元万", "万"), ("处以处", "处"))
_PER = re.compile(r"元/(\S+)")


class AmountUnread(Exception):
    """数额看不懂。"""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that a row sets, as the engine takes them.

    Attributes:
        fields: low_fen, high_fen, or low_times … with base, or low_percent ….
        slips: slips of the pen that were read through, for a person to see.
    """

    fields: dict[str, int | str]
    slips: tuple[str, ...] = ()


def limits(text: str) -> Limits:
    """Read the limits of a fine.

    Raises:
        AmountUnread: there is no amount, or it is not plain which is meant.
    """
    plain, slips = _plain(text)
    found = [m for m in _RANGE.finditer(plain) if _is_money(m)]
    if not found:
        raise AmountUnread(f"“{text}”中没有看得懂的数额")
    if len(found) > 1:
        raise AmountUnread(f"“{text}”中有几个数额，分不清是哪一个")
    fields = _fields(found[0], text, slips)
    base = next((name for word, name in _BASES.items() if word in plain), None)
    if not any(key.endswith("_fen") for key in fields):
        if base is None:
            raise AmountUnread(f"“{text}”没有写明按什么计算")
        fields["base"] = base
    per = _PER.search(plain)
    if per:
        fields["units"] = f"{per[1]}数"
    return Limits(fields, tuple(slips))


def _plain(text: str) -> tuple[str, list[str]]:
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    slips = []
    for wrong, right in _TYPING_SLIPS:
        if wrong in plain:
            plain = plain.replace(wrong, right)
            slips.append(f"“{wrong}”读作“{right}”")
    if re.search(r"[元倍%]以[0-9一二两三四五六七八九十]", plain):
        slips.append("“以”读作“以上”")
    return plain, slips


def _is_money(found: re.Match[str]) -> bool:
    """Tell an amount from a figure of something else: only units or 万 make one."""
    words = found["one"] or found["low"]
    return bool(re.search(r"元|倍|%|百分之|万", words + (found["high"] or "")))


def _fields(found: re.Match[str], text: str, slips: list[str]) -> dict[str, int | str]:
    if found["one"]:
        value, unit = _value(found["one"])
        named = _named(value, unit)
        sides = {"以上": ("low",), "以下": ("high",)}.get(
            found["side"] or "", ("low", "high")
        )
        return {f"{side}_{unit}": named for side in sides}
    if found["end"] == "以上":
        raise AmountUnread(f"“{text}”写成了以上……以上")
    if found["end"] is None:
        slips.append("缺“以下”")
    (low, first), (high, unit) = _value(found["low"]), _value(found["high"])
    if "元" not in found["high"] and unit == "fen":
        slips.append("缺“元”")
    if first != unit or high < low:
        raise AmountUnread(f"“{text}”上下限单位不同或者颠倒")
    return {f"low_{unit}": _named(low, unit), f"high_{unit}": _named(high, unit)}


def _value(text: str) -> tuple[Decimal, str]:
    found = _PARTS.fullmatch(text)
    if found is None:
        raise AmountUnread(f"“{text}”不是数额")
    number = _number(found[2])
    if found[1] or found[3] == "%":
        return number, "percent"
    if found[3] == "倍":
        return number, "times"
    return number * FEN, "fen"


def _number(text: str) -> Decimal:
    head, wan, tail = text.partition("万")
    if wan:
        return _plain_number(head) * WAN + (_plain_number(tail) if tail else 0)
    head, yi, _ = text.partition("亿")
    return _plain_number(head) * (YI if yi else 1)


def _plain_number(text: str) -> Decimal:
    return Decimal(text) if re.fullmatch(_ARABIC, text) else Decimal(worth(text))


def _named(value: Decimal, unit: str) -> int | str:
    if unit != "fen":
        return format(value.normalize(), "f")
    if value != value.to_integral_value():
        raise AmountUnread("数额不足一分")
    return int(value)
