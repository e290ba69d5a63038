"""Reading the law: the list of works, a work as of a day, an article as of a day."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from faheng.lawbase.addresses import NoAddress, parse
from faheng.lawbase.models import Unit, Version
from faheng.lawbase.status.declare import Status
from faheng.web import parts
from faheng.web.present import law as resting
from faheng.web.present.citing import cited_articles, citing
from faheng.web.present.lawbook import citations, history, pages, places
from faheng.web.present.lawbook.comparing import compared
from faheng.web.present.lawbook.history import Wording
from faheng.web.present.lawbook.works import Wanted, levels, works
from faheng.web.present.registers import query
from faheng.web.reader import StaffRequest, staff, today_of, words_of
from faheng.web.views.lawbook.asked import Asked, asked_for, day_of, number_of

VIEWS = ("now", "words", "sides")


@require_safe
@staff
def index(request: StaffRequest) -> HttpResponse:
    """List the works held, as they stood on a day."""
    today = today_of(request)
    wanted = Wanted(
        day_of(request, today),
        words_of(request),
        words_of(request, "level", 40),
        words_of(request, "status", 12),
        number_of(request, "start") or 0,
    )
    found = works(wanted)
    kept = {"q": wanted.words, "level": wanted.level, "status": wanted.status}
    kept["on"] = "" if wanted.on == today else wanted.on.isoformat()
    more, back = found.next_start, found.previous_start
    context = {
        "wanted": wanted,
        "today": today,
        "found": found,
        "levels": levels(),
        "is_narrowed": any(kept.values()),
        "pager": parts.Pager(
            "",
            f"?{query(**kept, start=back)}" if back is not None else "",
            f"?{query(**kept, start=more)}" if more is not None else "",
        ),
    }
    return render(request, "web/law/index.html", context)


@require_safe
@staff
def law(request: StaffRequest, title: str) -> HttpResponse:
    """Show a work as of a day: its contents or its text, and what changed since."""
    asked = asked_for(request, title)
    shown = asked.stand.shown
    whole = words_of(request, "view") == "text"
    context = {
        **asked.head(),
        "whole": whole,
        "chapters": pages.contents(shown) if shown else (),
        "sections": pages.whole_text(shown) if shown and whole else (),
        "cited": cited_articles(asked.work.full_title),
        "items": resting.item_counts(asked.names, asked.today),
        "since": history.changes_since(asked.stand, asked.today),
        "made": history.changes_made(shown) if shown else None,
        "repeals": list(asked.work.repeals.order_by("title")),
        "permanent": places.permanent(shown, asked.work.title, "") if shown else "",
        "crumbs": asked.crumbs(parts.Link(asked.work.title)),
    }
    return render(request, "web/law/statute.html", context)


@require_safe
@staff
def article(request: StaffRequest, title: str, article: str) -> HttpResponse:
    """Show one article as of a day: its words, its history and what rests on it."""
    asked = asked_for(request, title)
    at = resting.numbers(article)
    if at is None:
        raise Http404
    shown = asked.stand.shown
    units = pages.article_units(shown, *at) if shown else []
    label = places.said(f"a{places.slug(*at)}")
    context = {
        "place": label,
        "number": at,
        "items": resting.items_resting_on(asked.names, *at, asked.today),
        "declared": citing(asked.work.full_title, *at),
        "crumbs": asked.crumbs(
            parts.Link(
                asked.work.title,
                places.article_url(asked.work.full_title, "", asked.other_day),
            ),
            parts.Link(label),
        ),
        **_text(request, asked, units),
        **_neighbours(asked, at),
    }
    status = 200 if units else 404
    return render(request, "web/law/article.html", context, status=status)


def _text(request: StaffRequest, asked: Asked, units: list[Unit]) -> dict[str, object]:
    """The article's words, alone or beside another wording, and its citations."""
    if not units:
        return {**asked.head(), "lines": (), "view": "now"}
    found = citations.found_in(units)
    lines = pages.lines(units, marked=_marked(request))
    wordings = history.wordings(asked.stand, units[0])
    other = _other(wordings, number_of(request, "with"))
    beside = _beside(other)
    view = words_of(request, "view", 5)
    older = bool(other and _is_older(other, wordings))
    pair = (beside, lines) if older else (lines, beside)
    return {
        **asked.head(other.version if other and view in VIEWS[1:] else None),
        "article": units[0],
        "chapter": _chapter(units[0]),
        "lines": citations.linked(lines, found, asked.stand),
        "view": view if other and view in VIEWS else "now",
        "wordings": wordings,
        "other": other,
        "other_is_older": older,
        "compared": compared(*pair) if other and view in VIEWS[1:] else None,
        "cites": citations.cited(found, asked.stand, asked.today),
        "cited_by": citations.citing(asked.work, units[0].address, asked.stand),
        "permanent": places.permanent(
            units[0].version, asked.work.title, units[0].address
        ),
        "printed": places.printed(asked.work.full_title, units[0].address),
    }


def _marked(request: StaffRequest) -> str:
    para, item = number_of(request, "para"), number_of(request, "item")
    if item:
        return f"p{para or 1}/i{item}"
    return f"p{para}" if para else ""


def _other(wordings: list[Wording], wanted: int | None) -> Wording | None:
    """The wording to compare with: the one asked for, else the nearest other one."""
    at = next((n for n, one in enumerate(wordings) if one.is_shown), None)
    if at is None:
        return None
    others = [one for one in wordings if not one.is_shown and one.units]
    asked = [one for one in others if one.version.pk == wanted]
    changed = [
        *(wordings[n - 1] for n in range(at, 0, -1) if wordings[n].kind != "same"),
        *(one for one in wordings[at + 1 :] if one.kind != "same" and one.units),
    ]
    return next(iter([*asked, *changed, *reversed(others)]), None)


def _is_older(other: Wording, wordings: list[Wording]) -> bool:
    shown = next(n for n, one in enumerate(wordings) if one.is_shown)
    return wordings.index(other) < shown


def _beside(other: Wording | None) -> tuple[pages.Line, ...]:
    if other is None:
        return ()
    units = [
        unit
        for article in other.units
        for unit in pages.article_units(other.version, article.number, article.suffix)
    ]
    return pages.lines(units)


def _chapter(article: Unit) -> str:
    """The headings over an article."""
    above = [article.path[:end] for end in range(4, len(article.path), 4)]
    rows = Unit.objects.filter(version=article.version_id, path__in=above)
    return "　".join(f"{one.label}　{one.text}" for one in rows.order_by("path"))


def _neighbours(asked: Asked, at: tuple[int, int]) -> dict[str, object]:
    """The contents around the article, and the articles before and after it."""
    shown: Version | None = asked.stand.shown
    chapters = pages.contents(shown) if shown else []
    order = [one for chapter in chapters for one in chapter.articles]
    place = next((n for n, one in enumerate(order) if one.key == at), None)
    before = order[place - 1] if place else None
    after = order[place + 1] if place is not None and place + 1 < len(order) else None
    return {"chapters": chapters, "before": before, "after": after}


@require_safe
@staff
def permanent(request: StaffRequest, address: str) -> HttpResponse:
    """Lead from a permanent address to the page of its unit on that day."""
    try:
        found = parse(f"cn/law/{address}")
    except NoAddress as wrong:
        raise Http404 from wrong
    asked = asked_for(request, found.law)
    day = found.on
    if asked.stand.status is Status.NOT_YET and day is None and asked.stand.version:
        day = asked.stand.version.valid_from
    url = places.article_url(asked.work.full_title, found.place, day)
    return HttpResponseRedirect(url)
