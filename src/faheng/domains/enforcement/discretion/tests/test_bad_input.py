"""Whatever a question says, it is answered or refused in a sentence; never a crash."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from faheng.domains.enforcement.discretion.answers import KINDS, answer
from faheng.domains.enforcement.discretion.tests.test_by_hand import plain, rows

WRONG = (None, "", "x", "2026-13-01", -1, 1.5, 10**40, True, [], {}, [None], [[]])
PER_KIND = 4


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to every field and row of a question."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in inner:
        yield (*path, key)
        if isinstance(part, dict | list):
            yield from places(part, (*path, key))


def spoilt(question: dict[str, Any], path: tuple[Any, ...], wrong: Any) -> Any:
    changed = copy.deepcopy(question)
    part: Any = changed
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = wrong
    return changed


def every_spoilt(kind: str) -> Iterator[Any]:
    for question in sampled(kind):
        for path in places(question):
            yield from (spoilt(question, path, wrong) for wrong in WRONG)


def sampled(kind: str) -> list[dict[str, Any]]:
    every = [plain(param.values[0]["问"]) for param in rows()]  # type: ignore[index]
    own = [one for one in every if one["kind"] == kind]
    return own[:: max(1, len(own) // PER_KIND)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoilt_question_is_answered_or_refused_in_a_sentence(kind: str) -> None:
    for question in every_spoilt(kind):
        told = answer(question)
        json.dumps(told, default=str)
        if "error" in told:
            assert told["error"]["reason"], question
            assert told["error"]["field"], question
