"""The law base: statutes held, their contents, and articles as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from faheng.kernel.registers.columns import BadCell, parse_day
from faheng.lawbase import queries
from faheng.lawbase.contents import Chapter, contents
from faheng.lawbase.queries import StatuteView
from faheng.web import parts
from faheng.web.present import law as present
from faheng.web.present.citing import cited_articles, citing
from faheng.web.reader import StaffRequest, staff, today_of, words_of

CRUMB = gettext_lazy("法规库")
SHOWN = 400
WIDEST = 9999


@dataclass(frozen=True)
class Asked:
    """Which statute, in which version, as of which day."""

    title: str
    on: date
    today: date
    views: list[StatuteView]
    view: StatuteView

    @property
    def fits(self) -> bool:
        """Whether the version had begun by the day."""
        return (self.view.begins_claim or date.min) <= self.on

    @property
    def other_day(self) -> date | None:
        """The day, where it is not today."""
        return None if self.on == self.today else self.on


@require_safe
@staff
def index(request: StaffRequest) -> HttpResponse:
    """List the statutes held, with the source's claims about them."""
    search = words_of(request)
    found = present.held(search)
    context = {"search": search, "found": found[:SHOWN], "count": len(found)}
    return render(request, "web/law/index.html", context)


@require_safe
@staff
def statute(request: StaffRequest, title: str) -> HttpResponse:
    """Show the chapters and articles of a statute as of a day."""
    asked = _asked(request, title)
    context = {
        **_shown(asked),
        "chapters": contents(asked.view.id),
        "cited": cited_articles(asked.view.title),
        "items": present.item_counts(asked.view.title, asked.today),
        "crumbs": (
            parts.Link(CRUMB, reverse("law_index")),
            parts.Link(asked.view.short),
        ),
    }
    return render(request, "web/law/statute.html", context)


@require_safe
@staff
def article(request: StaffRequest, title: str, article: str) -> HttpResponse:
    """Show one article as of a day, and what rests on it."""
    asked = _asked(request, title)
    place = present.numbers(article)
    if place is None:
        raise Http404
    number, suffix = place
    text = queries.article(asked.view.title, number, suffix=suffix, on=asked.on)
    chapters = contents(asked.view.id)
    before, after = _around(chapters, place)
    context = {
        **_shown(asked),
        "number": number,
        "place": gettext("第%(number)s条") % {"number": number}
        + (gettext("之%(suffix)s") % {"suffix": suffix} if suffix else ""),
        "heading": present.article_title(number, suffix),
        "chapter": text.chapter if text else "",
        "lines": _lines(request, text),
        "chapters": _near(chapters, place),
        "items": present.items_resting_on(
            asked.view.title, number, suffix, asked.today
        ),
        "citing": citing(asked.view.title, number, suffix),
        "before": present.neighbour(asked.view.title, asked.other_day, before),
        "after": present.neighbour(asked.view.title, asked.other_day, after),
        "crumbs": (
            parts.Link(CRUMB, reverse("law_index")),
            parts.Link(
                asked.view.short, reverse("law_statute", args=[asked.view.title])
            ),
            parts.Link(
                gettext("第%(number)s条") % {"number": number}
                + (gettext("之%(suffix)s") % {"suffix": suffix} if suffix else "")
            ),
        ),
    }
    status = 200 if text else 404
    return render(request, "web/law/article.html", context, status=status)


def _asked(request: StaffRequest, title: str) -> Asked:
    today = today_of(request)
    views = queries.versions(title[:200])
    if not views:
        raise Http404
    try:
        on = parse_day(words_of(request, "on")) if request.GET.get("on") else today
    except BadCell:
        on = today
    return Asked(title, on, today, views, present.meant(views, on))


def _shown(asked: Asked) -> dict[str, object]:
    return {
        "asked": asked,
        "view": asked.view,
        "is_today": asked.on == asked.today,
        "tabs": present.tabs(asked.views, asked.view, asked.today),
    }


def _lines(
    request: StaffRequest, text: queries.ArticleView | None
) -> tuple[present.Line, ...]:
    if text is None:
        return ()
    para, item = _number(request, "para"), _number(request, "item")
    return present.lines(text, para or (1 if item else None), item)


def _number(request: StaffRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    good = text.isascii() and text.isdigit() and len(text) < len(str(WIDEST))
    return int(text) if good else None


Numbers = tuple[int, int]


def _around(
    chapters: tuple[Chapter, ...], place: Numbers
) -> tuple[Numbers | None, Numbers | None]:
    order = [(one.number, one.suffix) for c in chapters for one in c.articles]
    if place not in order:
        return None, None
    at = order.index(place)
    before = order[at - 1] if at else None
    return before, order[at + 1] if at + 1 < len(order) else None


def _near(chapters: tuple[Chapter, ...], place: Numbers) -> tuple[Chapter, ...]:
    """Give the contents with the articles of the present chapter only."""
    return tuple(
        chapter
        if any((one.number, one.suffix) == place for one in chapter.articles)
        else Chapter(chapter.title, chapter.articles[:1])
        for chapter in chapters
    )
