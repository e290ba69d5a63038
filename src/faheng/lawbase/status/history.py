"""Versions of statutes that no text at hand prints the dates of.

Each row of the table is a fact of a published history of amendments (the bracket under
the title of the later text): title, day adopted, day of taking effect, and its basis.
Only rows that were looked up belong there; a day that was found in no text at hand is
`assumed`, one that a source prints is its `claim`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from faheng.lawbase.status.catalogue import index_rows
from faheng.lawbase.status.declare import Basis, Shelf

PUBLISHED = Path(__file__).parent / "data" / "published_versions.csv"
BASES = {"claim": Basis.CLAIM, "assumed": Basis.ASSUMED}


def learn_history(shelf: Shelf, path: Path = PUBLISHED) -> None:
    """Add the versions that are known without a text."""
    for _, row in index_rows(path):
        version = shelf.work(row["title"]).version(
            date.fromisoformat(row["version_date"])
        )
        begins = date.fromisoformat(row["effective_from"])
        version.learn(begins, BASES[row["basis"]])
