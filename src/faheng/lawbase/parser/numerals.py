"""Chinese numerals, as statutes print them."""

from __future__ import annotations

from functools import cache

DIGITS = {digit: worth for worth, digit in enumerate("零一二三四五六七八九")}
DIGITS |= {"〇": 0, "○": 0, "两": 2}
DIGITS |= {str(worth): worth for worth in range(10)}
DIGITS |= {chr(ord("０") + worth): worth for worth in range(10)}
UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = r"[〇○零一二三四五六七八九十百千]+|[0-9０-９]+"


@cache
def worth(numeral: str) -> int:
    """What a numeral is worth: 一百二十, 二〇, 12 or １２."""
    numeral = "".join(numeral.split())
    if numeral.isdecimal():
        return int(numeral)
    if not any(sign in UNITS for sign in numeral):
        return int("".join(str(DIGITS[sign]) for sign in numeral) or "0")
    total = digit = 0
    for sign in numeral:
        if sign in UNITS:
            total += (digit or 1) * UNITS[sign]
            digit = 0
        else:
            digit = DIGITS[sign]
    return total + digit


@cache
def numeral(number: int) -> str:
    """How a statute prints a number below ten thousand: 一百二十."""
    signs = "零一二三四五六七八九"
    printed = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            printed += signs[digit] + name
        elif printed and not printed.endswith("零"):
            printed += "零"
    printed = printed.rstrip("零") or "零"
    return printed.removeprefix("一") if 10 <= number < 20 else printed


def article_label(number: int, suffix: int = 0) -> str:
    """第八十五条之一."""
    tail = f"之{numeral(suffix)}" if suffix else ""
    return f"第{numeral(number)}条{tail}"
