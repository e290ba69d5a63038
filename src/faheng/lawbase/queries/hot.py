"""The two questions that every citation asks, put to the database in its own words.

Which versions has this statute, and what does this article say: composing these anew
for each citation costs more than answering them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection

from faheng.lawbase.queries.views import UnitView, VersionView, nested
from faheng.lawbase.status.declare import key

VERSIONS = """
select v.id, w.title, w.full_title, v.adopted_on, v.valid_from, v.from_basis,
  v.from_source, v.valid_to, v.to_basis, v.to_source, coalesce(r.title, ''),
  v.replaced_by_id, v.held
from lawbase_workname n
join lawbase_work w on w.id = n.work_id
join lawbase_version v on v.work_id = w.id
left join lawbase_work r on r.id = v.repealed_by_id
where n.name = %s
"""
VERSIONS_OF_ALL = VERSIONS.replace("select ", "select n.name, ", 1).replace(
    "n.name = %s", "n.name in ({})"
)
LOT = 500
UNITS = """
select id, version_id, path, address, kind, label, number, suffix, text, line_from,
  line_to
from lawbase_unit
where version_id = %s and article = %s and article_suffix = %s
order by path
"""


def versions_of(title: str) -> list[VersionView]:
    """Every version known of a statute, held or not, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(VERSIONS, [key(title)])
        found = [_version(row) for row in cursor.fetchall()]
    return sorted(found, key=_begins)


def versions_of_all(names: Iterable[str]) -> dict[str, list[VersionView]]:
    """As `versions_of`, for many statutes named as they are looked up, at once."""
    found: dict[str, list[VersionView]] = {}
    wanted = sorted(set(names))
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), LOT):
            some = wanted[start : start + LOT]
            marks = ", ".join(["%s"] * len(some))
            cursor.execute(VERSIONS_OF_ALL.format(marks), some)
            for name, *row in cursor.fetchall():
                found.setdefault(name, []).append(_version(tuple(row)))
    return {name: sorted(rows, key=_begins) for name, rows in found.items()}


def article_unit(version: int, number: int, suffix: int = 0) -> UnitView | None:
    """An article with its parts; the first, if a damaged text has it twice."""
    found = article_units(version, number, suffix)
    return found[0] if found else None


def article_units(version: int, number: int, suffix: int) -> tuple[UnitView, ...]:
    """The articles of a number: one, unless a text is damaged."""
    with connection.cursor() as cursor:
        cursor.execute(UNITS, [version, number, suffix])
        return nested(UnitView(*row) for row in cursor.fetchall())


def _begins(one: VersionView) -> tuple[date, date]:
    return one.valid_from or date.min, one.adopted_on or date.min


def _version(row: tuple[Any, ...]) -> VersionView:
    """A version out of a row; SQLite gives days as they are declared, or as text."""
    values = list(row)
    for place in (3, 4, 7):
        if isinstance(values[place], str):
            values[place] = date.fromisoformat(values[place])
    values[-1] = bool(values[-1])
    return VersionView(*values)
