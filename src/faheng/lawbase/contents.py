"""What a version of a statute contains, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from faheng.lawbase.models import ArticleText

OPENING = 28


@dataclass(frozen=True)
class ArticleLine:
    """An article in a table of contents: its numbers and its first words."""

    number: int
    suffix: int
    opening: str


@dataclass(frozen=True)
class Chapter:
    """A chapter and its articles; the title is empty where a text has none."""

    title: str
    articles: tuple[ArticleLine, ...]


def contents(statute_id: int) -> tuple[Chapter, ...]:
    """The chapters of one version, in order."""
    rows = ArticleText.objects.filter(statute=statute_id).order_by("position")
    grouped = groupby(rows, key=lambda row: row.chapter)
    return tuple(Chapter(title, _lines(found)) for title, found in grouped)


def _lines(rows: Iterable[ArticleText]) -> tuple[ArticleLine, ...]:
    return tuple(
        ArticleLine(row.number, row.suffix, _opening(row.text)) for row in rows
    )


def _opening(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= OPENING else f"{words[:OPENING]}…"
