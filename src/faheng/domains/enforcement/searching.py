"""The enforcement items as passages of the search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from faheng.domains.enforcement.registers import EnforcementItem
from faheng.lawbase.retrieval.passage import Kind, Line, Passage

BATCH = "enforcement-items"
LIST = "行政处罚事项"
CHUNK = 2_000


def item_passages() -> Iterator[Passage]:
    """Every entry of the list of items, with the provisions it names."""
    rows = EnforcementItem.objects.prefetch_related("provisions")
    for item in rows.iterator(chunk_size=CHUNK):
        yield _passage(item)


def _passage(item: EnforcementItem) -> Passage:
    told = (item.name, item.summary, *(one.citation for one in item.provisions.all()))
    ends = item.valid_until + timedelta(days=1) if item.valid_until else None
    return Passage(
        address=f"item/{item.pk}",
        law=LIST,
        article=item.code,
        lines=tuple(Line("", text) for text in told if text),
        headings=(item.name,),
        begins=item.valid_from,
        ends=ends,
        kind=Kind.ITEM,
        batch=BATCH,
    )
