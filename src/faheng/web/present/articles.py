"""Provisions that lists cite by the name of their law: a word and an address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse


@dataclass(frozen=True)
class Place:
    """Where a provision stands: its law by name, its article and what lies below."""

    law: str
    article: int
    suffix: int = 0
    para: int | None = None
    item: int | None = None

    def __str__(self) -> str:
        words = f"{self.law.removeprefix('中华人民共和国')}第{self.article}条"
        words += f"之{self.suffix}" if self.suffix else ""
        words += f"第{self.para}款" if self.para else ""
        return words + (f"第{self.item}项" if self.item else "")


@dataclass(frozen=True)
class Cited:
    """A provision as a chip: what it is called and where its text is."""

    said: str
    url: str


def cited(place: Place, on: date | None = None) -> Cited:
    """Make the chip of a provision, which opens the article as of a day."""
    return Cited(str(place), article_url(place, on))


def article_url(place: Place, on: date | None = None) -> str:
    """Give the address of an article, its paragraph and item marked."""
    number = f"{place.article}-{place.suffix}" if place.suffix else f"{place.article}"
    address = reverse("law_article", kwargs={"title": place.law, "article": number})
    given = {
        "on": on.isoformat() if on else "",
        "para": str(place.para or ""),
        "item": str(place.item or ""),
    }
    asked = urlencode({name: value for name, value in given.items() if value})
    return f"{address}?{asked}" if asked else address
