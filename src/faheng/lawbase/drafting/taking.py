"""A file's draft, made in a process of its own: no table is known there."""

from __future__ import annotations

from pathlib import Path

from faheng.lawbase.drafting.declare import Draft
from faheng.lawbase.drafting.draft import draft
from faheng.lawbase.drafting.reading import source_of
from faheng.lawbase.parser.reading import Unreadable


def drafted(path: Path, origin: str) -> Draft | str:
    """A file's draft, or the name of what is wrong with it."""
    try:
        return draft(source_of(path, path.name, origin or str(path.parent.name)))
    except Unreadable as problem:
        return str(problem)
    except OSError as problem:
        return problem.strerror or str(problem)
