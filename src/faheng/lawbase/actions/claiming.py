"""Claims about statutes that come without a text: an index of dates."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from django.db import DataError

from faheng.lawbase.actions.keeping import Became, FileResult, Keeper
from faheng.lawbase.drafting.claims import Said
from faheng.lawbase.models import ClaimKind, DateBasis, Work
from faheng.lawbase.parser.reading import Unreadable
from faheng.lawbase.status import dates
from faheng.lawbase.status.catalogue import index_rows

log = logging.getLogger(__name__)


def take_index(keeper: Keeper, path: Path) -> list[FileResult]:
    """Take the dates of a collection's index over; each names its basis."""
    try:
        rows = index_rows(path)
    except Unreadable as problem:
        return [FileResult(str(path), Became.PROBLEM, problem=str(problem))]
    problems = []
    for line, row in rows:
        try:
            _learn(keeper, path, row)
        except (DataError, OverflowError, ValueError):
            log.exception("learning from %s, line %s", path, line)
            said = f"日期目录第 {line} 行存不下"
            problems.append(FileResult(str(path), Became.PROBLEM, problem=said))
    return problems


def _learn(keeper: Keeper, path: Path, row: dict[str, str]) -> None:
    """Take the claims of one row over."""
    said = list(_said(row))
    if said:
        keeper.learn(said, path.name)
        level, issuer = row.get("level") or "", row.get("issuing_body") or ""
        describe(keeper.work(row["title"]), level, issuer)


def _said(row: dict[str, str]) -> Iterator[Said]:
    """What a row of an index claims."""
    title, adopted = row.get("title"), dates.iso_day(row.get("version_date") or "")
    if not title or not adopted:
        return
    basis = row.get("effective_basis") or ""
    yield Said(title, ClaimKind.ADOPTED, DateBasis.INDEX, adopted, adopted)
    begins = dates.iso_day(row.get("effective_from") or "")
    if begins:
        kind = ClaimKind.EFFECTIVE
        yield Said(title, kind, DateBasis.INDEX, begins, adopted, "", basis)
    ends = dates.iso_day(row.get("effective_to") or "")
    if ends:
        yield Said(title, ClaimKind.ENDS, DateBasis.INDEX, ends, adopted, "", basis)
    status = next((row[name] for name in row if name.startswith("status")), "")
    if status:
        yield Said(
            title, ClaimKind.STATUS, DateBasis.INDEX, None, adopted, status[:200]
        )


def describe(work: Work, level: str, issuer: str) -> None:
    """Take level and issuer over where nothing is known of them."""
    if (level and not work.level) or (issuer and not work.issuer):
        work.level = work.level or level[:40]
        work.issuer = work.issuer or issuer[:200]
        work.save()
