"""Files to take away: rows turned away, an empty sheet, the standard of a feed."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from faheng.kernel.feeds import store
from faheng.kernel.feeds.declare import Feed
from faheng.kernel.feeds.engine import engine
from faheng.kernel.feeds.models import FeedDelivery
from faheng.kernel.feeds.rejecting import Rejected, read_rejected
from faheng.kernel.parties.sealing import unseal
from faheng.kernel.registers.exports import as_csv, as_xlsx
from faheng.kernel.registers.sheets import harmless

MOST_IN_A_SHEET = 1_000_000
_ADDED = ("原始行", "原行号", "退回原因")
STANDARD = ("列名", "名称", "填写要求", "必填", "类型")


def rejected_as_csv(delivery: FeedDelivery) -> Iterator[bytes]:
    """Write every row turned away, as it came, a piece at a time."""
    yield "\ufeff".encode()
    for cells in _lines(delivery):
        target = io.StringIO(newline="")
        csv.writer(target).writerow([harmless(text) for text in cells])
        yield target.getvalue().encode()


def rejected_as_xlsx(delivery: FeedDelivery) -> bytes:
    """Write the rows turned away as a sheet, as many as a sheet holds."""
    lines = _lines(delivery)
    titles = next(lines, [])
    kept = (cells for _, cells in zip(range(MOST_IN_A_SHEET), lines, strict=False))
    return as_xlsx(titles, kept)


def _lines(delivery: FeedDelivery) -> Iterator[list[str]]:
    path = store.rejected(delivery.pk)
    if not path.exists():
        return
    with _in_clear(path) as plain, engine(plain.parent) as connection:
        titles: list[str] = []
        for row in read_rejected(connection, plain):
            if not titles:
                titles = [*row.cells]
                yield [*titles, *_ADDED]
            yield _cells(row)


@contextmanager
def _in_clear(sealed: Path) -> Iterator[Path]:
    """Open a sealed file into a folder of this reader's own, which goes with it."""
    reading = store.root() / "reading"
    reading.mkdir(mode=0o750, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=reading) as folder:
        plain = Path(folder) / "rejected.parquet"
        unseal(sealed, plain)
        yield plain


def _cells(row: Rejected) -> list[str]:
    return [*row.cells.values(), row.text, str(row.line), row.reason]


def template(feed: type[Feed]) -> bytes:
    """Write an empty sheet with the headings; what is required bears a star."""
    titles = [column.title + "*" * column.required for column in feed.columns]
    return as_xlsx(titles, ())


def standard(feed: type[Feed]) -> bytes:
    """Write what every column must hold, and what must hold between them."""
    columns = (
        (c.name, c.title, c.how, "是" if c.required else "", c.kind)
        for c in feed.columns
    )
    rules = ((r.name, f"不得：{r.title}", r.holds, "", "校验") for r in feed.rules)
    return as_csv(STANDARD, [*columns, *rules])
