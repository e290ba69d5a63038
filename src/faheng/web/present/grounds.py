"""Grounds that were stored as words, found again as citations."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from faheng.kernel.law.declare import Basis, Practice, in_force

_CITED = re.compile(
    r"(?P<short>[^第]+)第(?P<article>\d+)条(?:之(?P<suffix>\d+))?"
    r"(?:第(?P<para>\d+)款)?(?:第(?P<item>\d+)项)?"
)


@lru_cache(maxsize=1024)
def ground(words: str, on: date) -> Basis | None:
    """Return what was cited, so that it opens the article as of a day."""
    if not words:
        return None
    found = _CITED.fullmatch(words.split("、", maxsplit=1)[0])
    statute = in_force(found["short"], on) if found else None
    if found is None or statute is None:
        return Practice(words)
    para, item = found["para"], found["item"]
    return statute.article(
        int(found["article"]),
        int(para) if para else None,
        int(item) if item else None,
        sub=int(found["suffix"] or 0),
    )
