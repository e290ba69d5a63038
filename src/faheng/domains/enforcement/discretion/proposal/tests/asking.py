"""Asking the engine in tests."""

from __future__ import annotations

from typing import Any

import pytest

from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.tests.invented import case
from faheng.domains.enforcement.discretion.reading import Unanswerable


def refused(**more: Any) -> Unanswerable:
    with pytest.raises(Unanswerable) as caught:
        propose(case(**more))
    assert caught.value.reason
    return caught.value


def person(age: int, capacity: str = "full", **more: Any) -> dict[str, Any]:
    return case(party="person", age=age, capacity=capacity, **more)
