"""Penal provisions and the duties they may punish: one at a time, at speed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q

from faheng.lawbase.models import (
    PenaltyReading,
    SuggestionState,
    Unit,
    UnitKind,
    Version,
    ViolationPair,
)
from faheng.web.present.lawbook.pages import Line, lines
from faheng.web.present.lawbook.penal import Part, Progress, parts
from faheng.web.present.lawbook.places import article_url, said

OFFERED = 5


def _said_of(state: str) -> Exists:
    rows = ViolationPair.objects.filter(penalty=OuterRef("pk"), state=state)
    return Exists(rows)


def progress() -> tuple[Progress, ...]:
    """Give the versions with penal paragraphs and how far their pairs are.

    Those with most to do come first; where nothing was suggested yet, nothing is done.
    """
    counted = (
        ViolationPair.objects
        .order_by()
        .values_list("penalty__version")
        .annotate(
            total=Count("penalty", distinct=True),
            waiting=Count(
                "penalty", filter=Q(state=SuggestionState.SUGGESTED), distinct=True
            ),
        )
    )
    pairs = {version: (total, waiting) for version, total, waiting in counted}
    versions = Version.objects.filter(
        Exists(PenaltyReading.objects.filter(unit__version=OuterRef("pk")))
    )
    rows = [
        Progress(row, *pairs.get(row.pk, (0, 0)))
        for row in versions.select_related("work")
    ]
    rows.sort(key=lambda one: (-one.open, one.version.work.title))
    return tuple(rows)


@dataclass(frozen=True)
class Candidate:
    """A duty that a provision may punish."""

    pk: int
    rank: int
    said: str
    url: str
    text: str
    score: int
    state: str


@dataclass(frozen=True)
class Provision:
    """A penal provision with the duties offered."""

    unit: Unit
    said: str
    url: str
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]
    candidates: tuple[Candidate, ...]

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return any(one.state == SuggestionState.SUGGESTED for one in self.candidates)

    @property
    def chosen(self) -> Candidate | None:
        """The duty that was confirmed."""
        confirmed = SuggestionState.CONFIRMED
        return next((c for c in self.candidates if c.state == confirmed), None)


@dataclass(frozen=True)
class Place:
    """A provision in the order of the text, and whether it is decided."""

    pk: int
    is_open: bool


@dataclass(frozen=True)
class Walk:
    """Where one is among the provisions of a version."""

    places: tuple[Place, ...]
    at: int

    @property
    def total(self) -> int:
        """How many provisions there are."""
        return len(self.places)

    @property
    def open(self) -> int:
        """How many are not decided."""
        return sum(one.is_open for one in self.places)

    @property
    def done(self) -> int:
        """How many are decided."""
        return self.total - self.open

    @property
    def percent(self) -> int:
        """The share that is decided."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def before(self) -> int | None:
        """The provision before."""
        return self.places[self.at - 1].pk if self.at > 0 else None

    @property
    def after(self) -> int | None:
        """The provision after."""
        last = self.at + 1 >= self.total
        return None if last else self.places[self.at + 1].pk

    @property
    def number(self) -> int:
        """Which provision of how many, from one."""
        return self.at + 1


def walk(version_id: int, unit_id: int | None) -> Walk:
    """Find the provisions of a version, and where one is among them."""
    rows = (
        Unit.objects
        .filter(version=version_id)
        .filter(Exists(ViolationPair.objects.filter(penalty=OuterRef("pk"))))
        .annotate(waits=_said_of(SuggestionState.SUGGESTED))
        .order_by("path")
        .values_list("pk", "waits")
    )
    places = tuple(Place(pk, waits) for pk, waits in rows)
    at = next((n for n, one in enumerate(places) if one.pk == unit_id), None)
    if at is None:
        at = next_open(places, -1)
    return Walk(places, at if at is not None else 0)


def next_open(places: Sequence[Place], at: int) -> int | None:
    """Find the next provision that is not decided, from the top after the end."""
    order = [*range(at + 1, len(places)), *range(at + 1)]
    return next((n for n in order if places[n].is_open), None)


def provision(unit_id: int) -> Provision | None:
    """Give a provision with its words and the duties offered."""
    offered = ViolationPair.objects.select_related("violated").order_by("rank", "pk")
    unit = (
        Unit.objects
        .select_related("version__work")
        .prefetch_related(Prefetch("duties", offered))
        .filter(pk=unit_id)
        .first()
    )
    if unit is None:
        return None
    pairs = list(unit.duties.all())
    within = _texts(unit.version_id, [unit, *(pair.violated for pair in pairs)])
    title = unit.version.work.full_title
    on = unit.version.valid_from
    return Provision(
        unit,
        said(unit.address),
        article_url(title, unit.address, on),
        lines(_context(unit)),
        tuple(parts(unit.text, ())),
        tuple(
            Candidate(
                pair.violated_id,
                place,
                said(pair.violated.address),
                article_url(title, pair.violated.address, on),
                within[pair.violated_id],
                round(100 * min(pair.score, 1)),
                pair.state,
            )
            for place, pair in enumerate(pairs, start=1)
        ),
    )


def _texts(version_id: int, units: Sequence[Unit]) -> dict[int, str]:
    """The words of some units with everything in them, in one question."""
    inside = Q()
    for unit in units:
        inside |= Q(path__startswith=unit.path)
    rows = list(Unit.objects.filter(inside, version=version_id).order_by("path"))
    return {
        unit.pk: "\n".join(
            row.label * (row.kind in _LABELLED) + row.text
            for row in rows
            if row.path.startswith(unit.path) and row.text
        )
        for unit in units
    }


_LABELLED = (UnitKind.ITEM, UnitKind.SUBITEM, UnitKind.DEEPER)


def _context(unit: Unit) -> list[Unit]:
    """The paragraph of a provision whole, with the item that is meant."""
    article = Unit.objects.filter(
        version=unit.version_id,
        article=unit.article,
        article_suffix=unit.article_suffix,
    ).order_by("path")
    rows = list(article)
    paragraph = unit.path if unit.kind != UnitKind.ITEM else unit.path[:-4]
    return [
        row
        for row in rows
        if row.kind == UnitKind.ARTICLE or row.path.startswith(paragraph)
    ]
