"""A work on a day: whether it was in force, and its versions on a rail of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from django.utils.translation import gettext

from faheng.lawbase.models import DateBasis, Version, Work
from faheng.lawbase.status.declare import Status, key
from faheng.web.words import full_date

NARROWEST = 0.14
AHEAD = timedelta(days=120)


@dataclass(frozen=True)
class Stand:
    """What can be said of a work on a day.

    Attributes:
        status: in force, not held, not yet in force or repealed.
        version: the version begun last by the day; of a work that had not begun
            yet the first one known.
        shown: the version whose text the page shows, where there is none of the day.
    """

    work: Work
    on: date
    status: Status
    version: Version | None
    shown: Version | None
    versions: tuple[Version, ...]

    @property
    def fits(self) -> bool:
        """Whether the text shown is that of the day."""
        return self.shown is not None and self.shown == self.version

    @property
    def word(self) -> str:
        """Say how it stood."""
        words = {
            Status.IN_FORCE: gettext("有效"),
            Status.NOT_HELD: gettext("有效，文本未收"),
            Status.NOT_YET: gettext("尚未施行"),
            Status.REPEALED: gettext("已废止"),
        }
        return words[self.status]

    @property
    def tone(self) -> str:
        """Choose the look of the tag."""
        tones = {Status.IN_FORCE: "done", Status.NOT_YET: "info"}
        return tones.get(self.status, "soon")

    @property
    def by(self) -> Work | None:
        """Name the work that repealed it."""
        ended = self.version.repealed_by if self.version else None
        return self.work.repealed_by or ended


def find(title: str) -> Work | None:
    """Find a work by any of its names."""
    name = key(title.strip("《》 "))
    return (
        Work.objects
        .filter(names__name__in={name, title.strip("《》 ")})
        .select_related("repealed_by")
        .order_by("pk")
        .first()
    )


class Dated(Protocol):
    """What of a version tells how a law stood on a day."""

    @property
    def adopted_on(self) -> date | None:
        """The day it was adopted."""

    @property
    def valid_from(self) -> date | None:
        """Its first day in force."""

    @property
    def valid_to(self) -> date | None:
        """The day after its last."""

    @property
    def held(self) -> bool:
        """Whether its text is held."""


def status_on(versions: Sequence[Dated], repealed_on: date | None, on: date) -> Status:
    """Tell in one word how a work stood on a day."""
    begun = sorted((one for one in versions if begins(one) <= on), key=begins)
    return _status(repealed_on, begun[-1] if begun else None, on)


def stand(work: Work, on: date, versions: Sequence[Version] | None = None) -> Stand:
    """Tell how a work stood on a day."""
    known = sorted(versions if versions is not None else _versions(work), key=begins)
    begun = [one for one in known if begins(one) <= on]
    version = begun[-1] if begun else (known[0] if known else None)
    held = [one for one in known if one.held]
    older = [one for one in held if begins(one) <= on]
    shown = version if version and version.held else None
    if shown is None and held:
        shown = older[-1] if older else held[0]
    return Stand(
        work,
        on,
        _status(work.repealed_on, version if begun else None, on),
        version,
        shown,
        tuple(known),
    )


def _versions(work: Work) -> list[Version]:
    return list(work.versions.select_related("repealed_by"))


def _status(repealed_on: date | None, version: Dated | None, on: date) -> Status:
    if version is None:
        gone = repealed_on is not None and repealed_on <= on
        return Status.REPEALED if gone else Status.NOT_YET
    if version.valid_to is not None and version.valid_to <= on:
        return Status.REPEALED
    return Status.IN_FORCE if version.held else Status.NOT_HELD


def begins(version: Dated) -> date:
    """Give the first day of a version, as far as known."""
    return version.valid_from or version.adopted_on or date.min


@dataclass(frozen=True)
class Fact:
    """A date with where it comes from."""

    title: str
    on: date
    basis: str
    said: str
    is_assumed: bool


@dataclass(frozen=True)
class OnRail:
    """A version on the rail; left and width in per cent of it."""

    pk: int
    begins: date | None
    label: str
    facts: tuple[Fact, ...]
    held: bool
    current: bool
    compared: bool
    future: bool
    ended: date | None
    left: float
    width: float


@dataclass(frozen=True)
class Rail:
    """All versions, and where the day stands among them."""

    versions: tuple[OnRail, ...]
    pin: float | None


def rail(stood: Stand, today: date, compared: Version | None = None) -> Rail:
    """Set the versions on a rail, the short ones wide enough to be read."""
    spans = _spans(stood.versions, max(today, stood.on) + AHEAD)
    left, placed, pin = 0.0, [], None
    for version, (first, last, width) in zip(stood.versions, spans, strict=True):
        placed.append(
            OnRail(
                version.pk,
                version.valid_from or version.adopted_on,
                _label(version),
                facts(version),
                version.held,
                version == stood.version,
                version == compared,
                begins(version) > today,
                version.valid_to,
                left,
                width,
            )
        )
        if first <= stood.on < last:
            share = (stood.on - first) / (last - first)
            pin = left + width * share
        left += width
    return Rail(tuple(placed), pin)


def _spans(versions: Sequence[Version], end: date) -> list[tuple[date, date, float]]:
    """Each version's first day, the day after its last, and its share of the rail."""
    if not versions:
        return []
    firsts = [begins(one) for one in versions]
    lasts = [*firsts[1:], max([end, *firsts]) + timedelta(days=1)]
    days = [max((b - a).days, 1) for a, b in zip(firsts, lasts, strict=True)]
    least = min(NARROWEST, 1 / len(days))
    shares = [max(one / sum(days), least) for one in days]
    return [
        (first, last, 100 * share / sum(shares))
        for first, last, share in zip(firsts, lasts, shares, strict=True)
    ]


def _label(version: Version) -> str:
    first = version.valid_from or version.adopted_on
    return full_date(first) if first else gettext("日期不明")


def facts(version: Version) -> tuple[Fact, ...]:
    """Give the dates of a version, each with its basis."""
    rows = (
        (
            gettext("通过"),
            version.adopted_on,
            version.adopted_basis,
            version.adopted_source,
        ),
        (gettext("施行"), version.valid_from, version.from_basis, version.from_source),
        (gettext("失效"), version.valid_to, version.to_basis, version.to_source),
    )
    return tuple(
        Fact(title, on, basis_word(basis), said, basis == DateBasis.ASSUMED)
        for title, on, basis, said in rows
        if on is not None
    )


def basis_word(value: str) -> str:
    """Say where a date comes from."""
    words = {
        DateBasis.INDEX: gettext("汇编目录"),
        DateBasis.TEXT: gettext("文本自述"),
        DateBasis.DECISION: gettext("修改决定"),
        DateBasis.CLAIM: gettext("来源所称"),
        DateBasis.ASSUMED: gettext("推定"),
    }
    return words[DateBasis(value)] if value in DateBasis.values else value
