"""What declared things are called, in the language of the reader.

A step, a stage, a term, a role, a document or a column carries its Chinese title. In
English it goes by its name in the code, so that no second list has to be kept: the
step `file_case` is "File case", the document `PenaltyDecision` "Penalty decision".
What was kept with a case under its Chinese title goes by the key kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Any

from django.utils.translation import get_language

from faheng.kernel.clocks.declare import Unit

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")


def in_english() -> bool:
    """Whether the reader chose English."""
    return (get_language() or "").startswith("en")


def named(key: str, title: str) -> str:
    """The title, or in English the words of the key.

    Args:
        key: name of the thing: `file_case`, `enforcement.ordinary_penalty`.
        title: what it is called in Chinese.
    """
    if not in_english() or not _NAME.fullmatch(key):
        return title
    return key.rpartition(".")[2].replace("_", " ").replace("-", " ").capitalize()


def titled(thing: Any) -> str:
    """What a declared thing is called: anything that has a key and a title."""
    return named(_key(thing), str(thing.title))


def _key(thing: Any) -> str:
    key = getattr(thing, "key", "")
    if callable(key):
        key = key()
    if not key and isinstance(thing, Enum):
        key = thing.value
    return str(key or getattr(thing, "field", ""))


def listed(said: Iterable[str]) -> str:
    """Several names in a row: 甲、乙 or A, B."""
    return (", " if in_english() else "、").join(said)


def held_by(roles: str, people: str) -> str:
    """Two names side by side: 内勤何佳 or Recorder 何佳."""
    return f"{roles} {people}".strip() if in_english() else f"{roles}{people}"


def measured(length: int, unit: Unit) -> str:
    """A length in its unit: 7 个工作日 or 7 working days."""
    plural = "s" if in_english() and length != 1 else ""
    said = titled(unit)
    return f"{length} {said.lower()}{plural}"


def labelled(pairs: Any) -> list[tuple[Any, Any]]:
    """The choices of a closed list; what somebody entered stays as it is."""
    return [(key, named(str(key), str(said))) for key, said in pairs]
