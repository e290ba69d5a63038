"""Forms made from declarations: the same for a page, the API and a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any

from django import forms
from django.db import models
from django.forms.models import fields_for_model

from faheng.kernel.cases.errors import Problem
from faheng.kernel.cases.models import Case, Service
from faheng.kernel.documents.declare import snake
from faheng.kernel.procedures.declare import PROCEDURES, Adds, Procedure, Step

YEARS = range(1900, 2201)
"""Years in which something of a case can lie."""


@dataclass
class Cleaned:
    """What a step was given, after reading.

    Attributes:
        file: values of the case file by name.
        rows: for each child table, by its name, the rows given.
        problems: what could not be read.
    """

    file: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def given(self) -> dict[str, Any]:
        """Return everything in one mapping."""
        return {**self.file, **self.rows}


def row_name(model: type[models.Model]) -> str:
    """Return the name under which rows of a table are given: "case_officer"."""
    return snake(model.__name__)


def adds_of(step: Step) -> list[Adds]:
    """Return the child rows a step takes; a step that serves takes a delivery."""
    served = [Adds(Service)] if step.serves else []
    return [*step.adds, *served]


@cache
def _file_form(procedure_key: str, key: str) -> type[forms.Form]:
    procedure = PROCEDURES[procedure_key]
    step = procedure.steps()[key]
    names = [*step.asks, *step.optional]
    made = fields_for_model(procedure.file, fields=names)
    for name in names:
        optional = name in step.optional or isinstance(made[name], forms.BooleanField)
        made[name].required = not optional
    ordered = {name: made[name] for name in names}
    return type(f"{procedure.__name__}_{key}", (forms.Form,), ordered)


_ROW_FORMS: dict[type[Any], type[forms.Form]] = {}


def _row_form(model: type[Any]) -> type[forms.Form]:
    if model not in _ROW_FORMS:
        made = type(model.__name__, (forms.Form,), dict(fields_for_model(model)))
        # A table may have a column of that name.
        own = model.form() if callable(model.form) else None
        _ROW_FORMS[model] = own or made
    return _ROW_FORMS[model]


def file_form(  # noqa: PLR0913 - Django's form has as many
    procedure: type[Procedure],
    step: Step,
    case: Case | None,
    on: date,
    data: Mapping[str, Any] | None = None,
    initial: Mapping[str, Any] | None = None,
) -> forms.Form:
    """Return the form for the case file's part of a step."""
    form = _file_form(procedure.key, step.key)(data, initial=dict(initial or {}))
    _narrow(form, procedure.file, case, on)
    return form


def row_form(
    model: type[Any],
    case: Case | None,
    on: date,
    data: Mapping[str, Any] | None = None,
    prefix: str | None = None,
) -> forms.Form:
    """Return the form for one row of a child table."""
    form = _row_form(model)(data, prefix=prefix)
    _narrow(form, model, case, on)
    return form


def _narrow(form: forms.Form, model: type[Any], case: Case | None, on: date) -> None:
    if case is None:
        return
    for name, made in form.fields.items():
        if isinstance(made, forms.ModelChoiceField):
            offered = model.choices(name, case, on)
            if offered is not None:
                made.queryset = offered


def clean(
    procedure: type[Procedure],
    step: Step,
    case: Case,
    on: date,
    values: Mapping[str, Any],
) -> Cleaned:
    """Read what a step was given: fields by name, child rows as lists of mappings."""
    cleaned = Cleaned()
    form = file_form(procedure, step, case, on, _plain(values))
    cleaned.file = _read(form, "", cleaned.problems)
    for adds in adds_of(step):
        _clean_rows(cleaned, adds, case, on, values.get(row_name(adds.model)) or [])
    return cleaned


def _clean_rows(cleaned: Cleaned, adds: Adds, case: Case, on: date, rows: Any) -> None:
    name = row_name(adds.model)
    title = adds.model._meta.verbose_name  # noqa: SLF001 - Django's own name
    given = _listed(rows)
    if given is None:
        cleaned.problems.append(Problem(f"{title}的格式不对", field=name))
        return
    if len(given) < adds.least:
        lacking = f"缺少{title}，至少 {adds.least} 项"
        cleaned.problems.append(Problem(lacking, field=name, key="missing"))
    if adds.most is not None and len(given) > adds.most:
        cleaned.problems.append(Problem(f"{title}至多 {adds.most} 项", field=name))
    cleaned.rows[name] = []
    for place, row in enumerate(given):
        form = row_form(adds.model, case, on, _plain(row))
        read = _read(form, f"{name}-{place}-", cleaned.problems)
        cleaned.rows[name].append(read)


def _listed(rows: Any) -> list[Mapping[str, Any]] | None:
    """Return rows as a list; None for anything that is no rows."""
    given = [rows] if isinstance(rows, Mapping) else rows
    if not isinstance(given, list | tuple):
        return None
    if not all(isinstance(row, Mapping) for row in given):
        return None
    return list(given)


def _read(form: forms.Form, prefix: str, problems: list[Problem]) -> dict[str, Any]:
    """Read a form; whatever a program may have sent ends in a problem, not a fault."""
    for name, shape in form.fields.items():
        if name in form.data and not _is_shaped(shape, form.data[name]):
            label = str(shape.label or name)
            problems.append(Problem(f"{label}：格式不对", field=f"{prefix}{name}"))
            form.data = {**form.data, name: None}
    form.is_valid()
    problems += _problems(form, prefix)
    problems += _misdated(form, prefix)
    return dict(form.cleaned_data)


def _is_shaped(shape: forms.Field, value: Any) -> bool:
    """Tell whether a field can read a value of this type at all."""
    several = isinstance(
        shape, forms.MultipleChoiceField | forms.ModelMultipleChoiceField
    )
    if several or isinstance(shape, forms.JSONField | forms.FileField):
        return True
    if isinstance(shape, forms.DateField | forms.DateTimeField | forms.TimeField):
        return value is None or isinstance(value, str | date | time)
    return value is None or isinstance(value, str | int | float | date | Decimal)


def _misdated(form: forms.Form, prefix: str) -> list[Problem]:
    """Find dates so far off that they cannot be told in every zone."""
    return [
        Problem(f"{form.fields[name].label}：年份不对", field=f"{prefix}{name}")
        for name, value in form.cleaned_data.items()
        if isinstance(value, date) and value.year not in YEARS
    ]


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn model instances into keys, so that scenarios may give either."""
    return {
        name: value.pk if isinstance(value, models.Model) else value
        for name, value in values.items()
    }


def _problems(form: forms.Form, prefix: str) -> list[Problem]:
    found = []
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        for error in errors.as_data():
            key = "missing" if error.code == "required" else "input"
            found += [
                Problem(
                    _sentence(str(label or ""), m), field=f"{prefix}{name}", key=key
                )
                for m in error.messages
            ]
    return found


def _sentence(label: str, message: str) -> str:
    return f"{label}：{message}".rstrip("。") if label else message.rstrip("。")
