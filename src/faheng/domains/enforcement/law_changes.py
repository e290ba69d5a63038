"""Telling the heads of organs what a new version of a law touches of theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from faheng.domains.enforcement.registers import Power
from faheng.domains.enforcement.resting import Resting, Sort, resting_on
from faheng.kernel.cases.models import Notice
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment, Organ
from faheng.kernel.parties.queries import valid_on
from faheng.lawbase.models import Lineage, LineageKind, SuggestionState, Version
from faheng.lawbase.models import UnitKind as Kind

SAID = (
    "《{title}》{day}起的版本动了本机关 {n} 处依据"
    "（事项 {items}，基准和清单 {others}），请核对清单"
)


def tell_owners(version: Version, link: str, at: datetime) -> int:
    """Tell the head of each organ once of a version; how many were told.

    Args:
        version: the new one, with where its articles come from.
        link: the address of the list of what it touches.
        at: when they are told.
    """
    today = timezone.localdate(at)
    begins = version.valid_from or version.adopted_on or today
    by_organ = _by_organ(_resting(version, max(today, begins)), today)
    told = 0
    for person, rows in _by_head(by_organ, today).items():
        known = Notice.objects.filter(person=person, link=link).exists()
        if not known:
            text = _sentence(version, begins, rows)
            Notice.objects.create(person_id=person, text=text, link=link, created_at=at)
            told += 1
    return told


def news(titles: Iterable[str], at: datetime) -> list[Version]:
    """Give the versions just stored of some statutes that change one held before.

    Those that came in together with the version before are nothing new: nobody has
    worked with the older one here.
    """
    found = []
    works = set(titles)
    held = Version.objects.filter(held=True, work__full_title__in=works)
    for version in held.filter(files__recorded_at=at).distinct():
        older = Version.objects.filter(
            held=True, work=version.work_id, valid_from__lt=version.valid_from
        ).exclude(pk=version.pk)
        if older.filter(files__recorded_at__lt=at).exists():
            found.append(version)
    return found


def touched_articles(version: Version) -> set[tuple[int, int]]:
    """Give the articles of the version before that did not stay as they were."""
    rows = (
        Lineage.objects
        .filter(later=version, before__kind=Kind.ARTICLE)
        .filter(~Q(kind=LineageKind.SAME) | Q(renumbered=True))
        .exclude(state=SuggestionState.REJECTED)
        .values_list("before__article", "before__article_suffix")
    )
    return {(number or 0, suffix) for number, suffix in rows}


def _resting(version: Version, day: date) -> list[Resting]:
    """What is in force on a day and rests on what a version changed or repealed."""
    touched = touched_articles(version)
    names = set(version.work.names.values_list("name", flat=True))
    found = [
        one
        for one in resting_on(day, names)
        if (one.reference.article, one.reference.suffix) in touched
    ]
    gone = version.work.repeals.filter(repealed_on=version.valid_from)
    ended = set(gone.values_list("names__name", flat=True)) - {None}
    return [*found, *(resting_on(day, ended) if ended else ())]


def _by_organ(found: list[Resting], today: date) -> dict[int, set[Resting]]:
    """What was found by the organs that hold power for it or issued it."""
    rows: defaultdict[int, set[Resting]] = defaultdict(set)
    codes = {one.code for one in found if one.sort is Sort.ITEM}
    powers = Power.objects.on(today).filter(item__code__in=codes, street=False)
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for code, organ in powers.values_list("item__code", "organ"):
        holders[code].add(organ)
    issuers = dict(
        Organ.objects.filter(name__in={one.owner for one in found}).values_list(
            "name", "pk"
        )
    )
    for one in found:
        issuer = {issuers[one.owner]} if one.owner in issuers else set()
        for organ in holders[one.code] if one.sort is Sort.ITEM else issuer:
            rows[organ].add(one)
    return rows


def _by_head(by_organ: dict[int, set[Resting]], today: date) -> dict[int, set[Resting]]:
    """What each head is told of: of all organs that they head."""
    heads = Appointment.objects.filter(
        valid_on(today), organ__in=by_organ, role=Role.HEAD
    )
    found: defaultdict[int, set[Resting]] = defaultdict(set)
    for person, organ in heads.values_list("person", "organ"):
        found[person] |= by_organ[organ]
    return found


def _sentence(version: Version, begins: date, rows: set[Resting]) -> str:
    items = sum(one.sort is Sort.ITEM for one in rows)
    day = f"{begins.year}年{begins.month}月{begins.day}日"
    return SAID.format(
        title=version.work.title[:120],
        day=day,
        n=len(rows),
        items=items,
        others=len(rows) - items,
    )
