"""The tables of the law base as passages, and the index that is kept of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Max, Q

from faheng.lawbase.addresses import address
from faheng.lawbase.levels import UnitKind
from faheng.lawbase.models import ConfirmedQuestion, Unit, Version, Work, WorkName
from faheng.lawbase.parser.numerals import article_label
from faheng.lawbase.retrieval import index
from faheng.lawbase.retrieval.asking import Names
from faheng.lawbase.retrieval.embedding import Embedder, chosen
from faheng.lawbase.retrieval.index import Opened
from faheng.lawbase.retrieval.memory import Memory, Pair
from faheng.lawbase.retrieval.passage import Answer, Line, Passage, Rank, Request
from faheng.lawbase.retrieval.search import Searcher, names_of

HEADINGS = {
    UnitKind.BOOK,
    UnitKind.SUBBOOK,
    UnitKind.PART,
    UnitKind.CHAPTER,
    UnitKind.SECTION,
}
LABELLED = {UnitKind.ITEM, UnitKind.SUBITEM, UnitKind.DEEPER}
RANKS = {rank.value: rank for rank in Rank}
STATE = "中华人民共和国"
CHUNK = 5_000
COLUMNS = (
    "version_id",
    "path",
    "address",
    "kind",
    "label",
    "article",
    "article_suffix",
    "text",
)


def folder() -> Path:
    """Where the index is kept."""
    return Path(settings.VAR) / "search"


def rebuild(everything: Iterable[Passage]) -> int:
    """Make the index anew, of `passages` and of what others bring; how many."""
    with index.one_at_a_time(folder()):
        held = _held()
        count = index.build(folder(), everything)
        _state().write_text(held, "utf-8")
    return count


def refresh(titles: Iterable[str]) -> int:
    """Take the statutes of some titles into the index again; how many articles.

    All versions of a statute are taken, for a new one ends the one before; so are
    the statutes that these repeal. The index must have been current before.

    Raises:
        NoIndex: There is none yet, or it is broken.
    """
    works = list(WorkName.objects.filter(name__in=titles).values("work_id").distinct())
    meant = [row["work_id"] for row in works]
    touched = Version.objects.filter(
        Q(work__in=meant) | Q(repealed_by__in=meant) | Q(work__repealed_by__in=meant)
    )
    versions = list(touched.values_list("pk", flat=True))
    with index.one_at_a_time(folder()):
        held = _held()
        count = index.replace(folder(), map(batch, versions), passages(versions))
        _state().write_text(held, "utf-8")
    return count


def is_current() -> bool:
    """Whether the index was made of the versions that are held now."""
    state = _state()
    return state.exists() and state.read_text("utf-8") == _held()


def put(name: str, brought: Iterable[Passage]) -> int:
    """Put what others bring in the place of what they brought before; how many.

    Raises:
        NoIndex: There is none yet, or it is broken.
    """
    with index.one_at_a_time(folder()):
        return index.replace(folder(), [name], brought)


def search(request: Request) -> Answer:
    """Search the index that is present now.

    Raises:
        NoIndex: There is none, or it is broken.
    """
    return searcher().search(request)


def searcher() -> Searcher:
    """The present index, opened once a process and generation.

    Raises:
        NoIndex: There is none, or it is broken.
    """
    place = str(index.present(folder()))
    told = ConfirmedQuestion.objects.aggregate(count=Count("pk"), last=Max("pk"))
    opened, names = _opened(place)
    memory = _memory(told["count"], told["last"])
    return Searcher(opened, names, memory, _embedder())


def passages(versions: Iterable[int] | None = None) -> Iterator[Passage]:
    """The articles of the versions that are held, or of some of them."""
    chosen_units = Unit.objects.filter(version__held=True).select_related(None)
    if versions is not None:
        chosen_units = chosen_units.filter(version__in=versions)
    rows = (
        chosen_units
        .only(*COLUMNS)
        .order_by("version", "path")
        .iterator(chunk_size=CHUNK)
    )
    for version, units in groupby(rows, key=attrgetter("version_id")):
        yield from _articles(_Shelf(version), units)


def batch(version: int) -> str:
    """The name under which the articles of a version are kept."""
    return f"version-{version}"


class _Shelf:
    """What all articles of a version share."""

    def __init__(self, pk: int) -> None:
        version = Version.objects.select_related("work").get(pk=pk)
        work = version.work
        self.batch = batch(pk)
        self.title = work.title
        self.names = tuple(work.names.values_list("name", flat=True))
        self.begins, self.ends = version.valid_from, version.valid_to
        self.rank = _rank(work)


def _articles(shelf: _Shelf, units: Iterable[Unit]) -> Iterator[Passage]:
    """The articles of a version, each with the headings above it."""
    headings: list[tuple[str, str]] = []
    for at, group in groupby(units, key=attrgetter("article", "article_suffix")):
        held = list(group)
        number, suffix = at
        if number is None:
            headings = _headings(headings, held)
            continue
        above = tuple(
            words for path, words in headings if held[0].path.startswith(path)
        )
        yield _passage(shelf, (number, suffix), above, held)


def _headings(known: list[tuple[str, str]], units: list[Unit]) -> list[tuple[str, str]]:
    """The headings met so far that may stand above what follows."""
    for unit in units:
        if unit.kind in HEADINGS:
            known = [one for one in known if unit.path.startswith(one[0])]
            known = [*known, (unit.path, unit.text)]
    return known


def _passage(
    shelf: _Shelf, at: tuple[int, int], above: tuple[str, ...], units: list[Unit]
) -> Passage:
    number, suffix = at
    place = f"a{number}-{suffix}" if suffix else f"a{number}"
    lines = tuple(
        Line(unit.address.partition("/")[2], _printed(unit))
        for unit in units
        if unit.text
    )
    return Passage(
        address=str(address(shelf.title, place)),
        law=shelf.title,
        article=article_label(number, suffix),
        lines=lines,
        headings=above,
        number=number,
        suffix=suffix,
        names=shelf.names,
        begins=shelf.begins,
        ends=shelf.ends,
        rank=shelf.rank,
        batch=shelf.batch,
    )


def _printed(unit: Unit) -> str:
    return unit.label + unit.text if unit.kind in LABELLED else unit.text


def _rank(work: Work) -> Rank:
    """How high a statute stands; where no source says, its full title tells."""
    if work.level in RANKS and work.level:
        return RANKS[work.level]
    return Rank.STATUTE if work.full_title.startswith(STATE) else Rank.OTHER


def _state() -> Path:
    return folder() / "held"


def _held() -> str:
    """What tells whether versions were added or taken away."""
    told = Version.objects.filter(held=True).aggregate(
        count=Count("pk"), last=Max("pk"), at=Max("recorded_at")
    )
    return " ".join(map(str, told.values()))


@cache
def _embedder() -> Embedder | None:
    return chosen(os.environ)


@lru_cache(maxsize=1)
def _opened(place: str) -> tuple[Opened, Names]:
    """The generation of a place with the names of its laws; the last is kept."""
    opened = Opened.at(Path(place))
    return opened, names_of(opened)


@lru_cache(maxsize=1)
def _memory(count: int, last: int | None) -> Memory:
    """The confirmed questions, read again when their number changes."""
    rows = ConfirmedQuestion.objects.values_list("question", "work__title", "address")
    return Memory(
        Pair(question, str(address(title, place.partition("/")[0])))
        for question, title, place in rows
    )
