"""How a passage is kept in the index."""

from __future__ import annotations

import json
from datetime import date

import tantivy

from faheng.lawbase.retrieval.passage import Kind, Line, Passage, Rank
from faheng.lawbase.retrieval.wording import fold

PAIRS, SIGNS = "pairs", "signs"
FOREVER = date.max.toordinal()
RANKS = tuple(Rank)
KINDS = tuple(Kind)


def schema() -> tantivy.Schema:
    """What the index keeps of a passage."""
    made = tantivy.SchemaBuilder()
    for name in ("body", "title"):
        made.add_text_field(name, tokenizer_name=PAIRS, index_option="freq")
    made.add_text_field("signs", tokenizer_name=SIGNS, index_option="freq")
    for name in ("law", "kind", "batch", "address"):
        made.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("lawno", "begins", "ends", "rank", "number", "suffix", "kindno"):
        made.add_unsigned_field(name, indexed=True, fast=True)
    made.add_bytes_field("told", stored=True)
    return made.build()


SCHEMA = schema()


def document(passage: Passage, law: int) -> tantivy.Document:
    """A passage as the index takes it; `law` is the number of its law there."""
    made = tantivy.Document()
    text = fold(passage.text)
    made.add_text("body", text)
    made.add_text("signs", text)
    titles = (passage.law, *passage.headings)
    made.add_text("title", fold("\n".join(titles)))
    for name in dict.fromkeys((passage.law, *passage.names)):
        made.add_text("law", fold(name))
    made.add_text("kind", passage.kind.value)
    made.add_text("batch", passage.batch)
    made.add_text("address", passage.address)
    for field, value in (
        ("lawno", law),
        ("begins", passage.begins.toordinal() if passage.begins else 0),
        ("ends", passage.ends.toordinal() if passage.ends else FOREVER),
        ("rank", RANKS.index(passage.rank)),
        ("number", passage.number),
        ("suffix", passage.suffix),
        ("kindno", KINDS.index(passage.kind)),
    ):
        made.add_unsigned(field, value)
    made.add_bytes("told", told_of(passage))
    return made


def told_of(passage: Passage) -> bytes:
    """A passage as one line of JSON."""
    told = [
        passage.address,
        passage.law,
        passage.article,
        [[line.place, line.text] for line in passage.lines],
        passage.headings,
        passage.number,
        passage.suffix,
        passage.begins.isoformat() if passage.begins else None,
        passage.ends.isoformat() if passage.ends else None,
        passage.kind.value,
        passage.rank.value,
        passage.batch,
    ]
    return json.dumps(told, ensure_ascii=False).encode()


def passage_of(told: bytes) -> Passage:
    """A passage from its line."""
    (address, law, article, lines, headings, number, suffix, *rest) = json.loads(told)
    begins, ends, kind, rank, batch = rest
    return Passage(
        address=address,
        law=law,
        article=article,
        lines=tuple(Line(place, text) for place, text in lines),
        headings=tuple(headings),
        number=number,
        suffix=suffix,
        begins=date.fromisoformat(begins) if begins else None,
        ends=date.fromisoformat(ends) if ends else None,
        kind=Kind(kind),
        rank=Rank(rank),
        batch=batch,
    )
