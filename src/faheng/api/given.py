"""The shapes of what the API takes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Schema
from pydantic import ConfigDict, Field


class Given(Schema):
    """What a step is given.

    Attributes:
        values: fields by name; child rows as lists of mappings.
        occurred_at: when it happened; now, where it is left out.
        client_at: the device's clock.
        version: the course's version that was looked at; 409 if it has grown.
    """

    model_config = ConfigDict(extra="forbid")

    values: dict[str, Any] = Field(default_factory=dict)
    occurred_at: datetime | None = None
    client_at: datetime | None = None
    version: int | None = None


class Opening(Given):
    """A case to be opened; `afterwards` records what already happened."""

    procedure: str
    step: str
    organ_id: int
    afterwards: bool = False


class NewToken(Schema):
    """A token to be given out."""

    model_config = ConfigDict(extra="forbid")

    label: str = Field(min_length=1, max_length=60)
    days: int = 90
