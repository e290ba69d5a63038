"""Dates that a statute's own text tells."""

from __future__ import annotations

import re
from datetime import date

NUMBER = r"[0-9０-９]"
DAY = rf"({NUMBER}{{4}})年({NUMBER}{{1,2}})月({NUMBER}{{1,2}})日"
DATED = re.compile(DAY)
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
FROM = re.compile(rf"自\s*{DAY}\s*起(?:正式)?(?:施行|实施|生效)")
AT_ONCE = re.compile(r"自(?:公布|发布|颁布|通过)之日起(?:施行|实施|生效)")
EVENT = re.compile(r"修正|修订|通过|公布|发布|批准|修改")
CHANGE = re.compile(r"修正|修订|修改")
STARTS = re.compile(r"^\D*" + DAY + r"\s*起?(?:施行|实施)")
REPEAL = re.compile(r"同时废止|即行废止|予以废止|停止执行|(?<!自行)废止。")
NAMES = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")


def first_day(text: str) -> date | None:
    """The first date of a text."""
    matched = DATED.search(text)
    return _day(matched) if matched else None


def iso_day(text: str) -> date | None:
    """The first date like 2021-01-22 of a text."""
    matched = ISO.search(text)
    return _day(matched) if matched else None


def effective_days(text: str) -> list[date]:
    """The days that a text says it takes effect on."""
    found = (_day(matched) for matched in FROM.finditer(text))
    return [day for day in found if day]


def is_start(line: str) -> date | None:
    """The day of a line like 2015年9月1日 施行."""
    matched = STARTS.match(line)
    return _day(matched) if matched else None


def repealed_titles(text: str) -> list[str]:
    """The titles that a text repeals when it takes effect."""
    found: list[str] = []
    for sentence in re.split(r"[。\n]", text):
        if REPEAL.search(sentence + "。"):
            found += NAMES.findall(sentence)
    return found


def _day(matched: re.Match[str]) -> date | None:
    """A date, or none if there is no such day."""
    try:
        return date(*(int(part) for part in matched.groups()[:3]))
    except ValueError:
        return None
