"""The tables that rules may read, made from the Django models.

Every case file and child row is one, so are the kernel's tables and the registers.
What lies enciphered is never among the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.db import models

from faheng.kernel.cases.fields import FenField, SecretJSONField
from faheng.kernel.cases.models import ActDetail, Case, Notice, Task
from faheng.kernel.clocks.models import CalendarDay
from faheng.kernel.parties.secrecy import SecretField
from faheng.kernel.questions import derived
from faheng.kernel.questions.tables import (
    DUCKDB,
    MORE_COLUMNS,
    POSTGRESQL,
    SQLITE,
    TABLES,
    Column,
    Kind,
    Table,
    by_name,
    plain,
)

HIDDEN: tuple[type[models.Field], ...] = (  # type: ignore[type-arg]
    SecretField,
    SecretJSONField,
    models.JSONField,
    models.BinaryField,
    models.FileField,
)
NEVER = frozenset({"id_index", "user_id"})
"""Columns by which a person could be found out."""

LEFT_OUT = frozenset({Task, Notice, ActDetail, CalendarDay})
"""Tables of the rooms read that are no facts of a case."""

AHEAD = 8 * 3600 * 1_000_000
"""Microseconds by which the country's time is ahead of UTC."""

ROOMS = ("faheng.kernel.parties", "faheng.kernel.cases", "faheng.kernel.clocks")
ABOVE = ("faheng.domains.", "faheng.lawbase")

_KINDS: tuple[tuple[type[models.Field], Kind], ...] = (  # type: ignore[type-arg]
    (models.BooleanField, Kind.BOOL),
    (models.DateField, Kind.DATE),
    (FenField, Kind.FEN),
    (models.IntegerField, Kind.INT),
    (models.FloatField, Kind.REAL),
    (models.DecimalField, Kind.REAL),
    (models.CharField, Kind.TEXT),
    (models.TextField, Kind.TEXT),
)


@cache
def tables() -> dict[str, Table]:
    """Return every table of the contract by its name."""
    derived.settle()
    made = {table.name: table for table in [_context(), *TABLES]}
    for model in _models():
        name = named(model)
        if name in made and name not in TABLES:
            name = f"{model._meta.app_label}_{name}"  # noqa: SLF001 - Django's own
        made.setdefault(name, _table(name, model))
    return made


def forget() -> None:
    """Make the tables anew when next asked; for tests that declare more."""
    tables.cache_clear()


def named(model: type[models.Model]) -> str:
    """Name the table of a model: PenaltyFile becomes penalty_files."""
    if model.__name__ == "NumberedDay":
        return "calendar"
    words = re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()
    if words.endswith(("s", "evidence")):
        return words
    if words.endswith("y") and words[-2] not in "aeiou":
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith(("ch", "sh", "x")) else f"{words}s"


def _models() -> Iterator[type[models.Model]]:
    for app in apps.get_app_configs():
        if app.name in ROOMS or app.name.startswith(ABOVE):
            yield from (m for m in app.get_models() if m not in LEFT_OUT)


def _context() -> Table:
    """Describe the one row that says what is asked about, and when."""
    columns = (
        plain("case_id", Kind.INT, "案件"),
        plain("today", Kind.DATE, "今天"),
        plain("now_at", Kind.INT, "现在"),
    )
    return Table("ctx", "提问时刻", by_name(columns))


def _table(name: str, model: type[models.Model]) -> Table:
    meta = model._meta  # noqa: SLF001 - Django's own name
    join, case = _reach(model)
    columns = {c.name: c for field in meta.concrete_fields for c in _columns(field)}
    if case and "case_id" not in columns:
        columns["case_id"] = plain("case_id", Kind.INT, "案件", case)
    columns |= by_name(MORE_COLUMNS.get(name, ()))
    source = f'"{meta.db_table}" AS t{join}'
    return Table(name, str(meta.verbose_name), columns, source, case)


def _reach(model: type[models.Model]) -> tuple[str, str]:
    """Find the way from a row to its case: a join, and the key's expression."""
    if model is Case:
        return "", "t.id"
    keys = [f for f in model._meta.concrete_fields if f.is_relation]  # noqa: SLF001
    if any(f.name == "case" for f in keys):
        return "", "t.case_id"
    for key in keys:
        other = key.related_model
        if key.null or not isinstance(other, type) or other is model:
            continue
        if "case" in {f.name for f in other._meta.concrete_fields}:  # noqa: SLF001
            meta = other._meta  # noqa: SLF001 - Django's own name
            on = f't."{key.attname}" = r."{meta.pk.attname}"'
            return f' JOIN "{meta.db_table}" AS r ON {on}', "r.case_id"
    return "", ""


def _columns(field: models.Field) -> Iterator[Column]:  # type: ignore[type-arg]
    name, title = field.attname, str(field.verbose_name)
    if name in NEVER or isinstance(field, HIDDEN):
        return
    if isinstance(field, models.DateTimeField):
        yield from _moment(field, name, title)
        return
    for base, kind in _KINDS:
        if isinstance(_held(field), base):
            yield plain(name, kind, title, f't."{field.column}"')
            return


def _held(field: models.Field) -> models.Field:  # type: ignore[type-arg]
    """Return the field that says what a key holds."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    return field


def _moment(field: models.Field, name: str, title: str) -> Iterator[Column]:  # type: ignore[type-arg]
    """Make two columns of a moment: the local day, and the seconds.

    The country keeps one time all year, eight hours before UTC.
    """
    stem = name.removesuffix("_at")
    column = f't."{field.column}"'
    siblings = {other.attname for other in field.model._meta.concrete_fields}  # noqa: SLF001
    if f"{stem}_on" not in siblings:
        local = {
            SQLITE: f"date({column}, '+8 hours')",
            POSTGRESQL: f"({column} AT TIME ZONE 'Asia/Shanghai')::date",
            DUCKDB: f"make_timestamp(epoch_us({column}) + {AHEAD})::DATE",
        }
        yield Column(f"{stem}_on", Kind.DATE, title, local)
    seconds = {
        SQLITE: f"CAST(strftime('%s', {column}) AS INTEGER)",
        POSTGRESQL: f"FLOOR(EXTRACT(EPOCH FROM {column}))::bigint",
        DUCKDB: f"floor(epoch_us({column}) / 1e6)::BIGINT",
    }
    yield Column(f"{stem}_at", Kind.INT, title, seconds)
