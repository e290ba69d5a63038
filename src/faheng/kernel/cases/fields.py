"""Columns and form fields that the law's values need."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from faheng.kernel.parties.secrecy import decipher, encipher
from faheng.lib.text import parse_yuan, yuan

MOST_FEN = 10**15
"""Ten million million yuan: more is a slip of the hand."""


class YuanInput(forms.CharField):
    """Takes yuan as people write them ("86,000", "8.6万元") and gives fen."""

    def prepare_value(self, value: Any) -> Any:
        """Show fen as yuan."""
        return yuan(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        """Read yuan; an integer is fen already."""
        fen = value if _is_fen(value) else self._parsed(value)
        if fen is not None and not 0 <= fen <= MOST_FEN:
            raise ValidationError("金额超出范围")
        return fen

    def _parsed(self, value: Any) -> int | None:
        text = super().to_python(value)
        if text in self.empty_values:
            return None
        try:
            return parse_yuan(str(text))
        except ValueError as problem:
            raise ValidationError(str(problem)) from problem


def _is_fen(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


class FenField(models.BigIntegerField):  # type: ignore[type-arg]
    """An amount of money in integer fen."""

    def formfield(self, **kwargs: Any) -> Any:
        """Ask for it in yuan."""
        label = kwargs.get("label", self.verbose_name)
        return YuanInput(required=not self.blank, label=label, help_text="元")


if TYPE_CHECKING:
    _AnyField = models.TextField[Any, Any]
else:
    _AnyField = models.TextField


class SecretJSONField(_AnyField):
    """JSON that lies enciphered, since papers and forms name people."""

    # What django-stubs reads to type the attribute on a model.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def from_db_value(self, value: str | None, *_: object) -> Any:
        """Open what the database holds."""
        return json.loads(decipher(value)) if value else {}

    def to_python(self, value: Any) -> Any:
        """Take the value as it is."""
        return value

    def get_prep_value(self, value: Any) -> str:
        """Encipher on the way to the database."""
        return encipher(json.dumps(value, ensure_ascii=False))

    def value_to_string(self, obj: models.Model) -> str:
        """Serialise as JSON text."""
        return json.dumps(self.value_from_object(obj), ensure_ascii=False)
