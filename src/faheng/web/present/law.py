"""The law base as pages show it: statutes, contents, articles and their use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count

from faheng.domains.enforcement.registers import EnforcementItem, ItemProvision
from faheng.kernel.parties.queries import valid_on
from faheng.lawbase import queries
from faheng.lawbase.queries import ArticleView, StatuteView
from faheng.lib.text import numeral
from faheng.web.present.articles import Place, article_url
from faheng.web.present.citing import cited_articles

ARTICLE = re.compile(r"(\d{1,4})(?:-(\d{1,2}))?")
_STATE = "中华人民共和国"


@dataclass(frozen=True)
class Held:
    """A statute of the list: its versions, and the claims about the newest."""

    title: str
    versions: int
    begins: date | None
    status: str
    level: str
    cited: int


@dataclass(frozen=True)
class VersionTab:
    """A version on the rail: the one that answers for the day is current."""

    label: str
    begins: date | None
    status: str
    current: bool
    future: bool


@dataclass(frozen=True)
class Line:
    """A paragraph or an item with its label in the gutter."""

    label: str
    lead: str
    text: str
    item: bool
    marked: bool
    anchor: str


@dataclass(frozen=True)
class ItemUse:
    """An enforcement item that rests on the article."""

    pk: int
    name: str
    place: str
    role: str


def held(search: str) -> tuple[Held, ...]:
    """List the statutes held that a search finds, those that work rests on first."""
    by_title = groupby(_found(search), key=lambda view: view.title)
    made = [_held(title, list(found)) for title, found in by_title]
    return tuple(sorted(made, key=lambda one: -one.cited))


def _found(search: str) -> list[StatuteView]:
    words = search.split()
    return [
        view
        for view in sorted(queries.statutes(), key=lambda view: view.title)
        if all(word in view.title for word in words)
    ]


def _held(title: str, views: Sequence[StatuteView]) -> Held:
    newest = max(views, key=lambda view: view.begins_claim or date.min)
    return Held(
        title,
        len(views),
        newest.begins_claim,
        newest.status_claim,
        newest.source,
        sum(cited_articles(title).values()),
    )


def numbers(article: str) -> tuple[int, int] | None:
    """Read the article of an address: 57 or 57-1."""
    found = ARTICLE.fullmatch(article)
    return (int(found[1]), int(found[2] or 0)) if found else None


def meant(views: Sequence[StatuteView], on: date) -> StatuteView:
    """Give the version that had begun by a day, else the first held."""
    begun = [view for view in views if (view.begins_claim or date.min) <= on]
    return begun[-1] if begun else views[0]


def tabs(
    views: Sequence[StatuteView], current: StatuteView, today: date
) -> tuple[VersionTab, ...]:
    """Set the versions held on a rail."""
    return tuple(
        VersionTab(
            view.version_label,
            view.begins_claim,
            view.status_claim,
            view.id == current.id,
            (view.begins_claim or date.min) > today,
        )
        for view in views
    )


def article_title(number: int, suffix: int) -> str:
    """Write 第五十七条之一 as the text does."""
    return f"第{numeral(number)}条" + (f"之{numeral(suffix)}" if suffix else "")


def lines(
    view: ArticleView, para: int | None = None, item: int | None = None
) -> tuple[Line, ...]:
    """Set an article's paragraphs and items, each with its label; mark one."""
    found: list[Line] = []
    lead = article_title(view.number, view.suffix)
    for paragraph in view.paragraphs:
        here = paragraph.number == para
        found.append(
            Line(
                f"第{paragraph.number}款",
                lead if paragraph.number == 1 else "",
                paragraph.text,
                item=False,
                marked=here and item is None,
                anchor=f"p{paragraph.number}",
            )
        )
        found += [
            Line(
                f"第{one.number}项",
                "",
                f"（{numeral(one.number)}）{one.text}",
                item=True,
                marked=here and one.number == item,
                anchor=f"p{paragraph.number}i{one.number}",
            )
            for one in paragraph.items
        ]
    return tuple(found)


def items_resting_on(
    title: str, number: int, suffix: int, on: date
) -> tuple[ItemUse, ...]:
    """Give the items valid on a day that an article forbids or punishes."""
    rows = ItemProvision.objects.filter(
        item__in=EnforcementItem.objects.filter(valid_on(on)),
        law__in=(title, title.removeprefix(_STATE)),
        article=number,
        suffix=suffix,
    ).select_related("item")
    return tuple(
        ItemUse(row.item_id, row.item.name, _below(row), row.get_role_display())
        for row in rows.order_by("item__code", "role")
    )


def item_counts(title: str, on: date) -> dict[tuple[int, int], int]:
    """Count the items that rest on each article of a law."""
    rows = (
        ItemProvision.objects
        .filter(
            item__in=EnforcementItem.objects.filter(valid_on(on)),
            law__in=(title, title.removeprefix(_STATE)),
        )
        .values_list("article", "suffix")
        .annotate(n=Count("item", distinct=True))
    )
    return {(article, suffix): n for article, suffix, n in rows.order_by()}


def _below(row: ItemProvision) -> str:
    said = f"第{row.para}款" if row.para else ""
    return said + (f"第{row.item_no}项" if row.item_no else "")


def neighbour(title: str, on: date | None, place: tuple[int, int] | None) -> str:
    """Give the address of the article before or after, as of the same day."""
    return article_url(Place(title, *place), on) if place else ""
