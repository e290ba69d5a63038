"""The rows by which an answer can be replayed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from faheng.kernel.law.declare import Basis


@dataclass
class Trace:
    """The steps of one answer, in order."""

    steps: list[dict[str, Any]] = field(default_factory=list)

    def step(self, rule: str, basis: Basis, given: Any, output: Any) -> None:
        """Add one row: what went in, by which rule, on which article, what came out."""
        self.steps.append({
            "input": plain(given),
            "rule": rule,
            "article": str(basis),
            "output": plain(output),
        })


def plain(value: Any) -> Any:
    """Write a value so that two runs give the same bytes."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value
