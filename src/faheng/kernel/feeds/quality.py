"""How good what sources report is: by source, by day, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import F, Max, Q, QuerySet, Sum

from faheng.kernel.feeds.models import (
    Dimension,
    FeedDelivery,
    FeedExpectation,
    FeedMeasure,
    FeedSource,
    State,
)
from faheng.kernel.feeds.queries import deliveries, sources
from faheng.kernel.parties.queries import Viewer, valid_on


@dataclass(frozen=True)
class Share:
    """So many of so many; nothing where there was nothing to look at."""

    good: int = 0
    total: int = 0

    @property
    def percent(self) -> float | None:
        """The share in hundredths, never rounded up to a whole it is not."""
        if not self.total:
            return None
        return int(self.good * 1000 / self.total) / 10

    def __add__(self, other: Share) -> Share:
        return Share(self.good + other.good, self.total + other.total)


@dataclass(frozen=True)
class Standing:
    """How one source stands with one entity over some days.

    Attributes:
        schedule: deliveries that were due, and those that came.
        missing_since: first day on which an agreed delivery was lacking, or None.
    """

    source: FeedSource
    entity: str
    shares: dict[Dimension, Share]
    schedule: Share
    last_on: date | None
    missing_since: date | None
    rows: int = 0
    rejected: int = 0


@dataclass(frozen=True)
class Span:
    """The days looked at, both included."""

    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of it."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=n) for n in range(count))


@dataclass
class _Book:
    """What is known of one source and one entity."""

    shares: dict[Dimension, Share] = field(default_factory=lambda: defaultdict(Share))
    came: set[date] = field(default_factory=set)
    last: date | None = None
    rows: int = 0
    rejected: int = 0


def standings(viewer: Viewer, span: Span) -> tuple[Standing, ...]:
    """Give how every source stands that a viewer sees, what is missing included."""
    seen = {one.pk: one for one in sources(viewer)}
    books = _books(seen, span)
    agreed = {
        (one.source_id, one.entity): one
        for one in FeedExpectation.objects.filter(
            valid_on(span.last), source__in=seen
        ).order_by("valid_from")
    }
    for key, day in _last(seen, span.last).items():
        if key in books or key in agreed:
            books[key].last = day
    keys = sorted({*books, *agreed}, key=lambda key: (seen[key[0]].code, key[1]))
    return tuple(
        _standing((seen[key[0]], key[1]), books[key], agreed.get(key), span)
        for key in keys
    )


def trend(
    viewer: Viewer, source: FeedSource, entity: str, span: Span
) -> dict[date, dict[Dimension, Share]]:
    """Give the figures of one source day by day, for days with a delivery."""
    found: dict[date, dict[Dimension, Share]] = {}
    rows = (
        FeedMeasure.objects
        .filter(
            delivery__in=deliveries(viewer).filter(
                source=source, entity=entity, received_on__range=(span.first, span.last)
            ),
            key="",
        )
        .values_list("delivery__received_on", "dimension")
        .annotate(good=Sum("good"), total=Sum("total"))
        .order_by("delivery__received_on")
    )
    for day, dimension, good, total in rows:
        found.setdefault(day, {})[Dimension(dimension)] = Share(good, total)
    return found


def wanting(
    viewer: Viewer, source: FeedSource, entity: str, dimension: Dimension, span: Span
) -> QuerySet[FeedMeasure]:
    """Give what makes a figure of a source less than whole, delivery by delivery."""
    came = deliveries(viewer).filter(
        source=source, entity=entity, received_on__range=(span.first, span.last)
    )
    rows: QuerySet[FeedMeasure] = FeedMeasure.objects.filter(
        ~Q(good=F("total")), delivery__in=came, key="", dimension=dimension
    )
    return rows.select_related("delivery").order_by("-delivery")


def _books(seen: Iterable[int], span: Span) -> dict[tuple[int, str], _Book]:
    books: dict[tuple[int, str], _Book] = defaultdict(_Book)
    stored = FeedDelivery.objects.filter(
        source__in=list(seen),
        state=State.STORED,
        received_on__range=(span.first, span.last),
    )
    per_day = (
        stored
        .values_list("source_id", "entity", "received_on")
        .annotate(came=Sum("total"), turned=Sum("rejected"))
        .order_by()
    )
    for source_id, entity, day, rows, turned in per_day:
        book = books[source_id, entity]
        book.came.add(day)
        book.rows += rows
        book.rejected += turned
    measured = (
        FeedMeasure.objects
        .filter(delivery__in=stored, key="")
        .values_list("delivery__source_id", "delivery__entity", "dimension")
        .annotate(good=Sum("good"), total=Sum("total"))
        .order_by()
    )
    for source_id, entity, dimension, good, total in measured:
        books[source_id, entity].shares[Dimension(dimension)] += Share(good, total)
    return books


def _last(seen: Iterable[int], until: date) -> dict[tuple[int, str], date]:
    rows = (
        FeedDelivery.objects
        .filter(source__in=list(seen), state=State.STORED, received_on__lte=until)
        .values_list("source_id", "entity")
        .annotate(last=Max("received_on"))
        .order_by()
    )
    return {(source_id, entity): last for source_id, entity, last in rows}


def _standing(
    whose: tuple[FeedSource, str],
    book: _Book,
    agreed: FeedExpectation | None,
    span: Span,
) -> Standing:
    return Standing(
        *whose,
        dict(book.shares),
        _schedule(agreed, book.came, span) if agreed else Share(),
        book.last,
        _missing_since(agreed, book.last, span.last) if agreed else None,
        book.rows,
        book.rejected,
    )


def _schedule(agreed: FeedExpectation, came: set[date], span: Span) -> Share:
    """Count back from the last day in steps of the agreed rhythm."""
    step = timedelta(days=max(agreed.every_days, 1))
    begin = max(span.first, agreed.valid_from)
    met = due = 0
    end = span.last
    while end - step + timedelta(days=1) >= begin:
        due += 1
        met += any(end - step < day <= end for day in came)
        end -= step
    return Share(met, due)


def _missing_since(
    agreed: FeedExpectation, last: date | None, today: date
) -> date | None:
    """Give the first day by whose end a delivery should have come, and had not."""
    before = agreed.valid_from - timedelta(days=1)
    due = max(last or before, before) + timedelta(days=max(agreed.every_days, 1))
    return due if due < today else None


def measures_of(delivery: FeedDelivery) -> tuple[FeedMeasure, ...]:
    """Give the figures of a delivery: each whole first, then what is not whole."""
    found = delivery.measures.filter(Q(key="") | ~Q(good=F("total")))
    return tuple(found.order_by("dimension", "key"))
