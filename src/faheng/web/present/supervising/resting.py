"""What a rule rests on: the words of its article, and what it is derived from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from faheng.kernel.law.declare import Basis, Citation
from faheng.kernel.pages.names import titled
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.kernel.questions.declare import Rule
from faheng.lawbase.queries.texts import Paragraph, article
from faheng.lib.text import numeral


@dataclass(frozen=True)
class Words:
    """The words of an article, line by line; items are set in.

    Attributes:
        fits: they are those of the day asked for, not of the first version held.
    """

    lines: tuple[tuple[str, bool], ...]
    fits: bool


def words_of(basis: Basis | None, today: date) -> Words | None:
    """Give the words of the article a rule rests on, where its text is held."""
    if not isinstance(basis, Citation):
        return None
    found = article(
        basis.statute.full_title,
        basis.article,
        basis.para,
        suffix=basis.suffix,
        on=today,
    )
    if found is None:
        return None
    lines = tuple(line for one in found.paragraphs for line in _lines(one))
    return Words(lines, found.fits)


def _lines(one: Paragraph) -> Iterator[tuple[str, bool]]:
    yield one.text, False
    for item in one.items:
        yield f"（{numeral(item.number)}）{item.text}", True


def sources(rule: Rule | None) -> tuple[str, ...]:
    """Name the procedures, and the terms, that a derived rule follows from."""
    found = (_source(one) for one in rule.sources) if rule else ()
    return tuple(dict.fromkeys(found))


def _source(path: str) -> str:
    """Name what a path leads to: `enforcement.hearing:order`, `….hearing.holding`."""
    key = path.partition(":")[0]
    if key in PROCEDURES:
        return titled(PROCEDURES[key])
    whole, _, last = key.rpartition(".")
    if whole not in PROCEDURES:
        return path
    procedure = PROCEDURES[whole]
    term = procedure.terms().get(last)
    said = titled(procedure)
    return f"{said}　{titled(term)}" if term else said
