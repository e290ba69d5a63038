"""A feed: what other systems report, declared once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from faheng.kernel.feeds.columns import Column, Fault, Number, literal, name
from faheng.kernel.law.declare import Basis
from faheng.lib.registry import Registry

_WORDS = re.compile(r"'[^']*'|\b[a-z]\w*\b")
"""What stands between quotes is no name of a column."""


@dataclass(frozen=True)
class Rule:
    """What must hold between the columns of a row.

    Attributes:
        title: what is wrong when it doesn't, as a clause: 决定早于立案.
        holds: SQL condition over names of columns; one that is empty says nothing.
        basis: the article it rests on.
        name: the attribute it was declared as.
    """

    title: str
    holds: str
    basis: Basis | None = None
    name: str = ""

    def fault(self, columns: Iterable[Column]) -> Fault:
        """Give the condition under which a row breaks it."""
        known = {column.name: column.typed for column in columns}
        holds = _WORDS.sub(lambda found: known.get(found[0], found[0]), self.holds)
        return Fault(self.name, self.title, f"NOT ({holds})", literal(self.title))


@dataclass(frozen=True)
class Fill:
    """Which table that rules ask of is filled by the rows of a feed.

    Attributes:
        table: the table of the contract.
        columns: its columns, each with the feed's column (or SQL over them).
        where: which rows; all if empty.
        each: a column of several codes, of which each makes a row; it is then
            called ``each`` in ``columns``.
    """

    table: str
    columns: Mapping[str, str] = field(default_factory=dict)
    where: str = ""
    each: str = ""

    def select(self, rows: str) -> str:
        """Write the rows of the table as SQL over the rows of the feed."""
        wanted = ", ".join(f"{sql} AS {name(to)}" for to, sql in self.columns.items())
        several = f", unnest(string_split({name(self.each)}, ';')) AS split(each)"
        parts = ("SELECT", wanted, "FROM", f"({rows}) AS fed")
        tail = ("WHERE", self.where) if self.where else ()
        return " ".join((*parts, several if self.each else "", *tail))


def key_of(column: str, of: str = "") -> str:
    """Write the number by which a fed record is known; no record of ours has it.

    It follows from the source and the source's own key, so that feeds of one source
    find each other's records, and it is negative.

    Args:
        column: the column that holds the source's own key.
        of: which of the rows that one record makes.
    """
    told = f"fed._source || chr(31) || fed.{name(column)} || {literal(chr(31) + of)}"
    return f"-((md5_number_lower({told}) >> 2)::BIGINT) - 1"


class Feed:
    """Base of every feed; subclass it and declare columns and rules as attributes.

    Attributes:
        title: what the records are called.
        basis: why they are reported.
        standard: the standard that the columns follow.
        event: the column that holds the day of the event, for timeliness.
        organ: the column that holds the code of the organ.
        fills: which tables of the questions its rows fill.
    """

    title: ClassVar[str] = ""
    basis: ClassVar[Basis | None] = None
    standard: ClassVar[str] = ""
    event: ClassVar[str] = ""
    organ: ClassVar[str] = ""
    fills: ClassVar[tuple[Fill, ...]] = ()

    entity: ClassVar[str] = ""
    columns: ClassVar[tuple[Column, ...]] = ()
    rules: ClassVar[tuple[Rule, ...]] = ()

    id = Column(
        "记录编号", required=True, limit=64, note="本来源内不重复，同一记录始终不变"
    )
    version = Number(
        "版本号", required=True, least=1, note="从1起；同一记录每改一次加1"
    )

    def __init_subclass__(cls) -> None:
        """Name every column and rule by its attribute, and register the feed."""
        own = [*vars(Feed).items(), *vars(cls).items()]
        columns = {
            key: replace(held, name=key)
            for key, held in own
            if isinstance(held, Column)
        }
        rules = {
            key: replace(held, name=key) for key, held in own if isinstance(held, Rule)
        }
        cls.columns = tuple(columns.values())
        cls.rules = tuple(rules.values())
        cls.entity = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
        FEEDS.add(cls.entity, cls)

    @classmethod
    def column(cls, key: str) -> Column:
        """Give a column by its name."""
        return next(column for column in cls.columns if column.name == key)

    @classmethod
    def faults(cls) -> tuple[Fault, ...]:
        """Give every way in which a row can be wrong."""
        of_columns = (fault for column in cls.columns for fault in column.faults())
        return (*of_columns, *(rule.fault(cls.columns) for rule in cls.rules))

    @classmethod
    def expected(cls) -> tuple[Column, ...]:
        """Give the columns that count for completeness."""
        return tuple(c for c in cls.columns if c.required or c.recommended)


FEEDS: Registry[type[Feed]] = Registry("feed")
"""Every feed of every domain, by entity."""

CODE_LISTS: Registry[Callable[[], Iterable[str]]] = Registry("code list")
"""Lists of codes that a ``Known`` column may name; each gives its codes when asked."""
