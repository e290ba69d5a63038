"""What was in force on a day: the text, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from faheng.lawbase.addresses import Address, parse
from faheng.lawbase.models import TitleSeen, Unit, Work
from faheng.lawbase.queries.hot import article_units, versions_of
from faheng.lawbase.queries.views import UnitView, VersionView, flat, nested
from faheng.lawbase.status.declare import Status, key


@dataclass(frozen=True, slots=True)
class Standing:
    """How a statute stood on a day.

    NOT_HELD with a version: it was in force, but its text is not held; without one:
    nothing is known. With NOT_YET the version is the one to come; with REPEALED the
    last one, and `by` is the title of what ended it, if that is known.
    """

    status: Status
    version: VersionView | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question about a unit on a day: no unit unless in force."""

    standing: Standing
    unit: UnitView | None = None


def standing(title: str, as_of: date) -> Standing:
    """How a statute stood on a day."""
    return stood(title, versions_of(title), as_of)


def stood(title: str, known: list[VersionView], as_of: date) -> Standing:
    """How a statute stood on a day, by the versions known of it."""
    if not known:
        return _without_versions(title, as_of)
    begun = [one for one in known if (one.valid_from or date.min) <= as_of]
    if not begun:
        return _to_come(known[0])
    last = begun[-1]
    if last.valid_to and last.valid_to <= as_of:
        return Standing(Status.REPEALED, last, last.repealed_by)
    return Standing(Status.IN_FORCE if last.held else Status.NOT_HELD, last)


def version_at(title: str, as_of: date) -> VersionView | None:
    """The version in force on a day, if its text is held."""
    found = standing(title, as_of)
    return found.version if found.status is Status.IN_FORCE else None


def text(address: Address | str, as_of: date | None = None) -> Found:
    """A unit as of a day; without a day, as of that of the address.

    Raises:
        NoAddress: The words are no address.
        ValueError: Neither the address nor the caller tells a day.
    """
    meant = parse(address) if isinstance(address, str) else address
    day = as_of or meant.on
    if day is None:
        raise ValueError(str(meant))
    found = standing(meant.law, day)
    if found.status is not Status.IN_FORCE or found.version is None:
        return Found(found)
    if meant.article is not None and meant.steps[0] is meant.article:
        return Found(found, _in_article(found.version.id, meant))
    return Found(found, unit(found.version.id, meant.place))


def _in_article(version_id: int, meant: Address) -> UnitView | None:
    """An article, or a unit of one."""
    article, place = meant.steps[0], meant.place
    for top in article_units(version_id, article.number, article.suffix):
        for one in top.walk():
            if one.address == place:
                return one
    return None


def unit(version_id: int, place: str) -> UnitView | None:
    """A unit of a version with all its parts."""
    rows = Unit.objects.filter(version=version_id)
    head = rows.filter(address=place).values_list("path", flat=True).first()
    if head is None:
        return None
    whole = nested(flat(rows.filter(path__gte=head, path__lt=f"{head}:")))
    return whole[0]


def units(version_id: int) -> tuple[UnitView, ...]:
    """Everything in a version, nested, in reading order."""
    return nested(flat(Unit.objects.filter(version=version_id)))


def _without_versions(title: str, as_of: date) -> Standing:
    """A statute that is only known for having been repealed, or not at all."""
    work = (
        Work.objects
        .filter(names__name=key(title), repealed_on__lte=as_of)
        .select_related("repealed_by")
        .first()
    )
    if work is None:
        return Standing(Status.NOT_HELD)
    return Standing(
        Status.REPEALED, None, work.repealed_by.title if work.repealed_by else ""
    )


def _to_come(coming: VersionView) -> Standing:
    """No version has begun; an older text that names the statute proves another."""
    named = TitleSeen.objects.filter(title=coming.title).first()
    if named and coming.adopted_on and named.on < coming.adopted_on:
        return Standing(Status.NOT_HELD)
    return Standing(Status.NOT_YET, coming)
