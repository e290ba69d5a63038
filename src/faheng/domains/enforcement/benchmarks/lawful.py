"""What the law allows: out of the catalogue, or a reading that a person confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from faheng.domains.enforcement.benchmarks.checks import Range
from faheng.domains.enforcement.benchmarks.cited import provisions_of
from faheng.domains.enforcement.item_fines import FineMode, bracket_of
from faheng.domains.enforcement.kinds import FineBase, PenaltyKind, ProvisionRole
from faheng.domains.enforcement.provisions import Provision
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.lawbase.models import PenaltyReading, ReadingState, TermRole
from faheng.lawbase.queries import version_at

KINDS = {str(kind.label): kind.value for kind in PenaltyKind}
UNITS = {FineMode.FIXED: "fen", FineMode.MULTIPLE: "times", FineMode.PERCENT: "percent"}
READ_UNITS = {"fixed": "fen", "multiple": "times", "percent": "percent"}
FEN, THOUSANDTHS = 100, 1000
PEOPLE = ("人员", "负责人", "个人")


def statutory(citation: str, on: date) -> tuple[Range, ...]:
    """Give the ranges that a citation allows, one for each unit; none is unknown."""
    found = [
        one
        for provision in provisions_of(citation)
        for one in (list(_of_items(provision, on)) or list(_of_reading(provision, on)))
    ]
    units = dict.fromkeys(one.unit for one in found)
    return tuple(
        Range(min(o.low for o in same), max(o.high for o in same), unit)
        for unit in units
        for same in [[one for one in found if one.unit == unit]]
    )


def kinds(citation: str, on: date) -> frozenset[str] | None:
    """Give the kinds of penalty that a citation allows; none where nobody said."""
    found: set[str] = set()
    for provision in provisions_of(citation):
        own = {
            str(row.kind) for item in _items(provision, on) for row in item.kinds.all()
        }
        found |= own or _read_kinds(provision, on)
    return frozenset(found) or None


def _items(provision: Provision, on: date) -> Iterable[EnforcementItem]:
    """Give the items that a provision punishes on a day."""
    lasts = Q(valid_until__isnull=True) | Q(valid_until__gte=on)
    return (
        EnforcementItem.objects
        .filter(
            lasts,
            valid_from__lte=on,
            provisions__role=ProvisionRole.PENALTY,
            provisions__law=provision.law,
            provisions__article=provision.article,
            provisions__suffix=provision.suffix,
            provisions__para=provision.para,
            provisions__item_no=provision.item_no,
        )
        .distinct()
        .prefetch_related("kinds", "fines")
    )


def _of_items(provision: Provision, on: date) -> Iterator[Range]:
    for item in _items(provision, on):
        brackets = [bracket_of(row) for row in item.fines.all()]
        for one in brackets:
            scale = FEN if one.mode == FineMode.FIXED else THOUSANDTHS
            low, high = int((one.low or 0) * scale), int(one.high * scale)
            yield Range(low, high, UNITS[FineMode(one.mode)])
        fixed = item.fine_base == FineBase.FIXED and item.fine_max is not None
        if fixed and not brackets:
            yield Range(item.fine_min or 0, item.fine_max or 0)


def _reading(provision: Provision, on: date) -> PenaltyReading | None:
    """Give the reading of a paragraph, once a person confirmed it."""
    version = version_at(provision.law, on)
    if version is None:
        return None
    suffix = f"-{provision.suffix}" if provision.suffix else ""
    place = f"a{provision.article}{suffix}/p{provision.para or 1}"
    return (
        PenaltyReading.objects
        .filter(unit__version=version.id, unit__address=place)
        .exclude(state=ReadingState.SUGGESTED)
        .prefetch_related("fines", "terms")
        .first()
    )


def _of_reading(provision: Provision, on: date) -> Iterator[Range]:
    reading = _reading(provision, on)
    if reading is None:
        return
    fines = [one for one in reading.fines.all() if one.max is not None]
    # Fines of the people responsible are another range than the unit's.
    own = [one for one in fines if not any(w in (one.subject or "") for w in PEOPLE)]
    for one in own or fines:
        unit = READ_UNITS.get(one.base)
        if unit is None or one.max is None:
            continue
        scale = FEN if unit == "fen" else THOUSANDTHS
        yield Range(round((one.min or 0) * scale), round(one.max * scale), unit)


def _read_kinds(provision: Provision, on: date) -> set[str]:
    reading = _reading(provision, on)
    if reading is None:
        return set()
    said = (one.text for one in reading.terms.all() if one.role == TermRole.KIND)
    return {KINDS[text] for text in said if text in KINDS}
