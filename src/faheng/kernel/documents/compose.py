"""Make a layout of a declared paper and the values it states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from faheng.kernel.documents.declare import Document, DocumentKind, Value, is_empty
from faheng.kernel.documents.layout import Closing, Layout, printed_day
from faheng.kernel.documents.markup import blocks, clean, names
from faheng.lib.text import numeral


@dataclass(frozen=True)
class Occasion:
    """Everything about one paper that its own statements do not tell.

    Attributes:
        organ: full name of the organ whose paper it is.
        party: name of the party.
        case: name or number of the case.
        number: the paper's number; empty while it is a draft.
        addressee: to whom it is addressed; empty for none.
        on: day of issue; None while it is a draft.
        draft: it was not issued yet.
        verify: what the code on a sealed paper says, as an address.
    """

    organ: str
    party: str = ""
    case: str = ""
    number: str = ""
    addressee: str = ""
    on: date | None = None
    draft: bool = True
    verify: str = ""


GIVEN = frozenset({"organ", "party", "case", "number", "today_printed", "title"})
"""Names that every template may read beside its paper's own statements."""


class Blank(str):
    """Room left for what is not known yet; as a list it has no rows."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        """Give no rows."""
        return iter(())


def compose(
    document: type[Document], values: Mapping[str, Value], occasion: Occasion
) -> Layout:
    """Fill a paper's template and lay it out.

    What a paper must state and these values do not shows as 【label】.
    """
    issued = not occasion.draft
    return Layout(
        kind=document.kind,
        organ=clean(occasion.organ),
        title=document.title,
        blocks=blocks(
            _template(document.template()), _named(document, values, occasion)
        ),
        number=clean(occasion.number),
        addressee=clean(occasion.addressee),
        closing=_closing(document, occasion),
        seal=document.sealed and issued,
        sealed=document.sealed,
        draft=occasion.draft,
        code=document.code,
        footer=copies_note(document.copies),
        signers=document.signers if document.kind is DocumentKind.RECORD else (),
        verify=occasion.verify if document.sealed and issued else "",
        issued_on=occasion.on,
    )


def omitted(document: type[Document]) -> list[str]:
    """Return the labels of what it must state and its template never prints."""
    read = names(_template(document.template()))
    return [
        state.label
        for name, state in document.states().items()
        if state.required and name not in read
    ]


def unknown(document: type[Document]) -> list[str]:
    """Return the names its template reads and nothing gives."""
    read = names(_template(document.template()))
    return sorted(read - GIVEN - set(document.states()))


def copies_note(copies: tuple[str, ...]) -> str:
    """Return the note that says where each copy goes; none for a single one.

    >>> copies_note(("送达当事人", "归档"))
    '本文书一式二份，一份送达当事人，一份归档。'
    """
    if len(copies) < 2:
        return ""
    each = "，".join(f"一份{copy}" for copy in copies)
    return f"本文书一式{numeral(len(copies))}份，{each}。"


def _closing(document: type[Document], occasion: Occasion) -> Closing | None:
    if document.kind is not DocumentKind.NOTICE:
        return None
    return Closing(clean(occasion.organ), printed_day(occasion.on))


def _named(
    document: type[Document], values: Mapping[str, Value], occasion: Occasion
) -> dict[str, Value]:
    named: dict[str, Value] = {
        "organ": occasion.organ,
        "party": occasion.party,
        "case": occasion.case,
        "number": occasion.number,
        "today_printed": printed_day(occasion.on),
        "title": document.title,
    }
    for name, state in document.states().items():
        value = values.get(name, "")
        if is_empty(value):
            value = Blank(f"【{state.label}】") if state.required else ""
        named[name] = value
    return named


@lru_cache(maxsize=512)
def _template(path: Path) -> str:
    return path.read_text(encoding="utf-8")
