"""A mailer that writes each letter into a folder, for trying things out."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from faheng.adapters.mail.base import Letter, NotSent


@dataclass(frozen=True)
class FolderMailer:
    """Writes letters as .eml files, numbered in the order of sending."""

    folder: Path

    def send(self, letter: Letter) -> None:
        """Write one letter."""
        message = EmailMessage()
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message.set_content(letter.text)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            number = len(list(self.folder.glob("*.eml"))) + 1
            (self.folder / f"{number:06}.eml").write_bytes(bytes(message))
        except OSError as problem:
            raise NotSent(str(problem)) from problem
