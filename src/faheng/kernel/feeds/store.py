"""Where deliveries lie: folders, locks, and moves that happen wholly or not at all.

    staging/<delivery>/   what a delivery is made of while it is worked on
    store/<entity>/<source>/<delivery>.rows.parquet    rows taken in
    store/<entity>/<source>/<delivery>.past.parquet    versions no longer the latest
    kept/<delivery>/      rows turned away, or the file itself where it was refused

Only what the database says is stored counts: a file that nobody wrote down is no data.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from faheng.kernel.parties.sealing import seal

ROWS, PAST = "rows", "past"


def root() -> Path:
    """Give the folder of the feeds."""
    return Path(settings.FAHENG_FEEDS)


def staging(delivery: int) -> Path:
    """Give the folder in which a delivery is worked on."""
    return root() / "staging" / str(delivery)


def kept(delivery: int) -> Path:
    """Give the folder in which what was turned away is kept."""
    return root() / "kept" / str(delivery)


def rejected(delivery: int) -> Path:
    """Give the sealed file of the rows turned away: they hold personal numbers."""
    return kept(delivery) / "rejected.sealed"


def part(entity: str, source: str, delivery: int, of: str) -> Path:
    """Give one stored file of a delivery."""
    return root() / "store" / entity / source / f"{delivery}.{of}.parquet"


@contextmanager
def lock(name: str) -> Iterator[None]:
    """Hold a lock that ends with the process, however it ends."""
    with _lock_file(name).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def lock_if_free(name: str) -> Iterator[bool]:
    """Hold a lock if nobody does; tell whether it is held now."""
    with _lock_file(name).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _lock_file(name: str) -> Path:
    folder = root() / "locks"
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    return folder / name


def put(moves: Iterable[tuple[Path, Path]]) -> None:
    """Move finished files to where they are read, surely on the disk."""
    folders = set()
    for source, target in moves:
        target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
        source.chmod(0o640)
        _to_disk(source)
        source.replace(target)
        folders.add(target.parent)
    for folder in folders:
        _to_disk(folder)


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def drop(delivery: int, entity: str, source: str) -> None:
    """Remove everything of a delivery that did not come to its end."""
    for of in (ROWS, PAST):
        part(entity, source, delivery, of).unlink(missing_ok=True)
    rejected(delivery).unlink(missing_ok=True)
    shutil.rmtree(staging(delivery), ignore_errors=True)


def keep_original(path: Path, delivery: int) -> None:
    """Keep a refused file as it came, sealed."""
    folder = kept(delivery)
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    seal(path, folder / "original.sealed")
