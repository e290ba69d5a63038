"""How quickly statutes are stored, and an article found among them."""

from __future__ import annotations

import os
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from django.utils import timezone

from faheng.cli.bench.figures import MIB, Figure, spread
from faheng.lawbase import queries
from faheng.lawbase.actions import Became, Import, import_paths
from faheng.lawbase.levels import UnitKind
from faheng.lawbase.models import Unit
from faheng.lawbase.parser.reading import Unreadable, lines_of
from faheng.lawbase.status.sources import texts

LAWS = 3_400
CHARACTERS = 20_000_000
ASKED = 2_000
SEED = 20261121
MOST_PROCESSES = 8
KIB = 1024


def measure(
    corpus: Path, advance: Callable[[], None], laws: int = LAWS
) -> list[Figure]:
    """Store as many laws as there are in force, made of a corpus, then ask for some."""
    with tempfile.TemporaryDirectory(prefix="faheng-laws-") as folder:
        signs = _write(corpus, Path(folder), laws)
        begun = time.perf_counter()
        done = import_paths(
            [Path(folder)],
            Import(timezone.now(), processes=min(MOST_PROCESSES, os.cpu_count() or 1)),
            lambda _, __: advance(),
        )
        seconds = time.perf_counter() - begun
    stored = done.count(Became.STORED)
    return [
        Figure("lawbase.import", round(seconds, 1), "s", stored),
        Figure("lawbase.import.text", round(signs / seconds), "characters/s", signs),
        Figure("lawbase.import.memory", _memory(), "MiB", stored),
        Figure("lawbase.units", Unit.objects.count(), "units", stored),
        *_asked(),
    ]


def _write(corpus: Path, folder: Path, laws: int) -> int:
    """Write the laws: the shorter texts again and again, each under its own title."""
    signs = 0
    chosen = _chosen(corpus)
    for number in range(laws):
        lines = chosen[number % len(chosen)]
        title = f"{lines[0].lstrip('# ').strip()}之{number}"
        text = "\n".join([title, *lines[1:]])
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
        signs += len(text)
    return signs


def _chosen(corpus: Path) -> list[list[str]]:
    """The texts of a corpus, the shortest first, as long as their mean is right."""
    found: list[list[str]] = []
    signs = 0
    for size, lines in sorted(_read(corpus)):
        if found and (signs + size) / (len(found) + 1) > CHARACTERS / LAWS:
            break
        found.append(lines)
        signs += size
    return found


def _read(corpus: Path) -> Iterator[tuple[int, list[str]]]:
    """The texts that can be read, each with its length."""
    for path in texts([corpus]):
        try:
            lines = lines_of(path)
        except Unreadable:
            continue
        while lines and not lines[0].strip():
            lines = lines[1:]
        yield sum(map(len, lines)), lines


def _memory() -> float:
    """The most memory of this process and of the largest that read for it."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return round(sum(resource.getrusage(one).ru_maxrss for one in who) * KIB / MIB, 1)


def _asked() -> list[Figure]:
    """How long an article takes, chosen blindly, by its title and number."""
    articles = list(
        Unit.objects
        .filter(kind=UnitKind.ARTICLE, article__isnull=False)
        .values_list("version__work__title", "article", "address")
        .order_by("pk")
    )
    chosen = random.Random(SEED).choices(articles, k=ASKED)  # noqa: S311 - no secret
    day = date(2100, 1, 1)
    whole, units = [], []
    for title, number, place in chosen:
        begun = time.perf_counter()
        queries.article(title, number or 0, on=day)
        whole.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        found = queries.text(f"cn/law/{title}/{place}", day)
        units.append(time.perf_counter() - begun)
        if found.unit is None or found.unit.address != place:
            raise LookupError(f"{title} {place}")
    return [*spread("lawbase.article", whole), *spread("lawbase.unit", units)]
