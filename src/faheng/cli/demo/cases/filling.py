"""Filling in what a step asks for, whatever it asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from faheng.cli.demo.cases.plans import Line
from faheng.cli.demo.cases.scene import Scene
from faheng.cli.demo.cases.values import MAKERS, told
from faheng.cli.demo.cases.weighing import facts_of
from faheng.cli.demo.data import table
from faheng.kernel.cases.forms import adds_of, file_form, row_form, row_name


def values(scene: Scene, line: Line) -> dict[str, Any]:
    """Give what a step asks for: what the line says, and the rest as it should be."""
    form = file_form(scene.procedure, scene.step, scene.case, scene.on)
    found = {
        name: _field(scene, "", name, shape, line.given)
        for name, shape in form.fields.items()
        if name in line.given or name in scene.step.asks or _usual("", name)
    }
    for adds in adds_of(scene.step):
        name = row_name(adds.model)
        given = line.given.get(name)
        if given is None:
            given = _standard(scene, name, adds.least)
        shape = row_form(adds.model, scene.case, scene.on)
        found[name] = [_row(scene, name, shape, row) for row in given]
    return found


def _standard(scene: Scene, name: str, least: int) -> list[Mapping[str, Any]]:
    """The rows of a table that is given as a rule."""
    if name == "case_officer":
        return [{"person": p.pk, "is_lead": i == 0} for i, p in _handling(scene)]
    if name == "weighed_fact":
        return facts_of(scene)
    known: list[Mapping[str, Any]] | None = table("words")["rows"].get(name)
    return known or [{}] * least


def _handling(scene: Scene) -> list[tuple[int, Any]]:
    """The officers with their places."""
    return list(enumerate(scene.matter.officers))


def _row(
    scene: Scene, name: str, form: forms.Form, given: Mapping[str, Any]
) -> dict[str, Any]:
    """One row of a child table."""
    return {
        field: _field(scene, name, field, shape, given)
        for field, shape in form.fields.items()
        if field in given or shape.required or _usual(name, field)
    }


def _usual(row: str, field: str) -> bool:
    """Whether something is filled in although it need not be."""
    own = f"{row}.{field}"
    return own in MAKERS or field in table("words").get(row or "file_usual", {})


def _field(
    scene: Scene, row: str, name: str, shape: forms.Field, given: Mapping[str, Any]
) -> Any:
    """The value of one field: as told, as composed, as made, or as its type has it."""
    if name in given:
        return _told(scene, shape, given[name])
    words = table("words")
    pool = words.get(row or "file_usual", {}).get(name) or words["fields"].get(name)
    if pool:
        return told(scene, scene.luck.choice(pool))
    maker = MAKERS.get(f"{row}.{name}") or MAKERS.get(name)
    return maker(scene) if maker else _by_type(scene, shape)


def _told(scene: Scene, shape: forms.Field, value: Any) -> Any:
    """What a plan says; "@row#1" is the second of the rows that are offered."""
    if isinstance(value, str) and value.startswith("@row#"):
        offered: Any = shape
        return offered.queryset.order_by("pk")[int(value[5:])].pk
    return told(scene, value)


def _by_type(scene: Scene, shape: forms.Field) -> Any:
    """A value that a field of that type takes."""
    if isinstance(shape, forms.BooleanField):
        return True
    if isinstance(shape, forms.ModelChoiceField):
        first = shape.queryset.first() if shape.queryset is not None else None
        return first.pk if first else None
    if isinstance(shape, forms.ChoiceField):
        listed: Any = shape.choices
        return next(value for value, _ in listed if value)
    if isinstance(shape, forms.DateTimeField):
        return scene.at
    if isinstance(shape, forms.DateField):
        return scene.on
    if isinstance(shape, forms.IntegerField):
        return 1
    text = f"{shape.label}：经核对无误，同意按规定办理。"
    longest = getattr(shape, "max_length", None)
    return text[:longest] if longest else text
