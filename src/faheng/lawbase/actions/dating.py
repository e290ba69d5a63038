"""What sources claim about dates, and the versions that follow from it.

Claims are kept as said. The days of a version are worked out from all claims about
its statute anew each time one comes in, the surest basis first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import zip_longest

from faheng.lawbase.models import Claim, ClaimKind, DateBasis, Version, Work

ORDER = {basis.value: place for place, basis in enumerate(DateBasis)}
PROVING = {ClaimKind.ADOPTED, ClaimKind.EFFECTIVE}
SETTLED = (
    "adopted_basis",
    "adopted_source",
    "valid_from",
    "from_basis",
    "from_source",
    "valid_to",
    "to_basis",
    "to_source",
    "replaced_by_id",
    "repealed_by_id",
)


def settle(work: Work, at: datetime) -> None:
    """Work the versions and their days out from what is claimed."""
    claims = list(Claim.objects.filter(work=work))
    versions = list(Version.objects.filter(work=work))
    versions += _proven(work, claims, versions, at)
    before = {one.pk: _days(one) for one in versions}
    for one in versions:
        _adoption(one, claims)
    _begin(versions, claims)
    _settle_repeal(work, claims)
    ordered = sorted(versions, key=_order)
    for one, following in zip_longest(ordered, ordered[1:]):
        _end(one, following, work, claims)
    for one in versions:
        if _days(one) != before[one.pk]:
            one.save()


def _proven(
    work: Work, claims: Sequence[Claim], versions: Sequence[Version], at: datetime
) -> list[Version]:
    """New rows for versions that are claimed to have been, and are not held."""
    known = {one.adopted_on for one in versions}
    told = {
        one.about_on
        for one in claims
        if one.what in PROVING and one.about_on not in known
    }
    return [
        Version.objects.create(
            work=work,
            adopted_on=day,
            adopted_basis=DateBasis.CLAIM,
            from_basis=DateBasis.ASSUMED,
            recorded_at=at,
        )
        for day in sorted(day for day in told if day)
    ]


def _adoption(version: Version, claims: Sequence[Claim]) -> None:
    """The surest claim that a version was adopted on its day."""
    best = _best(
        one
        for one in claims
        if one.what == ClaimKind.ADOPTED and one.about_on == version.adopted_on
    )
    if best:
        version.adopted_basis, version.adopted_source = best.basis, best.said


def _begin(versions: Sequence[Version], claims: Sequence[Claim]) -> None:
    """The first day of each version: as claimed, else the day of its adoption."""
    meant: dict[date | None, list[Claim]] = {}
    days = [one.adopted_on for one in versions]
    for claim in claims:
        if claim.what == ClaimKind.EFFECTIVE and claim.on:
            meant.setdefault(_meant(claim, days), []).append(claim)
    for version in versions:
        best = _best(
            one
            for one in meant.get(version.adopted_on, ())
            if not version.adopted_on or (one.on and one.on >= version.adopted_on)
        )
        version.valid_from = best.on if best else version.adopted_on
        version.from_basis = best.basis if best else DateBasis.ASSUMED
        version.from_source = best.said if best else ""


def _meant(claim: Claim, days: Sequence[date | None]) -> date | None:
    """The day of adoption of the version that a day of taking effect is about."""
    if claim.about_on:
        return claim.about_on
    return max(
        (day for day in days if day and claim.on and day <= claim.on), default=None
    )


def _settle_repeal(work: Work, claims: Sequence[Claim]) -> None:
    """The last repeal that is claimed."""
    told = [one for one in claims if one.what == ClaimKind.REPEALED]
    days = [(day, one) for one in told if (day := one.on or _beginning(one))]
    day, claim = max(days, key=lambda pair: pair[0], default=(None, None))
    by = Work.objects.filter(title=claim.value).first() if claim else None
    found = (day, by.pk if by else None, claim.said if claim else "")
    if found != (work.repealed_on, work.repealed_by_id, work.repeal_source):
        work.repealed_on, work.repealed_by_id, work.repeal_source = found
        work.save()


def _beginning(claim: Claim) -> date | None:
    """The first day of the version that repeals another statute."""
    version = Version.objects.filter(
        work__title=claim.value, adopted_on=claim.about_on
    ).first()
    return version.valid_from if version else None


def _end(
    version: Version, following: Version | None, work: Work, claims: Sequence[Claim]
) -> None:
    """The day from which a version is no longer in force, and why."""
    version.valid_to, version.to_basis, version.to_source = None, "", ""
    version.replaced_by = version.repealed_by = None
    if following:
        version.valid_to = following.valid_from
        version.to_basis, version.to_source = (
            following.from_basis,
            following.from_source,
        )
        version.replaced_by = following
    if _is_repealed_first(version, following, work.repealed_on):
        version.valid_to = work.repealed_on
        version.to_basis, version.to_source = DateBasis.TEXT, work.repeal_source
        version.replaced_by, version.repealed_by = None, work.repealed_by
    if version.valid_to is None:
        _end_as_claimed(version, claims)


def _is_repealed_first(
    version: Version, following: Version | None, repealed_on: date | None
) -> bool:
    """Whether a repeal takes effect while a version is in force."""
    if repealed_on is None or repealed_on <= (version.valid_from or date.min):
        return False
    return following is None or repealed_on < (following.valid_from or date.min)


def _end_as_claimed(version: Version, claims: Sequence[Claim]) -> None:
    """The end that a source tells where nothing else does."""
    told = _best(
        one
        for one in claims
        if one.what == ClaimKind.ENDS and one.about_on == version.adopted_on
    )
    if told:
        version.valid_to, version.to_basis = told.on, told.basis
        version.to_source = told.said


def _best(claims: Iterable[Claim]) -> Claim | None:
    """The surest of some claims; the first of equals."""
    return min(claims, key=lambda one: ORDER[one.basis], default=None)


def _order(version: Version) -> tuple[date, date]:
    """The order of versions."""
    return version.valid_from or date.min, version.adopted_on or date.min


def _days(version: Version) -> tuple[object, ...]:
    """What is worked out of a version."""
    return tuple(getattr(version, name) for name in SETTLED)
