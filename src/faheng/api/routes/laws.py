"""Searching laws and items."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.utils import timezone
from ninja import Query, Router, Schema

from faheng.api.auth import Asked
from faheng.api.bodies import is_storable
from faheng.lawbase.retrieval import base
from faheng.lawbase.retrieval.index import NoIndex
from faheng.lawbase.retrieval.passage import Kind, Request

router = Router(tags=["法规"])

Words = Annotated[str, Query(max_length=400)]


class LawHitOut(Schema):
    """One article or item; `spans` are half-open stretches of `text`."""

    rank: int
    kind: Kind
    address: str
    law: str
    article: str
    para: int | None
    item: int | None
    score: float
    why: str
    spans: list[list[int]]
    text: str


class LawSearchOut(Schema):
    """What was found, the best first, and what to know about it."""

    hits: list[LawHitOut]
    notes: list[str]


@router.get("/laws/search", response=LawSearchOut, summary="检索条文和事项")
def search_laws(
    request: Asked,
    q: Words = "",
    law: Words = "",
    as_of: date | None = None,
    kind: Kind | None = None,
) -> LawSearchOut:
    """Articles in force on a day (today, where none is given), and items."""
    if not (is_storable(q) and is_storable(law)):
        return LawSearchOut(hits=[], notes=[])
    day = as_of or timezone.localdate()
    try:
        answer = base.search(Request(q, law, day, kind))
    except NoIndex as problem:
        return LawSearchOut(hits=[], notes=[str(problem)])
    hits = [LawHitOut.model_validate(hit.row()) for hit in answer.hits]
    return LawSearchOut(hits=hits, notes=list(answer.notes))
