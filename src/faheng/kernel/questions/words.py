"""What rules say again and again, each right on every engine.

Tables are unbound Ibis tables; `t` is the one that a rule is about.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from faheng.kernel.questions.declare import Table
from faheng.kernel.questions.lazily import ibis

__all__ = [
    "HOUR",
    "any_of",
    "days",
    "empty",
    "first_by",
    "given",
    "having",
    "holds_on",
    "ibis",
    "lacking",
    "last_by",
    "now",
    "parameter",
    "text",
    "today",
    "within",
    "working_days",
]

HOUR = 3600
"""Seconds of an hour; `_at` columns count seconds."""

_FIRST_RANK = 10**12
"""A parameter's rank stands above this, its number below."""

Both = Callable[[Table, Table], Any]


def today(ctx: Table) -> Any:
    """Return the day on which it is asked; `ctx` is a parameter of the rule."""
    return ctx.today.as_scalar()


def now(ctx: Table) -> Any:
    """Return the moment at which it is asked, in seconds like `_at` columns."""
    return ctx.now_at.as_scalar()


def days(start: Any, until: Any) -> Any:
    """Count the calendar days from one day to another."""
    return until.delta(start, unit="day")


def working_days(t: Table, calendar: Table, start: str, until: Any, name: str) -> Table:
    """Add a column: the working days after `start`, up to and with `until`.

    Args:
        t: whose rows.
        calendar: the table of that name.
        start: name of a column of days.
        until: name of another one, or an expression such as `today(ctx)`.
        name: of the new column; null where a day is missing.
    """
    ended = "_until_on"
    t = t.mutate(**{ended: t[until] if isinstance(until, str) else until})
    begin, end = calendar.view(), calendar.view()
    joined = t.left_join(begin, t[start] == begin.day)
    joined = joined.left_join(end, joined[ended] == end.day)
    counted = {name: end.workday_no - begin.workday_no}
    kept = {column: t[column] for column in t.columns if column != ended}
    return joined.select(**kept, **counted)


def having(t: Table, other: Table, *same: str, where: Both | None = None) -> Table:
    """Keep the rows of `t` for which `other` has one that is alike.

    Args:
        t: whose rows.
        other: where to look; may be `t` itself.
        same: columns that must be equal in both.
        where: more that must hold, of a row and the other one.
    """
    t, other, predicates = _alike(t, other, same, where)
    return t.semi_join(other, predicates)


def lacking(t: Table, other: Table, *same: str, where: Both | None = None) -> Table:
    """Keep the rows of `t` for which `other` has none that is alike."""
    t, other, predicates = _alike(t, other, same, where)
    return t.anti_join(other, predicates)


def _alike(
    t: Table, other: Table, same: tuple[str, ...], where: Both | None
) -> tuple[Table, Table, list[Any]]:
    other = other.view()
    predicates = [t[column] == other[column] for column in same]
    return t, other, predicates + ([where(t, other)] if where else [])


def first_by(t: Table, by: str, order: str) -> Table:
    """Keep one row for each value of `by`: the first in the order of a column."""
    return _nth(t, by, t[order])


def last_by(t: Table, by: str, order: str) -> Table:
    """Keep one row for each value of `by`: the last in the order of a column."""
    return _nth(t, by, t[order].desc())


def _nth(t: Table, by: str, order: Any) -> Table:
    place = ibis.row_number().over(ibis.window(group_by=t[by], order_by=order))
    return t.mutate(_place=place).filter(lambda r: r["_place"] == 0).drop("_place")


def holds_on(t: Table, day: Any) -> Any:
    """Tell whether a dated row holds on a day, its first and last day included."""
    ended = t.valid_until.notnull() & (t.valid_until < day)
    return (t.valid_from <= day) & ~ended


def empty(column: Any) -> Any:
    """Tell whether a text says nothing."""
    return column.isnull() | (column == "")


def given(column: Any) -> Any:
    """Tell whether a text says something."""
    return column.notnull() & (column != "")


def text(value: str) -> Any:
    """Make a text of a rule's own."""
    return ibis.literal(value)


def any_of(first: Any, *more: Any) -> Any:
    """Tell whether one of several things is so."""
    for one in more:
        first |= one
    return first


def within(path: Any, top: Any) -> Any:
    """Tell whether a division's path lies below another, or is the same."""
    below = path.left(top.length() + 1) == top + "/"
    return (top == "") | (path == top) | below


def parameter(t: Table, parameters: Table, name: str, *, on: str) -> Table:
    """Add a column with the number that holds for each row; the nearest row wins.

    A nearer division goes first, then a row for the field; where nobody set the
    number, the one that holds everywhere is taken.

    Args:
        t: needs a column `division_path`; what holds for a field is heeded where it
            has a column `field`, as the cases do.
        parameters: the table of that name.
        name: of the parameter, and of the new column.
        on: name of the column with the day on which it must hold.
    """
    t = t.view()
    rows = parameters.filter(parameters.name == name)
    fits = within(t.division_path, rows.division_path) & holds_on(rows, t[on])
    of_any = rows.field == ""
    fits &= (of_any | (rows.field == t.field)) if "field" in t.columns else of_any
    # Asked for each row: engines find by themselves that rows share few answers, and
    # at the door nothing is put together that a case does not ask for.
    packed = rows.filter(fits).select(
        packed=lambda r: r["rank"] * _FIRST_RANK + r["value"]
    )
    nearest = packed.packed.max().as_scalar()
    return t.mutate(**{name: nearest % _FIRST_RANK})
