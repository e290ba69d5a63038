"""Where the mart lies: one finished file, and a pointer that names it.

    mart-<number>.duckdb   finished; never changed again
    mart-<number>.part     being made; whoever finds it without its maker removes it
    current.json           names the finished file and says what is in it

A reader holds its file open for as long as it reads, though a newer one has come.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from django.conf import settings

from faheng.kernel.questions import contract

POINTER, LOCK = "current.json", "lock"
FINISHED, UNFINISHED = ".duckdb", ".part"
_SUM, _OPENING = 8, b"DUCK"
"""A file of DuckDB begins with a checksum, then this."""


@dataclass(frozen=True)
class Pointer:
    """What the finished mart is.

    Attributes:
        file: its name.
        contract: what the tables looked like when it was made.
        built_at: when everything was last read, in seconds.
        fresh_at: when it was last brought up to date.
        mark: the last act that is in it.
        fed: the last delivery of a feed that is in it.
        rows: how many rows it holds.
        size: of its file, in bytes.
    """

    file: str
    contract: str
    built_at: int
    fresh_at: int
    mark: int
    fed: int
    rows: int
    size: int = 0


def folder() -> Path:
    """Give the folder of the mart."""
    return Path(settings.FAHENG_MART)


def pointer() -> Pointer | None:
    """Read which mart is finished; None if none is, or its file is not what was made."""
    try:
        told = json.loads((folder() / POINTER).read_text(encoding="utf-8"))
        found = Pointer(**told)
    except (OSError, ValueError, TypeError):
        return None
    return found if _is_whole(found) else None


def _is_whole(found: Pointer) -> bool:
    """Look at a file's size and opening; what is cut off or overwritten shows there."""
    try:
        with path(found).open("rb") as file:
            opening = file.read(len(_OPENING) + _SUM)
        size = path(found).stat().st_size
    except OSError:
        return False
    return size == (found.size or size) and opening[_SUM:] == _OPENING


def path(of: Pointer) -> Path:
    """Give the file of a finished mart."""
    return folder() / of.file


def new_name() -> str:
    """Name the next mart, without its ending."""
    numbers = [
        int(found.stem.partition("-")[2])
        for found in folder().glob("mart-*")
        if found.stem.partition("-")[2].isdigit()
    ]
    return f"mart-{max(numbers, default=0) + 1}"


def publish(made: Path, of: Pointer) -> Pointer:
    """Put a finished file in the place of the one before, wholly or not at all."""
    to_disk(made)
    of = replace(of, size=made.stat().st_size)
    made.replace(path(of))
    unfinished = folder() / f"{POINTER}{UNFINISHED}"
    unfinished.write_text(json.dumps(asdict(of)), encoding="utf-8")
    to_disk(unfinished)
    unfinished.replace(folder() / POINTER)
    to_disk(folder())
    clear(of)
    return of


def clear(but: Pointer | None) -> None:
    """Remove what no pointer names; the caller holds the lock."""
    kept = {but.file} if but else set()
    for found in folder().glob("mart-*"):
        if found.name not in kept:
            found.unlink(missing_ok=True)


def to_disk(of: Path) -> None:
    """Wait until a file or folder is surely on the disk."""
    descriptor = os.open(of, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def lock() -> Iterator[None]:
    """Be the only one who makes a mart; the lock ends with the process."""
    folder().mkdir(mode=0o750, parents=True, exist_ok=True)
    with (folder() / LOCK).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def is_being_made() -> bool:
    """Tell whether somebody makes a mart just now."""
    try:
        with (folder() / LOCK).open("r") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def shape() -> str:
    """Name what the tables of the contract look like now."""
    told = "".join(f"{t.name}{t.schema}{t.rows}" for t in contract.tables().values())
    return hashlib.sha256(told.encode()).hexdigest()[:16]
