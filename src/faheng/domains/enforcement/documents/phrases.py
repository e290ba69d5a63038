"""Turns of phrase that the papers of the tracks share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from faheng.lib.text import full_date

RECON_DAYS = "六十日"
SUIT_MONTHS = "六个月"


def on_day(day: date | None) -> str:
    """Return a day in figures, nothing for none."""
    return full_date(day) if day else ""


def at_moment(at: Any) -> str:
    """Return a moment to the minute, in the time of the place."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    return f"{full_date(local.date())}{local:%H时%M分}"


def span(first: date, last: date) -> str:
    """Return two days as a period."""
    return f"{full_date(first)}至{full_date(last)}"


def remedy(s: Any) -> str:
    """Return how to have the organ's act looked at again, and until when.

    Nothing where one of the two ways is not known: half of it would mislead.
    """
    organ, court = s.organ.remedy_recon_organ, s.organ.remedy_court
    if not organ or not court:
        return ""
    return (
        f"自收到本文书之日起{RECON_DAYS}内向{organ}申请行政复议，"
        f"也可以自收到本文书之日起{SUIT_MONTHS}内向{court}提起行政诉讼"
    )


def numbered(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Return rows of a list with their numbers."""
    return [{"no": str(no), **row} for no, row in enumerate(rows, 1)]


def number_of(s: Any, *codes: str) -> str:
    """Return the number of the latest paper of one of these kinds."""
    made = [paper for paper in s.papers if paper.code in codes]
    return made[-1].number if made else ""
