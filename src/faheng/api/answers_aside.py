"""The shapes of answers that are about no case: registers, the reader, tokens."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema

from faheng.api.answers import Named


class RegisterOut(Named):
    """A register and its columns."""

    basis: str
    columns: list[str]


class RegisterRowOut(Schema):
    """An entry; its cells stand in the order of the columns."""

    id: int
    code: str
    cells: list[str]
    valid_from: date | None
    valid_until: date | None


class RegisterPageOut(Schema):
    """Some entries; `after` begins the next page, empty ends the list."""

    rows: list[RegisterRowOut]
    after: str


class ReaderOut(Schema):
    """Who is asking, and in which roles today."""

    person: int | None
    name: str
    organ: int | None
    roles: list[dict[str, Any]]


class UploadOut(Schema):
    """A file that was taken in; steps name it by its id."""

    id: int
    name: str
    media_type: str
    size: int
    sha256: str


class TokenOut(Schema):
    """A token, without its text."""

    id: int
    label: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    used_on: date | None


class NewTokenOut(TokenOut):
    """A token with its text, which is shown this once."""

    token: str
