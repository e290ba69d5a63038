"""A paper ready to be printed, whatever prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from faheng.kernel.documents.declare import DocumentKind
from faheng.kernel.documents.markup import Block


@dataclass(frozen=True)
class Closing:
    """Who issues a paper, and the day as printed."""

    organ: str
    on: str


@dataclass(frozen=True)
class Layout:
    """A paper's parts in the order of the page.

    Attributes:
        kind: decides the page: letter, form, record or a party's paper.
        organ: whose paper it is; stands as letterhead on a sealed one.
        title: the title as printed.
        blocks: the body.
        number: the paper's number; empty for none.
        addressee: to whom it is addressed, before the body.
        closing: organ and day at the end; None for a paper that ends otherwise.
        seal: the organ's seal is set (never on a draft).
        sealed: the paper is one that bears a seal once issued.
        draft: every page says so.
        code: the paper's number in the list of papers; kept in the file's properties.
        footer: a note at the foot of the last page.
        signers: who signs at the foot of every page of a record.
        verify: what the code at the bottom left says; empty for none.
        issued_on: the day of issue, for the file's properties.
    """

    kind: DocumentKind
    organ: str
    title: str
    blocks: tuple[Block, ...]
    number: str = ""
    addressee: str = ""
    closing: Closing | None = None
    seal: bool = False
    sealed: bool = False
    draft: bool = True
    code: str = ""
    footer: str = ""
    signers: tuple[str, ...] = ()
    verify: str = ""
    issued_on: date | None = None


def printed_day(on: date | None) -> str:
    """Return a day as official papers print it, or room to write it in.

    >>> printed_day(date(2026, 5, 14))
    '2026年5月14日'
    """
    if on is None:
        return "\u3000\u3000年\u3000月\u3000日"
    return f"{on.year}年{on.month}月{on.day}日"
