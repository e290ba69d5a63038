"""The index on disk: built aside, put in place in one move, read by many processes.

A folder holds generations, each complete, and a file that names the present one. A
reader keeps the generation it opened until it looks again.
"""

from __future__ import annotations

import fcntl
import json
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import tantivy

from faheng.lawbase.retrieval.passage import Passage, Rank
from faheng.lawbase.retrieval.stored import PAIRS, SCHEMA, SIGNS, document, passage_of

LAYOUT = 1
PRESENT = "present.json"
LAWS = "laws.json"
# Enough that 400,000 articles are written as one piece: each more piece is looked
# through by every search.
MEMORY = 450_000_000


class NoIndex(Exception):
    """还没有检索索引，请先运行 faheng lawbase index"""


class BrokenIndex(NoIndex):
    """检索索引已损坏，请运行 faheng lawbase index 重建"""


@dataclass(frozen=True, slots=True)
class LawName:
    """A law of the index: its number there, its names and its rank."""

    number: int
    title: str
    names: tuple[str, ...]
    rank: Rank


def build(folder: Path, passages: Iterable[Passage]) -> int:
    """Make a new generation of all passages and put it in place; how many there are."""
    with _new_generation(folder) as place:
        index = _opened(tantivy.Index(SCHEMA, path=str(place)))
        return _write(index, place, passages, Laws())


def replace(folder: Path, batches: Iterable[str], passages: Iterable[Passage]) -> int:
    """Take batches out and put passages in, in a new generation; how many were put.

    Raises:
        NoIndex: There is nothing to change.
    """
    before = present(folder)
    laws = Laws(_laws(before).values())
    with _new_generation(folder) as place:
        shutil.copytree(before, place, dirs_exist_ok=True)
        index = _opened(tantivy.Index.open(str(place)))
        return _write(index, place, passages, laws, batches)


def present(folder: Path) -> Path:
    """Where the present generation is.

    Raises:
        NoIndex: There is none.
        BrokenIndex: What is there cannot be read.
    """
    try:
        told = json.loads((folder / PRESENT).read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise NoIndex(NoIndex.__doc__) from missing
    except ValueError as problem:
        raise BrokenIndex(BrokenIndex.__doc__) from problem
    place = folder / str(told.get("generation", ""))
    if told.get("layout") != LAYOUT or not (place / LAWS).exists():
        raise BrokenIndex(BrokenIndex.__doc__)
    return place


class Laws:
    """The laws met while writing, each with a number."""

    def __init__(self, known: Iterable[LawName] = ()) -> None:
        self.by_title = {law.title: law for law in known}

    def number(self, passage: Passage) -> int:
        """The number of a passage's law."""
        law = self.by_title.get(passage.law)
        if law is None:
            law = LawName(len(self.by_title), passage.law, passage.names, passage.rank)
            self.by_title[passage.law] = law
        return law.number

    def save(self, place: Path) -> None:
        """Write them beside the index."""
        told = [
            [law.number, law.title, list(law.names), law.rank.value]
            for law in self.by_title.values()
        ]
        (place / LAWS).write_text(json.dumps(told, ensure_ascii=False), "utf-8")


@dataclass(frozen=True)
class Opened:
    """A generation that is being read."""

    place: Path
    searcher: tantivy.Searcher
    laws: dict[str, LawName]

    @classmethod
    def at(cls, place: Path) -> Opened:
        """Open a generation.

        Raises:
            BrokenIndex: It cannot be read.
        """
        try:
            index = _opened(tantivy.Index.open(str(place)))
            return cls(place, index.searcher(), _laws(place))
        except (ValueError, OSError) as problem:
            raise BrokenIndex(BrokenIndex.__doc__) from problem

    def passage(self, address: tantivy.DocAddress) -> Passage:
        """A passage as it was put in."""
        stored: bytes = self.searcher.doc(address)["told"][0]
        return passage_of(stored)

    def column(self, name: str, places: list[tantivy.DocAddress]) -> list[int]:
        """A number of each of some passages."""
        found = self.searcher.fast_field_values(name, places)
        return [int(value or 0) for value in found]


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Let one process change the index; another waits."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write(
    index: tantivy.Index,
    place: Path,
    passages: Iterable[Passage],
    laws: Laws,
    without: Iterable[str] = (),
) -> int:
    writer = index.writer(MEMORY, 1)
    count = 0
    try:
        for batch in without:
            writer.delete_documents_by_term("batch", batch)
        for passage in passages:
            writer.add_document(document(passage, laws.number(passage)))
            count += 1
        writer.commit()
    finally:
        # Threads that still write would keep a folder from being removed.
        writer.wait_merging_threads()
    laws.save(place)
    return count


def _laws(place: Path) -> dict[str, LawName]:
    """The laws of a generation by title."""
    told = json.loads((place / LAWS).read_text(encoding="utf-8"))
    return {
        title: LawName(number, title, tuple(names), Rank(rank))
        for number, title, names, rank in told
    }


def _opened(index: tantivy.Index) -> tantivy.Index:
    for name, length in ((PAIRS, 2), (SIGNS, 1)):
        grams = tantivy.Tokenizer.ngram(length, length)
        index.register_tokenizer(name, tantivy.TextAnalyzerBuilder(grams).build())
    return index


@contextmanager
def _new_generation(folder: Path) -> Iterator[Path]:
    """A folder for a generation, which becomes the present one if nothing fails."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"generation-{secrets.token_hex(6)}"
    place = folder / name
    place.mkdir()
    try:
        yield place
        draft = folder / f"{name}.json"
        draft.write_text(json.dumps({"layout": LAYOUT, "generation": name}), "utf-8")
        draft.replace(folder / PRESENT)
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    _sweep(folder, keep=name)


def _sweep(folder: Path, keep: str) -> None:
    """Remove all generations but the present and the one that it replaced."""
    others = [old for old in folder.glob("generation-*") if old.is_dir()]
    others = sorted(
        (old for old in others if old.name != keep), key=lambda old: old.stat().st_mtime
    )
    for old in others[:-1]:
        shutil.rmtree(old, ignore_errors=True)
