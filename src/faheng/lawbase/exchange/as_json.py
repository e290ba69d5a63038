"""A statute as JSON: everything that is needed to take it over elsewhere."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from datetime import date

from faheng.lawbase.errors import NoText
from faheng.lawbase.levels import UnitKind
from faheng.lawbase.models import Claim, FileRole, SourceFile, Work
from faheng.lawbase.queries.hot import versions_of
from faheng.lawbase.queries.standing import standing, units
from faheng.lawbase.queries.views import UnitView, VersionView
from faheng.lawbase.status.declare import key

FORM = "faheng-lawbase/1"
Value = object
Row = dict[str, Value]


def as_json(title: str, as_of: date | None = None) -> Row:
    """A statute with all its versions, or only with that of a day.

    Raises:
        NoText: Nothing of it is held, or nothing for that day.
    """
    work = Work.objects.filter(names__name=key(title)).first()
    known = chosen(title, as_of)
    if work is None or not any(one.held for one in known):
        raise NoText(NoText.__doc__)
    return {
        "form": FORM,
        "title": work.title,
        "full_title": work.full_title,
        "level": work.level,
        "issuer": work.issuer,
        "claims": [_claim(one) for one in Claim.objects.filter(work=work)],
        "versions": [_version(one) for one in known],
    }


def chosen(title: str, as_of: date | None) -> list[VersionView]:
    """Every version of a statute, or that in force on a day."""
    if as_of is None:
        return versions_of(title)
    found = standing(title, as_of).version
    return [found] if found and found.in_force(as_of) else []


def _version(one: VersionView) -> Row:
    """A version: its days with their bases, its file, its units."""
    row: Row = {
        "adopted_on": _day(one.adopted_on),
        "valid_from": _day(one.valid_from),
        "valid_from_basis": one.from_basis,
        "valid_from_source": one.from_source,
        "valid_to": _day(one.valid_to),
        "repealed_by": one.repealed_by,
        "held": one.held,
        "address": str(one.address()),
    }
    if one.held:
        row["files"] = [_file(file) for file in _files(one.id)]
        row["units"] = [_unit(unit, one) for unit in _flat(units(one.id))]
    return row


def _files(version: int) -> Iterable[SourceFile]:
    """The file that a version was split from, and the second sources."""
    return SourceFile.objects.filter(version=version).order_by("role", "pk")


def _file(file: SourceFile) -> Row:
    """A file with its bytes and, if a person corrected it, the corrected text."""
    corrected = file.corrections.order_by("-pk").first()
    row: Row = {
        "name": file.name,
        "origin": file.source,
        "format": file.format,
        "second": file.role == FileRole.SECOND,
        "sha256": file.sha256,
        "base64": base64.b64encode(bytes(file.original)).decode(),
    }
    if corrected:
        row["corrected_text"] = corrected.text
    return row


def _flat(tops: Iterable[UnitView]) -> Iterator[UnitView]:
    """Units one after the other."""
    for top in tops:
        yield from top.walk()


def _unit(unit: UnitView, version: VersionView) -> Row:
    """A unit with its address, and how the address is read."""
    row: Row = {
        "address": unit.address,
        "kind": unit.kind,
        "level": UnitKind(unit.kind).label,
        "label": unit.label,
        "text": unit.text,
        "lines": [unit.line_from, unit.line_to],
        "cited_as": version.address(unit.address).printed(),
    }
    return row


def _claim(one: Claim) -> Row:
    """What a source says."""
    return {
        "what": one.what,
        "basis": one.basis,
        "on": _day(one.on),
        "about_on": _day(one.about_on),
        "value": one.value,
        "said": one.said,
        "source": one.source,
    }


def _day(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None
