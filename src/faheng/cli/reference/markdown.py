"""Small pieces of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NOTE = "<!-- 由 `faheng reference` 根据声明生成，请勿手改。 -->"


def page(title: str, *parts: str) -> str:
    """Put a page together."""
    return "\n\n".join([NOTE, f"# {title}", *(part for part in parts if part)]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Draw a table; nothing where there is no row."""
    body = [_line(row) for row in rows]
    if not body:
        return ""
    return "\n".join([_line(heads), _line(["---"] * len(heads)), *body])


def listed(things: Iterable[object]) -> str:
    """Join things in a cell, one a line."""
    return "<br>".join(str(thing) for thing in things)


def _line(cells: Sequence[object]) -> str:
    written = (str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(written)} |"
