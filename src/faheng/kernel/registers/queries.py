"""Read registers: entries of a day, the history of one code, rejected rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Model, Q, QuerySet

from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer, administered, scope
from faheng.kernel.registers.declare import Register
from faheng.kernel.registers.models import Correction, ImportBatch
from faheng.kernel.registers.refusals import NotShown

PAGE = 50


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of a register.

    Attributes:
        on: the day whose entries are wanted.
        after: where the last page ended, as ``Page.after`` gave it.
        among: only these entries, where they were found in another way.
    """

    on: date
    search: str = ""
    after: str = ""
    limit: int = PAGE
    among: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry as shown: its cells stand in the order of the columns."""

    pk: int
    code: str
    cells: tuple[str, ...]
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some entries, and where the next page begins; empty at the end."""

    rows: tuple[EntryRow, ...]
    after: str


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What an entry said before it was put right."""

    at: datetime
    by: str
    reason: str
    before: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class History:
    """Every version of one code, newest first, and every correction."""

    entries: tuple[EntryRow, ...]
    corrections: tuple[CorrectionRow, ...]


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """A row that was not taken in."""

    line: int
    raw: tuple[tuple[str, str], ...]
    reason: str


def entries(register: Register, ask: Ask, viewer: Viewer) -> Page:
    """Give one page of the entries valid on a day."""
    rows = found(register, ask, viewer)
    if ask.after:
        rows = rows.filter(_beyond(register, ask.after))
    page = list(rows[: ask.limit + 1])
    shown = tuple(_row(register, entry) for entry in page[: ask.limit])
    last = shown[-1] if len(page) > ask.limit else None
    return Page(shown, f"{last.code}~{last.pk}" if last else "")


def found(register: Register, ask: Ask, viewer: Viewer) -> QuerySet[Model]:
    """Give everything that an ask finds, in order."""
    rows: QuerySet[Model] = QuerySet(register.model)
    rows = rows.filter(visible(register, viewer), _held_on(register, ask.on))
    if ask.among is not None:
        rows = rows.filter(pk__in=ask.among)
    for word in ask.search.split():
        found = Q()
        for field in register.searched:
            found |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(found)
    return (
        rows
        .select_related(*register.related)
        .prefetch_related(*register.prefetched)
        .order_by(register.code_field, "pk")
    )


def entry(register: Register, pk: int, viewer: Viewer) -> EntryRow:
    """Give one entry.

    Raises:
        NotShown: there is none, or the viewer may not see it.
    """
    rows: QuerySet[Model] = QuerySet(register.model)
    one = rows.filter(visible(register, viewer), pk=pk).first()
    if one is None:
        raise NotShown
    return _row(register, one)


def history(register: Register, code: str, viewer: Viewer) -> History:
    """Give every version of one code and every correction made to it."""
    rows: QuerySet[Model] = QuerySet(register.model)
    kept = rows.filter(visible(register, viewer), **{register.code_field: code})
    order = f"-{register.from_field}" if register.from_field else "pk"
    versions = tuple(_row(register, one) for one in kept.order_by(order))
    if not versions:
        raise NotShown
    made = Correction.objects.filter(register=register.key, code=code)
    return History(
        versions,
        tuple(_correction(one) for one in made.select_related("recorded_by")),
    )


def rejected(batch_id: int, viewer: Viewer) -> tuple[RejectedLine, ...]:
    """Give the rows of a batch that were not taken in, to whoever brought it."""
    batch = ImportBatch.objects.filter(pk=batch_id).first()
    if batch is None:
        raise NotShown
    # A batch of the system's own is nobody's, which is not everybody without a name.
    by = batch.recorded_by_id
    if not viewer.is_system and (by is None or by != viewer.person_id):
        raise NotShown
    return tuple(
        RejectedLine(row.line, tuple(row.raw.items()), row.reason)
        for row in batch.rows.all()
    )


def visible(register: Register, viewer: Viewer) -> Q:
    """Give the condition under which entries are shown to a viewer."""
    if register.is_public or viewer.is_system:
        return Q()
    if not viewer.roles:
        return Q(pk__in=[])
    if not register.is_organ_own:
        return Q()
    own = scope(viewer, register.organ)
    return own | administered(viewer, register.organ)


def may_keep(viewer: Viewer) -> bool:
    """Tell whether a viewer keeps any register."""
    return viewer.is_system or viewer.holds(Role.ADMINISTRATOR)


def _held_on(register: Register, day: date) -> Q:
    held = Q()
    if register.from_field:
        held &= Q(**{f"{register.from_field}__lte": day})
    if register.until_field:
        until = register.until_field
        held &= Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gte": day})
    return held


def _beyond(register: Register, after: str) -> Q:
    code, _, pk = after.rpartition("~")
    if not pk.isdigit():
        return Q()
    same = Q(**{register.code_field: code, "pk__gt": int(pk)})
    return Q(**{f"{register.code_field}__gt": code}) | same


def _row(register: Register, one: Model) -> EntryRow:
    return EntryRow(
        pk=int(one.pk),
        code=str(getattr(one, register.code_field)),
        cells=register.show(one),
        valid_from=_day(one, register.from_field),
        valid_until=_day(one, register.until_field),
    )


def _day(one: Model, field: str) -> date | None:
    found = getattr(one, field) if field else None
    return found if isinstance(found, date) else None


def _correction(one: Correction) -> CorrectionRow:
    by = one.recorded_by.name if one.recorded_by else Role.SYSTEM.title
    before = tuple((str(t), str(text)) for t, text in one.before.items())
    return CorrectionRow(one.recorded_at, by, one.reason, before)
