"""The form of a step: fields of the file, child rows, and when it happened."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django import forms
from django.forms import Form
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from faheng.kernel.cases.forms import (
    YEARS,
    adds_of,
    file_form,
    row_form,
    row_name,
)
from faheng.kernel.cases.models import Case, Evidence, Service
from faheng.kernel.pages.names import named
from faheng.kernel.procedures.declare import Adds, Procedure, Step
from faheng.web.controls import dress

MOST_ROWS = 100
GONE = "DELETE"
PLACE = "#"


@dataclass
class Rows:
    """The rows of one child table, as the part for row sets takes them.

    Attributes:
        single: exactly one row is taken, so none is added or taken away.
    """

    prefix: str
    title: str
    forms: list[Form]
    empty_form: Form
    single: bool
    takes_files: bool
    least: int = 1
    errors: list[str] = field(default_factory=list)

    @property
    def management_form(self) -> SafeString:
        """Say how many rows there are."""
        return format_html(
            '<input type="hidden" name="{}-TOTAL_FORMS" value="{}">',
            self.prefix,
            len(self.forms),
        )


class WhenForm(forms.Form):
    """When it happened; empty means now, as the step is signed."""

    occurred_at = forms.DateTimeField(label=gettext_lazy("发生时间"), required=False)

    def clean_occurred_at(self) -> datetime | None:
        """Refuse a year in which no case can lie."""
        at: datetime | None = self.cleaned_data["occurred_at"]
        if at is not None and at.year not in YEARS:
            raise forms.ValidationError(gettext_lazy("日期超出范围"))
        return at


@dataclass
class StepForm:
    """All that a step asks for on one page."""

    file: forms.Form
    rows: list[Rows]
    when: WhenForm

    @property
    def bound_forms(self) -> list[forms.Form]:
        """Every form of the page, in order."""
        return [self.file, *(form for rows in self.rows for form in rows.forms)]


@dataclass(frozen=True)
class Asked:
    """For what a form is made: a step of a procedure in a case, on a day."""

    procedure: type[Procedure]
    step: Step
    case: Case
    on: date


def given(asked: Asked, data: QueryDict, files: Collection[str] = ()) -> dict[str, Any]:
    """Read what was sent as the door takes it: fields by name, rows as lists.

    Each row keeps the number it was sent under, as `PLACE`.
    """
    names = file_form(asked.procedure, asked.step, None, asked.on).fields
    values: dict[str, Any] = {name: _one(data, name) for name in names if name in data}
    for adds in adds_of(asked.step):
        values[row_name(adds.model)] = _rows_given(adds, asked, data, files)
    return values


def _one(data: QueryDict, name: str) -> Any:
    found = [value.replace("\x00", "") for value in data.getlist(name)]
    return found[0] if len(found) == 1 else found


def _rows_given(
    adds: Adds, asked: Asked, data: QueryDict, files: Collection[str]
) -> list[dict[str, Any]]:
    prefix = row_name(adds.model)
    blank = row_form(adds.model, None, asked.on)
    rows = []
    for place in _places(data, prefix):
        start = f"{prefix}-{place}-"
        row = {
            name: _one(data, f"{start}{name}")
            for name in blank.fields
            if f"{start}{name}" in data
        }
        typed = f"{start}file" in files or not _is_blank(row, blank, adds)
        if typed and f"{start}{GONE}" not in data:
            rows.append({**row, PLACE: place})
    return rows


def _places(data: QueryDict, prefix: str) -> range:
    total = data.get(f"{prefix}-TOTAL_FORMS") or "0"
    number = int(total) if total.isascii() and total.isdigit() and len(total) < 6 else 0
    return range(min(number, MOST_ROWS))


def _is_blank(row: Mapping[str, Any], form: forms.Form, adds: Adds) -> bool:
    """Whether nobody typed anything into a row that need not be there."""
    if adds.most == 1 and adds.least:
        return False
    return not any(
        value
        for name, value in row.items()
        if not _has_default(form.fields[name]) and not isinstance(value, bool)
    )


def _has_default(made: forms.Field) -> bool:
    """Whether a choice stands in a field before anybody chose."""
    plain = isinstance(made, forms.ChoiceField)
    listed = plain and not isinstance(made, forms.ModelChoiceField)
    return listed and all(key != "" for key, _ in made.choices)  # type: ignore[attr-defined]


def unsent(asked: Asked, initial: Mapping[str, Any], now: datetime) -> StepForm:
    """Make the form as it is first shown."""
    made = file_form(asked.procedure, asked.step, asked.case, asked.on, initial=initial)
    dress(made)
    rows = [_rows(adds, asked, None, initial) for adds in adds_of(asked.step)]
    return StepForm(made, rows, _when(None, initial, now))


def sent(
    asked: Asked, data: QueryDict, values: Mapping[str, Any], now: datetime
) -> StepForm:
    """Make the form anew with what was sent, and what is wrong with it."""
    made = file_form(asked.procedure, asked.step, asked.case, asked.on, data)
    dress(made)
    made.is_valid()
    rows = [_rows(adds, asked, values, {}) for adds in adds_of(asked.step)]
    when = _when(data, {}, now)
    when.is_valid()
    return StepForm(made, rows, when)


def _when(
    data: QueryDict | None, initial: Mapping[str, Any], now: datetime
) -> WhenForm:
    form = WhenForm(data, initial={"occurred_at": initial.get("occurred_at")})
    dress(form)
    return form


def _rows(
    adds: Adds,
    asked: Asked,
    values: Mapping[str, Any] | None,
    initial: Mapping[str, Any],
) -> Rows:
    prefix = row_name(adds.model)
    given_rows = values.get(prefix) if values is not None else None
    if given_rows is not None:
        made = [_row(adds, asked, n, row) for n, row in enumerate(given_rows)]
    else:
        known = len(initial.get(prefix) or ()) if adds.most is None else 0
        blank = range(max(adds.least, known, 1))
        made = [_row(adds, asked, n, None) for n in blank]
        _begin(made, adds, asked, initial)
    return Rows(
        prefix=prefix,
        title=named(prefix, str(adds.model._meta.verbose_name)),  # noqa: SLF001
        forms=made,
        empty_form=_row(adds, asked, "__prefix__", None),
        single=adds.most == 1,
        takes_files=issubclass(adds.model, Evidence),
        least=adds.least,
    )


def _begin(
    made: list[forms.Form], adds: Adds, asked: Asked, initial: Mapping[str, Any]
) -> None:
    """Put in what is usually so: delivered today, the reader leads the case."""
    if issubclass(adds.model, Service):
        made[0].initial["acted_on"] = asked.on
    people = initial.get(row_name(adds.model)) or []
    for form, row in zip(made, people, strict=False):
        form.initial.update(row)


def _row(
    adds: Adds, asked: Asked, place: int | str, row: Mapping[str, Any] | None
) -> forms.Form:
    prefix = f"{row_name(adds.model)}-{place}"
    data = None
    if row is not None:
        data = {f"{prefix}-{name}": value for name, value in row.items()}
    form = row_form(adds.model, asked.case, asked.on, data, prefix)
    if adds.most != 1:
        form.fields[GONE] = forms.BooleanField(required=False, label=gettext("去掉"))
    dress(form)
    if data is not None:
        form.is_valid()
    return form
