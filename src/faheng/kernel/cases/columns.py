"""Columns as case files need them: empty until a step asks for them."""

from __future__ import annotations

from typing import Any

from django.db import models

from faheng.kernel.cases.fields import FenField


def line(title: str, length: int = 200) -> models.CharField[Any, Any]:
    """Make a column for one line of text."""
    return models.CharField(title, max_length=length, blank=True, default="")


def text(title: str) -> models.TextField[Any, Any]:
    """Make a column for several lines of text."""
    return models.TextField(title, blank=True, default="")


def day(title: str) -> models.DateField[Any, Any]:
    """Make a column for a day."""
    return models.DateField(title, null=True, blank=True)


def moment(title: str) -> models.DateTimeField[Any, Any]:
    """Make a column for a moment."""
    return models.DateTimeField(title, null=True, blank=True)


def number(title: str) -> models.PositiveIntegerField[Any, Any]:
    """Make a column for a count."""
    return models.PositiveIntegerField(title, null=True, blank=True)


def money(title: str) -> FenField:
    """Make a column for an amount in fen."""
    return FenField(title, null=True, blank=True)


def tick(title: str) -> models.BooleanField[Any, Any]:
    """Make a column for something that is so or is not."""
    return models.BooleanField(title, default=False)


def choice(title: str, of: type[models.TextChoices]) -> models.CharField[Any, Any]:
    """Make a column for one of a closed list."""
    return models.CharField(
        title, max_length=32, choices=of.choices, blank=True, default=""
    )


def key_to(title: str, model: Any) -> models.ForeignKey[Any, Any]:
    """Make a column that points at a row of another table."""
    return models.ForeignKey(
        model,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=title,
    )
