"""Rejected cells as a page may show them."""

from __future__ import annotations

import re

from faheng.kernel.feeds.columns import CitizenId
from faheng.kernel.feeds.declare import Feed
from faheng.kernel.feeds.rejecting import Rejected
from faheng.kernel.parties.secrecy import mask

_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?![0-9A-Za-z])"
)
_LONGEST = 500
WHOLE_LINE = "原始行"


def shown(row: Rejected, feed: type[Feed]) -> dict[str, str]:
    """Give the cells under their headings, personal numbers masked.

    The file of rejected rows keeps them as they came, for whoever must mend them.
    """
    secret = {
        heading
        for column in feed.columns
        if isinstance(column, CitizenId)
        for heading in (column.name, column.title)
    }
    cells = {
        heading: mask(text) if heading in secret else _safe(text)
        for heading, text in row.cells.items()
        if text
    }
    return cells if cells or not row.text else {WHOLE_LINE: _safe(row.text)}


def _safe(text: str) -> str:
    cut = text[:_LONGEST].replace("\x00", "\ufffd").replace("\ufffe", "（公式）")
    return _NUMBER.sub(lambda found: mask(found[0]), cut)
