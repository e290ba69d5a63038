"""The facts of a finding as people write them: days, moments, numbers."""

from __future__ import annotations

import re
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext

from faheng.kernel.alerts.queries import Told
from faheng.kernel.pages.names import named
from faheng.kernel.questions.listed import Derived
from faheng.web import words

LAPSED = f":{Derived.LAPSED.key}"
"""How the code of a watch ends that says that a party let its time pass."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")


def facts_of(one: Told) -> tuple[tuple[str, str], ...]:
    """Give what was found, each with what it is called."""
    return tuple(
        (named(name, title), readable(value)) for name, title, value in one.facts
    )


def mend_of(one: Told) -> str:
    """Say what to do; where the declaration says nothing, what its kind asks for."""
    if one.mend:
        return one.mend
    if one.code.endswith(LAPSED):
        return gettext("期限已满，后果依法发生：记入案卷，接着办下一步。")
    if one.about == "clocks":
        return gettext("办完期限所要的那一步；有法定理由的，先办延长或者中止。")
    return gettext("打开案件，补上所缺的；已经办过的，把文书和事实录进来。")


def readable(value: str) -> str:
    """Write a day or a moment, kept as machines write it, for people."""
    try:
        if _DAY.fullmatch(value):
            return words.full_date(date.fromisoformat(value))
        if _MOMENT.fullmatch(value):
            at = datetime.fromisoformat(value)
            local = timezone.localtime(at) if at.tzinfo else at
            return f"{words.full_date(local.date())} {local:%H:%M}"
    except ValueError:
        return value
    return value
