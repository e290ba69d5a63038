"""What the search of laws and items shows of a hit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from faheng.lawbase.retrieval.passage import Hit, Kind
from faheng.lawbase.retrieval.showing import MEMORY, NUMBER

LONGEST = 260
BEFORE = 60


@dataclass(frozen=True)
class Piece:
    """A stretch of text, marked or not."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Found:
    """One hit as a row.

    Attributes:
        place: the article, paragraph and item in words.
        above: the headings of the chapters above it.
        confirmed: people said before that it answers such a question.
        address: what a confirmation names; empty where there is nothing to confirm.
    """

    title: str
    place: str
    above: str
    url: str
    pieces: tuple[Piece, ...]
    is_item: bool
    confirmed: bool
    address: str


def found(hit: Hit, on: date, today: date) -> Found:
    """Give a hit its words and its address."""
    is_item = hit.kind is Kind.ITEM
    return Found(
        title=hit.headings[0] if is_item and hit.headings else hit.law,
        place=hit.article if is_item else _place(hit),
        above="" if is_item else " › ".join(hit.headings),
        url=_item_url(hit) if is_item else _law_url(hit, on, today),
        pieces=() if hit.text in hit.headings else pieces(hit.text, hit.spans),
        is_item=is_item,
        confirmed=hit.why == MEMORY,
        address="" if is_item or hit.why == NUMBER else hit.address,
    )


def pieces(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Piece, ...]:
    """A text in stretches, cut to a length around the first hit."""
    first = spans[0][0] if spans else 0
    start = 0 if first < LONGEST - BEFORE else first - BEFORE
    end = min(len(text), start + LONGEST)
    told, at = [Piece("…", marked=False)] if start else [], start
    for begin, until in spans:
        if until <= start or begin >= end:
            continue
        told.append(Piece(text[at:begin], marked=False))
        told.append(Piece(text[begin : min(until, end)], marked=True))
        at = min(until, end)
    told.append(Piece(text[at:end] + ("…" if end < len(text) else ""), marked=False))
    return tuple(piece for piece in told if piece.text)


def _place(hit: Hit) -> str:
    place = hit.article
    if hit.para:
        place += gettext("第%(number)s款") % {"number": hit.para}
    if hit.item:
        place += gettext("第%(number)s项") % {"number": hit.item}
    return place


def _law_url(hit: Hit, on: date, today: date) -> str:
    law, _, place = hit.address.removeprefix("cn/law/").partition("/")
    day = "" if on == today else f"@{on.isoformat()}"
    whole = f"{law}{day}/{place}" + (f"/{hit.place}" if hit.place else "")
    return reverse("law_address", args=[whole])


def _item_url(hit: Hit) -> str:
    item = hit.address.rpartition("/")[2]
    return f"{reverse('case_new')}?{urlencode({'item': item})}"
