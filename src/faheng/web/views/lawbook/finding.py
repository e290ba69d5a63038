"""Searching laws and items, and saying which answer was the right one."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from faheng.kernel.cases.errors import NotYours
from faheng.kernel.registers.columns import BadCell, parse_day
from faheng.lawbase.actions import By, remember_question
from faheng.lawbase.addresses import NoAddress, parse
from faheng.lawbase.errors import Refused
from faheng.lawbase.retrieval import base
from faheng.lawbase.retrieval.index import NoIndex
from faheng.lawbase.retrieval.passage import Answer, Kind, Request
from faheng.web import parts
from faheng.web.present.lawbook import finding as present
from faheng.web.reader import StaffRequest, staff, today_of, words_of

MOST = 20
LONGEST = 400
KINDS = {"": None, "law": Kind.LAW, "item": Kind.ITEM}
HINT = gettext_lazy(
    "可以写条号“行政处罚法第33条”“处罚法33条1款2项”，写法名，写条文里的字，"
    "也可以照群众的说法写，如“饭店油烟扰民”。"
)


@require_safe
@staff
def search(request: StaffRequest) -> HttpResponse:
    """Search the articles in force on a day, and the items of that day."""
    words, law = words_of(request, most=LONGEST), words_of(request, "law")
    today, kind = today_of(request), request.GET.get("kind", "")
    on = _day(request, today)
    answer = _answer(Request(words, law, on, KINDS.get(kind), MOST)) if words else None
    hits = answer.hits if answer else ()
    context = {
        "words": words,
        "law": law,
        "on": on,
        "kind": kind,
        "here": "search",
        "hits": [present.found(hit, on, today) for hit in hits],
        "notes": answer.notes if answer else (),
        "may_confirm": request.viewer.person_id is not None,
        "again": request.get_full_path(),
        "empty": _empty(words, on, is_today=on == today),
    }
    return render(request, "web/law/search.html", context)


@require_POST
@staff
def confirm(request: StaffRequest) -> HttpResponse:
    """Remember that an article answers a question."""
    person = request.viewer.person_id
    if person is None:
        raise NotYours(gettext("由在岗人员确认。"))
    question = request.POST.get("q", "").replace("\x00", "").strip()[:LONGEST]
    try:
        found = parse(request.POST.get("address", "")[:LONGEST])
        remember_question(question, found.law, found.place, By(person, request.now))
    except (NoAddress, Refused) as refused:
        messages.error(request, str(refused) or gettext("没有这一条。"))
    else:
        messages.success(request, gettext("记住了。以后有人这样问，这一条排在前面。"))
    kept = {key: request.POST.get(key, "") for key in ("law", "on", "kind")}
    asked = {"q": question} | {key: text for key, text in kept.items() if text}
    return redirect(f"{reverse('law_search')}?{urlencode(asked)}")


def _answer(request: Request) -> Answer:
    """Search; where there is no index, say so."""
    try:
        return base.search(request)
    except NoIndex as problem:
        return Answer(notes=(str(problem),))


def _day(request: StaffRequest, today: date) -> date:
    try:
        return parse_day(words_of(request, "on")) if request.GET.get("on") else today
    except BadCell:
        return today


def _empty(words: str, on: date, *, is_today: bool) -> parts.Empty:
    """What to do where nothing was found, or nothing asked."""
    if not words:
        return parts.Empty(gettext("查条文，也查执法事项"), str(HINT), "search")
    title = gettext("没有找到“%(words)s”") % {"words": words[:40]}
    day = "" if is_today else gettext("这里只查 %(on)s 施行的条文。") % {"on": on}
    return parts.Empty(title, f"{HINT}{day}", "search")
