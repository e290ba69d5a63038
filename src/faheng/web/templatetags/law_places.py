"""`{% load law_places %}`: addresses of articles and figures beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django import template

from faheng.lawbase.contents import ArticleLine
from faheng.web.present.articles import Place, article_url

register = template.Library()


@register.simple_tag
def article_address(title: str, one: ArticleLine, on: date | None) -> str:
    """Give the address of an article as of the day that the page shows."""
    return article_url(Place(title, one.number, one.suffix), on)


@register.simple_tag
def count_at(counts: Mapping[tuple[int, int], int], one: ArticleLine) -> int:
    """Give the figure of one article."""
    return counts.get((one.number, one.suffix), 0)
