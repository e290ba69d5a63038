"""Amounts, numerals and dates as Chinese screens and papers write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

_PLAIN = "零一二三四五六七八九"
_CAPITAL = "零壹贰叁肆伍陆柒捌玖"
_PLAIN_UNITS = ("", "十", "百", "千")
_CAPITAL_UNITS = ("", "拾", "佰", "仟")
_YEAR_DIGITS = "〇一二三四五六七八九"
_WEEKDAYS = "一二三四五六日"
_YI = 100_000_000
_WAN = 10_000
_FIGURES = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?(亿|万)?元?")
_SCALES = {None: 1, "万": _WAN, "亿": _YI}
_CAPITAL_AMOUNT = re.compile(
    r"(负)?(?:([^元角分整]+)元)?(?:零?([壹贰叁肆伍陆柒捌玖])角)?"
    r"(?:零?([壹贰叁肆伍陆柒捌玖])分)?整?"
)


class AmountUnreadable(ValueError):
    """A text that was to be an amount of money is not one."""


def _section(number: int, digits: str, units: tuple[str, ...]) -> str:
    """Write a number below ten thousand, zero giving nothing."""
    written, gap = "", False
    for place in (3, 2, 1, 0):
        figure = number // 10**place % 10
        if figure:
            written += (digits[0] if gap and written else "") + digits[figure]
            written += units[place]
        gap = not figure
    return written


def _whole(number: int, digits: str, units: tuple[str, ...]) -> str:
    """Write a whole number, joining its parts by one zero where one is skipped."""
    for scale, name in ((_YI, "亿"), (_WAN, "万")):
        if number >= scale:
            high, low = divmod(number, scale)
            written = _whole(high, digits, units) + name
            if not low:
                return written
            joint = digits[0] if low < scale // 10 else ""
            return written + joint + _whole(low, digits, units)
    return _section(number, digits, units)


def amount_in_words(fen: int) -> str:
    """Write an amount in the capitals that papers use against alteration.

    >>> amount_in_words(8_600_000)
    '捌万陆仟元整'
    >>> amount_in_words(10_005_000)
    '壹拾万零伍拾元整'
    >>> amount_in_words(12_305)
    '壹佰贰拾叁元零伍分'
    """
    if fen < 0:
        return "负" + amount_in_words(-fen)
    whole, rest = divmod(fen, 100)
    jiao, cents = divmod(rest, 10)
    written = _whole(whole, _CAPITAL, _CAPITAL_UNITS)
    written = written + "元" if written else ""
    if not rest:
        return (written or "零元") + "整"
    if jiao:
        written += _CAPITAL[jiao] + "角"
    elif written:
        written += "零"
    return written + (_CAPITAL[cents] + "分" if cents else "整")


def _read_whole(words: str) -> int:
    """Read a whole number in capitals."""
    for name, scale in (("亿", _YI), ("万", _WAN)):
        high, found, low = words.rpartition(name)
        if found:
            if not high:
                raise AmountUnreadable(f"“{name}”前没有数字")
            return _read_whole(high) * scale + (_read_whole(low) if low else 0)
    return _read_section(words)


def _read_section(words: str) -> int:
    """Read a number below ten thousand in capitals."""
    total, figure = 0, 0
    for sign in words:
        if sign in _CAPITAL:
            figure = _CAPITAL.index(sign)
        elif sign in _CAPITAL_UNITS:
            total += figure * 10 ** _CAPITAL_UNITS.index(sign)
            figure = 0
        else:
            raise AmountUnreadable(f"大写金额中不应有“{sign}”")
    return total + figure


def parse_amount_in_words(text: str) -> int:
    """Read an amount in capitals back into fen.

    >>> parse_amount_in_words("人民币壹拾万零伍拾元整")
    10005000
    """
    words = text.strip().removeprefix("人民币").replace("圆", "元")
    words = words.replace("正", "整")
    found = _CAPITAL_AMOUNT.fullmatch(words)
    if not words or not found or not any(found.groups()[1:]):
        raise AmountUnreadable(f"“{text}”不是大写金额")
    sign, whole, jiao, cents = found.groups()
    fen = _read_whole(whole) * 100 if whole else 0
    fen += _CAPITAL.index(jiao or "零") * 10 + _CAPITAL.index(cents or "零")
    return -fen if sign else fen


def yuan(fen: int) -> str:
    """Write an amount in figures, without the unit and without idle zeros.

    >>> yuan(8_600_000), yuan(8_600_050)
    ('86,000', '86,000.50')
    """
    sign, rest = ("-" if fen < 0 else ""), abs(fen)
    whole, cents = divmod(rest, 100)
    return f"{sign}{whole:,}" + (f".{cents:02d}" if cents else "")


def money(fen: int) -> str:
    """Write an amount with its unit as people say it: by 万 where it is whole.

    >>> money(5_000_000), money(500_000), money(12_500_000), money(1_234_550)
    ('5万元', '5,000元', '125,000元', '12,345.50元')
    """
    whole, rest = divmod(fen, 100 * _WAN)
    return f"{yuan(fen)}元" if rest or not whole else f"{whole:,}万元"


def parse_yuan(text: str) -> int:
    """Read an amount typed by a person into fen.

    Full-width figures, thousands marks, 元, 万元 and 亿元 are understood; what is
    finer than a fen is refused.

    >>> parse_yuan("８６，０００元"), parse_yuan("8.6万元"), parse_yuan("¥0.05")
    (8600000, 8600000, 5)
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    plain = plain.removeprefix("人民币").lstrip("¥")
    if plain.startswith("-"):
        raise AmountUnreadable("金额不能是负数")
    found = _FIGURES.fullmatch(plain)
    if not found:
        raise AmountUnreadable(
            f"“{text.strip()}”不是金额，请填写数字，如 86000 或 8.6万元"
        )
    whole, fraction, scale = found.groups()
    fen = Decimal(whole.replace(",", "") + (fraction or "")) * _SCALES[scale] * 100
    if fen != fen.to_integral_value():
        raise AmountUnreadable("金额最小到分，元后最多两位小数")
    return int(fen)


def numeral(number: int) -> str:
    """Write a whole number in Chinese numerals, as articles are counted.

    >>> numeral(57), numeral(10), numeral(105), numeral(1260)
    ('五十七', '十', '一百零五', '一千二百六十')
    """
    if number < 0:
        raise ValueError("a numeral counts from zero")
    written = _whole(number, _PLAIN, _PLAIN_UNITS) or _PLAIN[0]
    return written.removeprefix("一") if written.startswith("一十") else written


def date_in_words(day: date) -> str:
    """Write a date as papers close with it.

    >>> date_in_words(date(2026, 5, 15))
    '二〇二六年五月十五日'
    """
    year = "".join(_YEAR_DIGITS[int(figure)] for figure in f"{day.year:04d}")
    return f"{year}年{numeral(day.month)}月{numeral(day.day)}日"


def weekday(day: date) -> str:
    """Name the day of the week: 周四."""
    return "周" + _WEEKDAYS[day.weekday()]


def month_day(day: date) -> str:
    """Write a date without its year: 5月14日."""
    return f"{day.month}月{day.day}日"


def full_date(day: date) -> str:
    """Write a date with its year in figures: 2026年5月14日."""
    return f"{day.year}年{month_day(day)}"


def short_date(day: date) -> str:
    """Write a date as a deadline shows it.

    >>> short_date(date(2026, 5, 14))
    '5月14日 周四'
    """
    return f"{month_day(day)} {weekday(day)}"
