"""What a step asks for, as JSON Schema made from its forms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from faheng.kernel.cases.errors import Problem, StepRefused
from faheng.kernel.cases.fields import YuanInput
from faheng.kernel.cases.forms import adds_of, file_form, row_form, row_name
from faheng.kernel.cases.models import Case
from faheng.kernel.procedures.declare import Adds, Procedure, Step

MOST_OFFERED = 200
Schema = dict[str, Any]

_KINDS: tuple[tuple[type[forms.Field], Schema], ...] = (
    (YuanInput, {"type": ["string", "integer"], "x-unit": "字符串为元，整数为分"}),
    (forms.BooleanField, {"type": "boolean"}),
    (forms.DateTimeField, {"type": "string", "format": "date-time"}),
    (forms.DateField, {"type": "string", "format": "date"}),
    (forms.TimeField, {"type": "string", "format": "time"}),
    (forms.DecimalField, {"type": ["string", "number"]}),
    (forms.IntegerField, {"type": "integer"}),
    (forms.JSONField, {}),
)


def shape_of(
    procedure: type[Procedure], step: Step, case: Case | None, on: date
) -> Schema:
    """Return the schema of a step's `values`.

    Args:
        procedure: whose step it is.
        step: what is to be taken.
        case: narrows what may be chosen; None leaves keys of other tables open.
        on: the day of the act.
    """
    schema = _object(file_form(procedure, step, case, on), offered=case is not None)
    for adds in adds_of(step):
        name = row_name(adds.model)
        schema["properties"][name] = _rows(adds, case, on)
        if adds.least:
            schema["required"].append(name)
    return schema


def refuse_strange(
    procedure: type[Procedure], step: Step, values: Mapping[str, Any]
) -> None:
    """Refuse names that a step does not ask for: a typing error must not be lost.

    Raises:
        StepRefused: there are some.
    """
    known = {*step.asks, *step.optional, *(row_name(a.model) for a in adds_of(step))}
    strange = sorted(set(values) - known)
    if strange:
        raise StepRefused([
            Problem(f"“{step.title}”没有“{name}”这一项", field=name) for name in strange
        ])


def _rows(adds: Adds, case: Case | None, on: date) -> Schema:
    shape: Schema = {
        "type": "array",
        "title": str(adds.model._meta.verbose_name),  # noqa: SLF001 - Django's own name
        "items": _object(row_form(adds.model, case, on), offered=case is not None),
        "minItems": adds.least,
    }
    return shape if adds.most is None else shape | {"maxItems": adds.most}


def _object(form: forms.BaseForm, *, offered: bool) -> Schema:
    return {
        "type": "object",
        "properties": {
            name: _field(field, offered=offered) for name, field in form.fields.items()
        },
        "required": [name for name, field in form.fields.items() if field.required],
        "additionalProperties": False,
    }


def _field(field: forms.Field, *, offered: bool) -> Schema:
    shape: Schema = {"title": str(field.label or "")}
    if field.help_text:
        shape["description"] = str(field.help_text)
    if isinstance(field, forms.ModelMultipleChoiceField):
        chosen = _chosen(field, offered=offered)
        return shape | {"type": "array", "items": chosen}
    if isinstance(field, forms.ModelChoiceField):
        return shape | _chosen(field, offered=offered)
    if isinstance(field, forms.MultipleChoiceField):
        return shape | {"type": "array", "items": _listed(field)}
    if isinstance(field, forms.ChoiceField):
        return shape | _listed(field)
    return shape | _typed(field)


def _typed(field: forms.Field) -> Schema:
    for kind, schema in _KINDS:
        if isinstance(field, kind):
            return schema
    longest = getattr(field, "max_length", None)
    return {"type": "string"} | ({"maxLength": longest} if longest else {})


def _listed(field: forms.ChoiceField) -> Schema:
    choices: Any = field.choices
    pairs = [(str(value), str(title)) for value, title in choices if value != ""]
    return {"type": "string", "oneOf": [{"const": v, "title": t} for v, t in pairs]}


def _chosen(field: forms.ModelChoiceField[Any], *, offered: bool) -> Schema:
    shape: Schema = {"type": "integer"}
    if not offered or field.queryset is None:
        return shape
    rows = list(field.queryset[: MOST_OFFERED + 1])
    if len(rows) > MOST_OFFERED:
        return shape
    return shape | {"oneOf": [{"const": row.pk, "title": str(row)} for row in rows]}
