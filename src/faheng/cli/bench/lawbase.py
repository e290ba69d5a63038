"""How right and how quick the engine of the law base is, on texts outside the repo."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from faheng.cli.bench.figures import Figure
from faheng.cli.bench.lawexamples import Examples, Tally
from faheng.lawbase.parser.reading import lines_of
from faheng.lawbase.parser.tree import parse_lines
from faheng.lawbase.status.sources import texts

STAGES = 6
# Beside the checkout; never part of it.
BESIDE = Path(__file__).resolve().parents[5] / "shared" / "laws"


def measure(folder: Path, advance: Callable[[], None]) -> list[Figure]:
    """Measure against the examples of a folder, then how quickly texts are parsed."""
    examples = Examples(folder)
    for one in examples.every():
        one()
        advance()
    figures = [
        figure
        for name, tally in examples.tallies.items()
        for figure in _shares(name, tally)
    ]
    figures += _speed(folder / "corpus")
    advance()
    return figures


def _shares(name: str, tally: Tally) -> list[Figure]:
    """The share that is right, of all and of the other half."""
    shares = [(name, tally.right, tally.total)]
    shares.append((f"{name}.other_half", tally.held_right, tally.held_total))
    return [
        Figure(f"lawbase.{named}", round(right / total, 4), "share", total)
        for named, right, total in shares
        if total
    ]


def _speed(corpus: Path) -> list[Figure]:
    """Laws and characters parsed in a second of one core."""
    read = [lines_of(path) for path in texts([corpus])]
    begun = time.process_time()
    for lines in read:
        parse_lines(lines)
    seconds = time.process_time() - begun
    signs = sum(len(line) for lines in read for line in lines)
    return [
        Figure("lawbase.parse", round(len(read) / seconds, 1), "laws/s", len(read)),
        Figure("lawbase.parse.text", round(signs / seconds), "characters/s", signs),
    ]
