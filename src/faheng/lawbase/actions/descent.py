"""Where units come from: a stub until the pairs are weighed."""

from __future__ import annotations

from collections.abc import Collection


def trace(works: Collection[int]) -> None:
    """Suggest where the units of later versions come from."""
