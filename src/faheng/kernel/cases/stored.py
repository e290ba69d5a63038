"""Given values as plain JSON: for the act, and for the commitment on the record."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models

from faheng.kernel.record.actions import stamp


def stored(value: Any) -> Any:
    """Turn cleaned values into JSON: instances by key and words, times in UTC."""
    if isinstance(value, dict):
        return {str(name): stored(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | models.QuerySet):
        return [stored(inner) for inner in value]
    if isinstance(value, models.Model):
        return {"id": value.pk, "says": str(value)}
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)
