"""How screens say dates, lengths and urgency, in the language of the reader."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext, ngettext

from faheng.kernel.pages.names import in_english
from faheng.lib import text

SOON = 2
_ENGLISH_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ENGLISH_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def as_day(value: date | datetime) -> date:
    """The local day of a day or a moment."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date()
    return value


def month_day(value: date | datetime) -> str:
    """Say a day without its year: 5月14日 or 14 May."""
    day = as_day(value)
    if in_english():
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]}"
    return text.month_day(day)


def weekday(value: date | datetime) -> str:
    """Say the day of the week in one character, or three letters."""
    day = as_day(value)
    if in_english():
        return _ENGLISH_DAYS[day.weekday()]
    return text.weekday(day)[-1]


def short_date(value: date | datetime, today: date | None = None) -> str:
    """Say a deadline: 5月14日 周四, with its year once that is not this one."""
    day = as_day(value)
    year = today is not None and today.year != day.year
    if in_english():
        said = f"{weekday(day)} {month_day(day)}"
        return f"{said} {day.year}" if year else said
    said = text.short_date(day)
    return f"{day.year}年{said}" if year else said


def full_date(value: date | datetime | None) -> str:
    """Say a day with its year: 2026年5月14日 or 14 May 2026."""
    if value is None:
        return ""
    day = as_day(value)
    return (
        f"{month_day(day)} {day.year}"
        if in_english()
        else f"{day:%Y}年{day.month}月{day.day}日"
    )


def year_month(value: date) -> str:
    """Say a month: 2026年5月 or May 2026."""
    if in_english():
        return f"{_ENGLISH_MONTHS[value.month - 1]} {value.year}"
    return f"{value.year}年{value.month}月"


def moment(value: datetime, today: date | None = None) -> str:
    """Say a moment: 5月14日 09:41, with its year once that is not this one."""
    local = timezone.localtime(value)
    said = f"{month_day(local)} {local:%H:%M}"
    if today is not None and today.year != local.year:
        return f"{local.year}-{local:%m-%d %H:%M}"
    return said


def unit_word(unit: str, count: int = 1) -> str:
    """Say the unit in which something is left."""
    count = abs(count)
    if unit == "working_days":
        return ngettext("个工作日", "个工作日", count)
    if unit == "hours":
        return ngettext("小时", "小时", count)
    return ngettext("天", "天", count)


def left_words(left: int | None, unit: str = "days") -> str:
    """Say what is left: 还剩 3 个工作日, 今天, 逾期 1 天."""
    if left is None:
        return gettext("没有期限")
    if left == 0 and unit != "hours":
        return gettext("今天")
    count = abs(left)
    known = {"n": count, "unit": unit_word(unit, count)}
    if left < 0:
        return gettext("逾期 %(n)s %(unit)s") % known
    return gettext("还剩 %(n)s %(unit)s") % known


def tone(left: int | None, *, paused: bool = False) -> str:
    """The mark of a deadline: late, soon, hint or paused."""
    if paused:
        return "paused"
    if left is None or left > SOON:
        return "hint"
    return "late" if left < 0 else "soon"


def tone_word(name: str) -> str:
    """What a mark means, for who cannot see its shape."""
    said = {
        "late": gettext("违反："),
        "soon": gettext("将违反："),
        "hint": gettext("提示："),
        "paused": gettext("不计期间："),
        "done": gettext("办毕："),
    }
    return said.get(name, "")
