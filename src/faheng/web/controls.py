"""Which control a declared field gets on a page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext

from faheng.kernel.cases.fields import YuanInput
from faheng.kernel.pages.names import labelled, named

MOST_RADIOS = 5
LONG = 250


def dress(form: forms.BaseForm) -> None:
    """Give every field of a form the control that fits it."""
    for name, field in form.fields.items():
        chosen = isinstance(field, forms.ChoiceField)
        field.error_messages["required"] = (
            gettext("还没有选") if chosen else gettext("还没有填")
        )
        field.label = named(name, str(field.label or name))
        _dress(name, field)


def _dress(name: str, field: forms.Field) -> None:
    if name == "upload":
        field.widget = forms.HiddenInput()
    elif isinstance(field, YuanInput):
        _money(field)
    elif isinstance(field, forms.DateTimeField):
        field.widget = forms.DateTimeInput(
            {"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
        )
    elif isinstance(field, forms.DateField):
        field.widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    elif isinstance(field, forms.ModelChoiceField):
        field.empty_label = gettext("请选择")
    elif isinstance(field, forms.ChoiceField):
        _choice(field)
    elif isinstance(field, forms.CharField):
        _text(field)


def _money(field: YuanInput) -> None:
    field.widget.attrs.update({"data-money": True, "inputmode": "decimal"})
    field.help_text = ""


def _choice(field: Any) -> None:
    """Show a short closed list at once; a long one unfolds."""
    offered = [(key, said) for key, said in labelled(field.choices) if key != ""]
    if len(offered) <= MOST_RADIOS:
        field.widget = forms.RadioSelect()
        field.choices = offered if field.required else [("", gettext("不填")), *offered]
    else:
        field.choices = [("", gettext("请选择")), *offered]


def _text(field: forms.CharField) -> None:
    if isinstance(field.widget, forms.Textarea):
        field.widget.attrs.update({"rows": 4})
    elif field.max_length and field.max_length >= LONG:
        field.widget = forms.Textarea({"rows": 3, "maxlength": field.max_length})
