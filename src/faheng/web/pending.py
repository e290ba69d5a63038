"""A file between its rehearsal and its confirmation; one a session."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import HttpRequest

from faheng.kernel.registers.sheets import Upload

KEPT = "pending_import"
FOLDER = "imports"


@dataclass(frozen=True)
class Pending:
    """Which register a file waits for, under what name, and with what reason."""

    register: str
    name: str
    reason: str
    token: str

    @property
    def path(self) -> str:
        """Where its bytes lie."""
        return f"{FOLDER}/{self.token}"

    def upload(self) -> Upload:
        """Read the file back as it came."""
        with default_storage.open(self.path) as stored:
            return Upload(self.name, stored.read())


def keep(request: HttpRequest, register: str, upload: Upload, reason: str) -> Pending:
    """Put a file by in place of the one that waited before."""
    drop(request)
    pending = Pending(register, upload.name, reason, secrets.token_hex(16))
    default_storage.save(pending.path, ContentFile(upload.content))
    request.session[KEPT] = asdict(pending)
    return pending


def kept(request: HttpRequest, register: str) -> Pending | None:
    """Give the file that waits for a register, if its bytes are still there."""
    found = request.session.get(KEPT)
    pending = Pending(**found) if found else None
    if pending is None or pending.register != register:
        return None
    return pending if default_storage.exists(pending.path) else None


def drop(request: HttpRequest) -> None:
    """Forget the file that waits."""
    found = request.session.pop(KEPT, None)
    if found:
        default_storage.delete(Pending(**found).path)
