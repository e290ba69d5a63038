"""The statutes that demo items cite."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from faheng.cli.demo.data import table
from faheng.kernel.law.declare import Citation, Level, Statute

STATE = "中华人民共和国"
FORM = re.compile(
    r"^(?P<law>\S+) (?P<article>\d+)(\.(?P<para>\d+))?(\.(?P<item>\d+))?$"
)


@cache
def statutes() -> tuple[Statute, ...]:
    """Every statute cited, one a wording."""
    return tuple(
        Statute(
            name=row["name"],
            title=row.get("title") or STATE + row["short"],
            short=row.get("short") or row["title"],
            since=row["since"],
            until=row.get("until"),
            level=Level[row.get("level", "LAW")],
        )
        for row in table("statutes")["statute"]
    )


def cited(text: str, on: date) -> Citation:
    """The citation that "law article.paragraph.item" means on a day.

    Raises:
        LookupError: no statute of that name was in force on the day.
    """
    found = FORM.match(text)
    if not found:
        raise LookupError(f"not a citation: {text}")
    for statute in statutes():
        if statute.short == found["law"] and statute.in_force(on):
            return statute.article(
                int(found["article"]),
                int(found["para"]) if found["para"] else None,
                int(found["item"]) if found["item"] else None,
            )
    raise LookupError(f"{found['law']} was not in force on {on}")
