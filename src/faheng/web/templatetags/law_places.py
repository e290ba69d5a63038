"""`{% load law_places %}`: addresses of articles and figures beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from django import template

from faheng.web.present.articles import Place, article_url
from faheng.web.present.lawbook.pages import Heading
from faheng.web.present.registers import query

register = template.Library()


class Numbered(Protocol):
    """An article, as a unit or as a line of the contents."""

    number: int
    suffix: int


@register.simple_tag
def article_address(title: str, one: Numbered, on: date | None) -> str:
    """Give the address of an article as of the day that the page shows."""
    return article_url(Place(title, one.number, one.suffix), on)


@register.simple_tag
def count_at(counts: Mapping[tuple[int, int], int], one: Numbered) -> int:
    """Give the figure of one article."""
    return counts.get((one.number, one.suffix), 0)


@register.simple_tag
def is_in(chapter: Heading, number: tuple[int, int]) -> bool:
    """Tell whether an article stands right under a heading."""
    return any(one.key == number for one in chapter.articles)


@register.simple_tag
def law_query(**given: object) -> str:
    """Write what is asked of the same page: the day, the view, what to compare."""
    on = given.pop("on", None)
    day = on.isoformat() if isinstance(on, date) else ""
    return f"?{query(on=day, **given)}"
