"""查找或执行: what one box finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext

from faheng.domains.enforcement.items import find_items
from faheng.kernel.cases import queries
from faheng.kernel.pages.names import named
from faheng.kernel.parties.queries import Viewer
from faheng.lawbase.queries import article
from faheng.lawbase.retrieval import base
from faheng.lawbase.retrieval.index import NoIndex
from faheng.lawbase.retrieval.passage import Kind, Request
from faheng.web.present.lawbook import finding
from faheng.web.present.work import step_url, subject

MOST = 6
_ARTICLE = re.compile(
    r"《?(?P<title>[^\d第《》]{2,40}?)》?\s*第?(?P<number>\d{1,4})条?"
)
_TAIL = re.compile(r"0*(\d{1,6})号?")


@dataclass(frozen=True)
class Option:
    """One thing found."""

    title: str
    url: str
    icon: str
    note: str = ""


@dataclass(frozen=True)
class Group:
    """Things of one kind."""

    title: str
    options: tuple[Option, ...]


def answers(viewer: Viewer, words: str, now: datetime) -> tuple[Group, ...]:
    """Find acts, cases, items and articles by a few words."""
    if not words:
        return ()
    groups = (
        Group(gettext("现在要办的"), tuple(_tasks(viewer, words, now))),
        Group(gettext("案件"), tuple(_cases(viewer, words))),
        Group(gettext("执法事项"), tuple(_items(viewer, words, now))),
        Group(gettext("法条"), tuple(_articles(words, now))),
    )
    return tuple(group for group in groups if group.options)


def _tasks(viewer: Viewer, words: str, now: datetime) -> Iterator[Option]:
    said = [
        (
            task,
            f"{named(task.step, task.title)} {task.title} {task.case.number} {task.case.party_name}",
        )
        for task in queries.tasks(viewer, timezone.localdate(now))
    ]
    found = [task for task, text in said if all(w in text for w in words.split())]
    for task in found[:MOST]:
        note = subject(task.case.number or task.case.title, task.case.party_name)
        yield Option(named(task.step, task.title), step_url(task), "player-play", note)


def _cases(viewer: Viewer, words: str) -> Iterator[Option]:
    tail = _TAIL.fullmatch(words)
    wanted = f"〕{tail[1]}号" if tail else words
    page = queries.cases(viewer, queries.Search(words=wanted), most=MOST)
    rows = page.rows
    if not rows and tail:
        rows = queries.cases(viewer, queries.Search(words=words), most=MOST).rows
    for case in rows:
        url = reverse("case", args=[case.pk])
        note = subject(case.number, case.party_name)
        yield Option(case.title, url, "folder", note)


def _items(viewer: Viewer, words: str, now: datetime) -> Iterator[Option]:
    today = timezone.localdate(now)
    for item in find_items(words, viewer.organ_ids, today, MOST):
        url = f"{reverse('case_new')}?{urlencode({'item': item.pk})}"
        yield Option(item.name, url, "list-details", item.code)


def _articles(words: str, now: datetime) -> Iterator[Option]:
    asked = _ARTICLE.fullmatch(words)
    today = timezone.localdate(now)
    found = article(asked["title"], int(asked["number"]), on=today) if asked else None
    if found is None:
        yield from _articles_by_words(words, today)
        return
    title = gettext("%(statute)s第%(number)s条") % {
        "statute": found.version.title,
        "number": found.number,
    }
    try:
        url = reverse("law_article", args=[found.version.full_title, str(found.number)])
    except NoReverseMatch:
        return
    first = found.paragraphs[0].text if found.paragraphs else ""
    yield Option(title, url, "book-2", first[:40])


def _articles_by_words(words: str, today: date) -> Iterator[Option]:
    """Articles that answer the words, and the way to all of them."""
    try:
        hits = base.search(Request(words, "", today, Kind.LAW, MOST)).hits
    except NoIndex:
        return
    for hit in hits:
        one = finding.found(hit, today, today)
        yield Option(f"《{one.title}》{one.place}", one.url, "book-2", hit.text[:40])
    if hits:
        url = f"{reverse('law_search')}?{urlencode({'q': words})}"
        yield Option(gettext("在全部条文和事项里检索"), url, "search")
