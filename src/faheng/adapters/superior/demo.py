"""A platform above that is a folder, for trying things out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faheng.adapters.superior.base import NotReached, Receipt, Record, Verdict

REQUIRED = {
    "case": ("number", "organ", "opened_on"),
    "act": ("case", "step", "occurred_at"),
    "decision": ("number", "case", "made_on"),
}
"""What the platform wants to know of each kind of thing."""


@dataclass(frozen=True)
class FolderSuperior:
    """Keeps the newest version of each thing as a file, and remembers its number."""

    folder: Path

    def push(self, records: Sequence[Record]) -> list[Receipt]:
        """Answer each record as a platform would."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return [self._answer(record) for record in records]
        except OSError as problem:
            raise NotReached(str(problem)) from problem

    def _answer(self, record: Record) -> Receipt:
        reasons = _wanting(record)
        if reasons:
            return Receipt(record, Verdict.REJECTED, reasons=reasons)
        path = self._place(record)
        known = _read(path)
        if known is not None and known["version"] >= record.version:
            return Receipt(record, Verdict.DUPLICATE, known["number"])
        number = known["number"] if known else f"SJ{path.stem[:16].upper()}"
        kept = {
            "number": number,
            "version": record.version,
            "source": record.source,
            "entity": record.entity,
            "key": record.key,
            "content": dict(record.content),
        }
        path.parent.mkdir(exist_ok=True)
        beside = path.with_suffix(".part")
        beside.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
        return Receipt(record, Verdict.ACCEPTED, number)

    def _place(self, record: Record) -> Path:
        """Return where a thing lies; its name may hold anything, so it is digested."""
        name = json.dumps([record.source, record.entity, record.key])
        stem = hashlib.sha256(name.encode()).hexdigest()[:32]
        return self.folder / stem[:2] / f"{stem}.json"


def _wanting(record: Record) -> tuple[str, ...]:
    wanted = REQUIRED.get(record.entity)
    if wanted is None:
        return (f"不接收“{record.entity}”",)
    return tuple(f"缺少{name}" for name in wanted if not record.content.get(name))


def _read(path: Path) -> Mapping[str, Any] | None:
    try:
        found: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return found
