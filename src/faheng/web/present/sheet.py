"""A laid-out paper as a page of HTML, block by block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.kernel.documents.layout import Layout
from faheng.kernel.documents.markup import (
    Block,
    Heading,
    KeyValue,
    Opinion,
    Paragraph,
    Rule,
    Signature,
    Table,
)

KINDS: dict[type[Block], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    Table: "table",
    KeyValue: "pairs",
    Opinion: "opinion",
    Signature: "signature",
    Rule: "rule",
}


@dataclass(frozen=True)
class ShownBlock:
    """A block with the name of its look."""

    kind: str
    block: Block


@dataclass(frozen=True)
class Sheet:
    """A paper to be read on screen."""

    layout: Layout
    blocks: Sequence[ShownBlock]


def sheet(layout: Layout) -> Sheet:
    """Show a layout."""
    return Sheet(layout, tuple(ShownBlock(KINDS[type(b)], b) for b in layout.blocks))
