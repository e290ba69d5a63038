"""A worksheet computed again from its own rows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import canonical
from faheng.domains.enforcement.discretion.proposal.run import replay
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.rows.weighing import Worksheet


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of computing again.

    Attributes:
        is_equal: whether every byte is the same.
        is_kept: whether the bytes are those that the act recorded.
        rows: the steps as they were frozen.
        differs: titles of the steps that came out otherwise.
    """

    is_equal: bool
    is_kept: bool
    rows: tuple[dict[str, Any], ...]
    differs: tuple[str, ...]


def replayed(sheet: Worksheet) -> Replayed:
    """Compute a worksheet again, and compare bytes."""
    rows = json.loads(sheet.rows)
    kept = hashlib.sha256(sheet.rows.encode()).hexdigest() == sheet.sha256
    try:
        again = replay(rows)
    except (Unanswerable, KeyError, TypeError) as problem:
        return Replayed(
            is_equal=False, is_kept=kept, rows=tuple(rows), differs=(str(problem),)
        )
    differs = tuple(
        str(old["rule"]) for old, new in zip(rows, again, strict=True) if old != new
    )
    equal = canonical(again) == sheet.rows.encode()
    return Replayed(is_equal=equal, is_kept=kept, rows=tuple(rows), differs=differs)
