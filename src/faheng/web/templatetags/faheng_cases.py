"""`{% load faheng_cases %}`: small filters of the case pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django import template

from faheng.web import words

register = template.Library()


@register.filter
def as_day(value: date | datetime) -> date:
    """The local day of a moment."""
    return words.as_day(value)


@register.filter
def at(found: Mapping[int, object] | None, key: object) -> object | None:
    """What a mapping holds under a key that may have come as text."""
    number = str(key or "")
    return (found or {}).get(int(number)) if number.isdigit() else None
