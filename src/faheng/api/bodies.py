"""Reading bodies that strangers may have made."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from faheng.kernel.cases.errors import Problem, StepRefused

DEEPEST = 8
LARGEST = 2**63
YEARS = range(1900, 2201)


class Unsound(ValueError):
    """A body that no database could keep."""


class SoundParser(Parser):
    """JSON without depths, texts and numbers that would break something later."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Read the body; ninja answers 400 to whatever is raised here."""
        body = json.loads(request.body)
        for depth, value in _walk(body, 0):
            if depth > DEEPEST or not _is_sound(value):
                raise Unsound
        if not isinstance(body, dict):
            raise Unsound
        return body


def _walk(value: Any, depth: int) -> Iterator[tuple[int, Any]]:
    yield depth, value
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield depth, name
            yield from _walk(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, depth + 1)


def _is_sound(value: Any) -> bool:
    if isinstance(value, str):
        return is_storable(value)
    if isinstance(value, float):
        return math.isfinite(value)
    return not isinstance(value, int) or abs(value) < LARGEST


def is_storable(text: str) -> bool:
    """Tell whether every database can keep a text: no NUL, no half of a pair."""
    return "\x00" not in text and not any("\ud800" <= c <= "\udfff" for c in text)


def moment_of(value: datetime | None, field: str) -> datetime | None:
    """Check a moment that a program gave.

    Raises:
        StepRefused: it has no zone, or lies in no year that a case can have.
    """
    if value is None:
        return None
    if value.tzinfo is None or value.year not in YEARS:
        sentence = "时间须带时区，并且在合理的年份之内"
        raise StepRefused([Problem(sentence, field=field)])
    return value
