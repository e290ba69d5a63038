"""时间线: who did what, when, in which role, and what was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal, cast

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext

from faheng.kernel.cases.fields import FenField
from faheng.kernel.cases.forms import adds_of, row_form, row_name
from faheng.kernel.cases.models import Act, Course, Door
from faheng.kernel.cases.queries import said_by, title_of
from faheng.kernel.law.declare import Basis
from faheng.kernel.pages.names import in_english, listed, named, titled
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.lib.identifiers import mask_citizen_id
from faheng.lib.text import yuan
from faheng.web import words

APART = timedelta(minutes=2)
QUOTED = 300


def _masked_phone(text: str) -> str:
    return f"{text[:3]}****{text[-2:]}"


_HIDDEN: dict[str, Callable[[str], str]] = {
    "id_no": mask_citizen_id,
    "phone": _masked_phone,
}


@dataclass(frozen=True)
class Given:
    """One value that an act was given; free when somebody wrote it in words."""

    name: str
    value: str
    free: bool = False


@dataclass(frozen=True)
class Entry:
    """One act of the record, with its times where they differ."""

    seq: int
    at: datetime
    title: str
    person: str
    role: str
    track: str
    weight: Literal["", "big", "warn"]
    afterwards: bool
    recorded_at: datetime | None
    client_at: datetime | None
    said: str
    given: tuple[Given, ...]
    citation: Basis | None


def entries(found: Sequence[Act], defective: Iterable[int] = ()) -> tuple[Entry, ...]:
    """The acts of a case as entries, in the order given.

    Args:
        found: the acts, with actor, course and detail.
        defective: keys of acts beside which something is wrong.
    """
    wrong = set(defective)
    return tuple(_entry(act, defective=act.pk in wrong) for act in found)


def _entry(act: Act, *, defective: bool) -> Entry:
    step = PROCEDURES[act.course.procedure].steps().get(act.step)
    given = _given(act)
    said = next((one.value for one in given if one.free), "")
    late = abs(act.recorded_at - act.occurred_at) > APART
    other = act.client_at and abs(act.client_at - act.recorded_at) > APART
    weighty = act.stage_to != act.stage_from
    return Entry(
        seq=act.seq,
        at=act.occurred_at,
        title=named(act.step, title_of(act)),
        person=act.actor.name,
        role=titled(Role(act.role)),
        track=_track(act.course),
        weight="warn" if defective else ("big" if weighty else ""),
        afterwards=act.door == Door.AFTERWARDS,
        recorded_at=act.recorded_at if late else None,
        client_at=act.client_at if other else None,
        said=said if len(said) <= QUOTED else f"{said[:QUOTED]}…",
        given=tuple(given),
        citation=step.basis if step else None,
    )


def _track(course: Course) -> str:
    return titled(PROCEDURES[course.procedure]) if course.track else ""


def _given(act: Act) -> list[Given]:
    """What was given, by the names that the form used."""
    procedure = PROCEDURES[act.course.procedure]
    step = procedure.steps().get(act.step)
    kept = said_by(act)
    found: list[Given] = []
    if step is None:
        return found
    for name in (*step.asks, *step.optional):
        field = _field(procedure.file, name)
        value = _shown(kept.get(name), field)
        free = isinstance(field, models.TextField)
        found += (
            [Given(named(name, str(field.verbose_name)), value, free)] if value else []
        )
    for adds in adds_of(step):
        key = row_name(adds.model)
        title = named(key, str(adds.model._meta.verbose_name))  # noqa: SLF001
        for row in kept.get(key) or []:
            found.append(Given(title, _row(adds.model, row)))
    return found


def _field(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name)  # noqa: SLF001 - Django's own name


def _row(model: type[Any], row: dict[str, Any]) -> str:
    """Join the values of a child row, each with its label."""
    form = row_form(model, None, date.min)
    said = []
    for name, field in form.fields.items():
        value = _plain(name, row.get(name), _choices(field))
        if value:
            said.append(f"{named(name, str(field.label))} {value}")
    return ("; " if in_english() else "；").join(said)


def _choices(field: forms.Field) -> dict[Any, Any]:
    """The words of a closed list; rows of a table carry their own."""
    rows = isinstance(field, forms.ModelChoiceField)
    if rows or not isinstance(field, forms.ChoiceField):
        return {}
    return dict(cast("Iterable[tuple[Any, Any]]", field.choices))


def _plain(name: str, value: Any, choices: dict[Any, Any]) -> str:
    if isinstance(value, str) and value in choices:
        return named(value, str(choices[value]))
    if isinstance(value, str) and value and name in _HIDDEN:
        return _HIDDEN[name](value)
    return _said(value)


def _shown(value: Any, field: Any) -> str:
    if isinstance(field, FenField) and isinstance(value, int):
        return gettext("%(value)s 元") % {"value": yuan(value)}
    choices = dict(getattr(field, "flatchoices", None) or ())
    return _plain(field.name, value, choices)


def _said(value: Any) -> str:
    if value is None or value == "" or value is False:
        return ""
    if value is True:
        return gettext("是")
    if isinstance(value, dict):
        return str(value.get("says", ""))
    if isinstance(value, list):
        return listed(filter(None, (_said(inner) for inner in value)))
    return _dated(value) if isinstance(value, str) else str(value)


def _dated(value: str) -> str:
    """Say stored days and moments as people do."""
    if len(value) > len("2026-05-14T09:00:00.000000+00:00") or not value[:4].isdigit():
        return value
    try:
        moment = parse_datetime(value) if "T" in value else None
        day = parse_date(value)
    except ValueError:
        return value
    if moment is not None:
        return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
    return words.short_date(day, date.min) if day else value
