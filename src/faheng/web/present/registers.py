"""A register as a page shows it: its columns, rows, entries and histories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from faheng.kernel.pages.names import titled
from faheng.kernel.registers import queries
from faheng.kernel.registers.columns import Column, Day, Number, Reference, Yuan
from faheng.kernel.registers.declare import Register
from faheng.kernel.registers.queries import EntryRow
from faheng.web import parts

NARROW = 3
"""So many columns stay on a narrow screen."""

FIRST: Mapping[str, tuple[str, ...]] = {
    "organs": (
        *("code", "name", "kind", "level", "division", "fields"),
        *("remedy_recon_organ", "qualified_from"),
    ),
    "officers": (
        *("officer_no", "name", "organ", "post", "is_auxiliary"),
        "legal_qualification_no",
    ),
    "items": (
        *("code", "name", "field", "penalties", "kinds", "fine_min", "fine_max"),
        *("simple_ok", "valid_from"),
    ),
    "powers": ("organ", "item", "basis_doc", "street", "valid_from"),
}
"""The columns that a list opens with, where it has more than a screen holds."""

ABOUT: Mapping[str, str | Promise] = {
    "organs": gettext_lazy("谁可以在这座城市执法，凭什么资格，到哪一天为止。"),
    "officers": gettext_lazy("在各机关工作的人，以及他们的岗位。"),
    "certificates": gettext_lazy("执法证与执法监督证，现在的状态和有效期。"),
    "trainings": gettext_lazy("谁在哪一天参加了什么培训，多少学时。"),
    "items": gettext_lazy("什么行为违反哪一条，可以怎样处罚，罚款的幅度。"),
    "powers": gettext_lazy("哪一件事项由哪个机关行使，赋权街道的单列。"),
    "thresholds": gettext_lazy("数额达到多少，要告知听证、法制审核或者集体讨论。"),
    "parameters": gettext_lazy("法律留给本地确定的期限和数字。"),
}

Named = Mapping[str, Mapping[str, str]]
"""For each column that refers to another list: the names of the codes in it."""


@dataclass(frozen=True)
class Card:
    """A register on the page of all registers."""

    title: str
    about: str | Promise
    basis: str
    url: str
    count: str
    public: bool


@dataclass(frozen=True)
class Fact:
    """One column of one entry: its words, and what the code in it stands for."""

    title: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class Version:
    """One version of an entry, in the history of its code."""

    begins: date | None
    ends: date | None
    state: str
    url: str
    changed: tuple[tuple[str, str, str], ...]
    shown: bool


def shown_columns(register: Register, *, every: bool) -> tuple[Column, ...]:
    """Give the columns of the list, all of them or those it opens with."""
    first = FIRST.get(register.key)
    if every or first is None:
        return register.columns
    return tuple(column for column in register.columns if column.field in first)


def columns(shown: Sequence[Column]) -> tuple[parts.Column, ...]:
    """Head the columns; figures stand to the right, the last leave first."""
    return tuple(
        parts.Column(
            titled(column), isinstance(column, (Number, Yuan, Day)), at >= NARROW
        )
        for at, column in enumerate(shown)
    )


def names(register: Register, rows: Iterable[EntryRow]) -> Named:
    """Look up what the codes of other lists stand for, one query a column."""
    kept = list(rows)
    found: dict[str, Mapping[str, str]] = {}
    for place, column in enumerate(register.columns):
        if isinstance(column, Reference) and column.model is not None:
            codes = {row.cells[place] for row in kept} - {""}
            table: QuerySet[Model] = QuerySet(column.model)
            others = table.filter(**{f"{column.by}__in": codes})
            found[column.field] = {
                str(getattr(other, column.by)): str(other) for other in others
            }
    return found


def rows(
    register: Register,
    shown: Sequence[Column],
    found: Sequence[EntryRow],
    address: str = "register_entry",
) -> tuple[parts.Row, ...]:
    """Set entries under the columns; the second column leads to the entry."""
    named = names(register, found)
    places = {column.field: at for at, column in enumerate(register.columns)}
    lead = min(1, len(shown) - 1)
    made = []
    for row in found:
        url = reverse(address, kwargs={"key": register.key, "pk": row.pk})
        cells = tuple(
            parts.Cell(
                _short(row.cells[places[column.field]]) or ("—" if at == lead else ""),
                url if at == lead else "",
                note=named.get(column.field, {}).get(
                    row.cells[places[column.field]], ""
                ),
            )
            for at, column in enumerate(shown)
        )
        made.append(parts.Row(cells, url))
    return tuple(made)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def facts(register: Register, row: EntryRow) -> tuple[Fact, ...]:
    """Give every column of an entry that says something."""
    named = names(register, [row])
    return tuple(
        Fact(titled(column), text, named.get(column.field, {}).get(text, ""))
        for column, text in zip(register.columns, row.cells, strict=True)
        if text
    )


def versions(
    register: Register, history: queries.History, shown: int, today: date
) -> tuple[Version, ...]:
    """Give the versions of a code, the newest first, each with what it changed."""
    made = []
    for at, row in enumerate(history.entries):
        older = history.entries[at + 1] if at + 1 < len(history.entries) else None
        made.append(
            Version(
                row.valid_from,
                row.valid_until,
                state_on(row, today),
                reverse("register_entry", kwargs={"key": register.key, "pk": row.pk}),
                _changed(register, row, older),
                row.pk == shown,
            )
        )
    return tuple(made)


def state_on(row: EntryRow, day: date) -> str:
    """Tell how an entry stands on a day: now, next or past."""
    if row.valid_from is not None and row.valid_from > day:
        return "next"
    return "past" if row.valid_until is not None and row.valid_until < day else "now"


def _changed(
    register: Register, row: EntryRow, older: EntryRow | None
) -> tuple[tuple[str, str, str], ...]:
    if older is None:
        return ()
    dates = {register.from_field, register.until_field}
    return tuple(
        (titled(column), before, now)
        for column, before, now in zip(
            register.columns, older.cells, row.cells, strict=True
        )
        if before != now and column.field not in dates
    )


def query(**given: object) -> str:
    """Write the part of an address after the question mark, what is empty left out."""
    return urlencode({name: value for name, value in given.items() if value})
