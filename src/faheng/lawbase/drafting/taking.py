"""A file's draft, made in a process of its own: no table is known there."""

from __future__ import annotations

import logging
import os
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread

from faheng.lawbase.drafting.declare import Draft
from faheng.lawbase.drafting.draft import draft
from faheng.lawbase.drafting.reading import source_of
from faheng.lawbase.parser.reading import Unreadable, unopened

UNFORESEEN = "读不下去（%s）"
log = logging.getLogger(__name__)


def drafted(path: Path, origin: str) -> Draft | str:
    """A file's draft, or the name of what is wrong with it."""
    try:
        return draft(source_of(path, path.name, origin or str(path.parent.name)))
    except Unreadable as problem:
        return str(problem)
    except OSError as problem:
        return unopened(problem)
    except Exception as problem:
        # One file, whatever is wrong with it, keeps no other out.
        log.exception("reading %s", path)
        return UNFORESEEN % type(problem).__name__


def end_with_parent() -> None:
    """End this process when the one that started it is gone, however it went.

    A pool's process waits for work for ever: its own end of the pipe keeps it open.
    """
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=[parent], daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
