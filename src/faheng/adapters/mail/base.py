"""What every mailer does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Letter:
    """One message to one person."""

    to: str
    subject: str
    text: str


class NotSent(Exception):
    """邮件未能发出，稍后会再试。"""


class Mailer(Protocol):
    """Sends letters."""

    def send(self, letter: Letter) -> None:
        """Send one letter.

        Raises:
            NotSent: the other side did not take it; try again later.
        """
