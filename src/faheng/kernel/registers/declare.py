"""A register: one list, declared once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from faheng.kernel.parties.queries import Viewer
from faheng.kernel.registers.columns import Column, Day
from faheng.lib.registry import Registry

Row = Mapping[str, Any]
"""A row read from a file: field to value."""

Writer = Callable[[Row, Viewer, datetime], None]
"""Takes a row in where the list is kept by another room."""

Check = Callable[[Row], str | None]
"""Says what is wrong with a row as a whole."""

Notes = Callable[[Row], Sequence[str]]
"""Says what cannot be told of a row that is taken in all the same."""


@dataclass(frozen=True)
class Layout:
    """Another way in which people write the list: its own headings.

    Attributes:
        key: name in addresses.
        required: headings by which a file is known to be laid out so.
        reads: turns a row into one under the register's own headings; the day is
            that of the reading.
        writes: the cells of an entry as of a day.
    """

    key: str
    title: str
    titles: tuple[str, ...]
    required: tuple[str, ...]
    reads: Callable[[Mapping[str, str], date], dict[str, str]]
    writes: Callable[[Any, date], Sequence[str]]


DATES = (
    Day("valid_from", "生效日期", required=True),
    Day("valid_until", "失效日期"),
    Day("published_on", "公布日期"),
    Column("source", "来源", limit=200),
)
"""The columns that every dated list has, after its own."""


@dataclass(frozen=True)
class Register:
    """One list: its table, its columns, who keeps it and who sees it.

    Attributes:
        key: name in addresses and in the traces of imports.
        identity: fields that make up the code where none is typed.
        code_field: field that tells one thing on the list from another.
        from_field: first day of an entry; empty where the list has no dates.
        searched: fields that a search looks through.
        organ: path to the organ that an entry belongs to; empty when the list is
            the whole city's.
        is_public: whether anybody may read it.
        is_organ_own: whether only those who see the organ see its entries.
        check: says what is wrong between the cells of a row.
        notes: says what could not be told of a row; shown at a rehearsal.
        layouts: other ways of writing the list that files may come in.
        writer: takes rows in where the list is kept by another room's actions.
    """

    key: str
    title: str
    model: type[Model]
    columns: tuple[Column, ...]
    basis: str = ""
    identity: tuple[str, ...] = ()
    code_field: str = "code"
    from_field: str = "valid_from"
    until_field: str = "valid_until"
    searched: tuple[str, ...] = ("code",)
    related: tuple[str, ...] = ()
    prefetched: tuple[str, ...] = ()
    organ: str = ""
    is_organ_own: bool = False
    is_public: bool = False
    writer: Writer | None = None
    check: Check | None = None
    notes: Notes | None = None
    layouts: tuple[Layout, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings in order."""
        return tuple(column.title for column in self.columns)

    def layout(self, key: str) -> Layout | None:
        """Give another way of writing the list, none for its own."""
        return next((one for one in self.layouts if one.key == key), None)

    def column(self, field: str) -> Column:
        """Give the column of a field."""
        return next(column for column in self.columns if column.field == field)

    def show(self, entry: Model) -> tuple[str, ...]:
        """Write an entry as its row of cells."""
        return tuple(column.read(entry) for column in self.columns)

    def organ_of(self, row: Row) -> Any:
        """Give the organ that a row belongs to, none when it is the city's."""
        if not self.organ:
            return None
        first, *steps = self.organ.split("__")
        found: Any = row.get(first)
        for step in steps:
            found = getattr(found, step)
        return found

    def code_of(self, row: Row) -> str:
        """Give the code of a row, made up of its identity where none is typed."""
        if not self.identity:
            return str(row[self.code_field])
        parts = (self.column(field).show(row[field]) for field in self.identity)
        return "/".join(part or "-" for part in parts)


REGISTERS: Registry[Register] = Registry("register")
"""Every register of every domain, by key."""
