"""What every platform above does with the records it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol


@dataclass(frozen=True)
class Record:
    """One version of one thing, as it is sent up.

    Attributes:
        source: which system sends it.
        entity: what kind of thing: case, act, decision.
        key: the thing's key in the system that sends it.
        version: grows with every change of the thing.
        content: what is told about it; plain JSON.
    """

    source: str
    entity: str
    key: str
    version: int
    content: Mapping[str, Any]

    @property
    def name(self) -> tuple[str, str, str, int]:
        """Return what makes it the same record when it is sent again."""
        return self.source, self.entity, self.key, self.version


class Verdict(StrEnum):
    """What the platform did with a record."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Receipt:
    """The platform's answer to one record.

    Attributes:
        number: under which it keeps the record; the same for a duplicate.
        reasons: why it was rejected; never empty then.
    """

    record: Record
    verdict: Verdict
    number: str = ""
    reasons: tuple[str, ...] = field(default=())


class NotReached(Exception):
    """上级平台没有应答，稍后重新报送。"""


class Superior(Protocol):
    """Takes records. Sending one again changes nothing.

    - Each record is answered by one receipt, in the order of sending.
    - The same source, entity, key and version again: a duplicate, with the number
      of the first time.
    - A version older than one it has: a duplicate of what has passed.
    - A record that lacks something: rejected, with the reasons, the others kept.
    """

    def push(self, records: Sequence[Record]) -> list[Receipt]:
        """Send records up.

        Raises:
            NotReached: no answer came; whether they arrived is not known, and all of
                them may safely be sent again.
        """
