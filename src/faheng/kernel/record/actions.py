"""Writing to the record."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import rfc8785

from faheng.kernel.record.models import Entry, Pending, Salt

ZERO = "0" * 64


@dataclass(frozen=True)
class Times:
    """The three times of an act: entered, device, server."""

    occurred_at: datetime
    recorded_at: datetime
    client_at: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a time without a zone."""
        for moment in (self.occurred_at, self.recorded_at, self.client_at):
            if moment is not None and moment.tzinfo is None:
                message = "a time on the record needs a zone"
                raise ValueError(message)


def append(
    chain: str, kind: str, public: dict[str, Any], secret: dict[str, Any], times: Times
) -> Entry:
    """Append one entry to a chain, inside the caller's transaction.

    Args:
        chain: what it is about; the caller holds the lock on that thing.
        kind: the act, as "enforcement.ordinary_penalty.decide".
        public: what may stand on the record for ever: no personal data.
        secret: what was given; only a salted commitment to it is kept.
        times: when it happened and when it was recorded.

    Returns:
        The entry. A second writer at the same place gets an IntegrityError.
    """
    ends = Entry.objects.filter(chain=chain).order_by("-seq")
    last, previous = ends.values_list("seq", "leaf").first() or (0, ZERO)
    seq = last + 1
    salt = secrets.token_hex(16)
    body = canonical({
        "chain": chain,
        "seq": seq,
        "previous": previous,
        "kind": kind,
        "public": public,
        "commitment": commitment(salt, secret),
        "occurred_at": stamp(times.occurred_at),
        "client_at": stamp(times.client_at),
        "recorded_at": stamp(times.recorded_at),
    })
    entry = Entry.objects.create(
        chain=chain,
        seq=seq,
        kind=kind,
        body=body,
        leaf=digest(body),
        previous=previous,
        occurred_at=times.occurred_at,
        client_at=times.client_at,
        recorded_at=times.recorded_at,
    )
    Salt.objects.create(entry=entry, salt=salt)
    Pending.objects.create(entry=entry)
    return entry


def erase(entry: Entry) -> None:
    """Erase the salt, so that nobody can test a guess against the commitment."""
    Salt.objects.filter(entry=entry).delete()


def canonical(value: dict[str, Any]) -> str:
    """Return the RFC 8785 text of a value."""
    return rfc8785.dumps(value).decode()


def commitment(salt: str, secret: dict[str, Any]) -> str:
    """Commit to a value without showing it."""
    return digest(salt + canonical(secret))


def digest(text: str) -> str:
    """Return the SHA-256 of a text, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def stamp(moment: datetime | None) -> str | None:
    """Write a moment in UTC to the microsecond, the same on every database."""
    if moment is None:
        return None
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
