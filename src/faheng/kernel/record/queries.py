"""Reading the record, and finding what was changed in it."""

from __future__ import annotations

import json
from typing import Any

from faheng.kernel.record.actions import ZERO, commitment, digest, stamp
from faheng.kernel.record.models import Entry, Salt


def entries(chain: str) -> list[Entry]:
    """Return a chain's entries in order."""
    return list(Entry.objects.filter(chain=chain).order_by("seq"))


def faults(chain: str) -> list[str]:
    """Return what is wrong with a chain: gaps, changed bodies, broken links."""
    found: list[str] = []
    previous = ZERO
    for place, entry in enumerate(entries(chain), start=1):
        found += [f"{entry}: {fault}" for fault in _faults(entry, place, previous)]
        previous = entry.leaf
    return found


def opens(entry: Entry, secret: dict[str, Any]) -> bool:
    """Tell whether an entry commits to this value; False once the salt is erased."""
    salt = Salt.objects.filter(entry=entry).first()
    if salt is None:
        return False
    kept: str = json.loads(entry.body)["commitment"]
    return kept == commitment(salt.salt, secret)


def _faults(entry: Entry, place: int, previous: str) -> list[str]:
    body = json.loads(entry.body)
    tests = {
        "序号不连续": entry.seq == place == body["seq"],
        "与前一条不相接": entry.previous == previous == body["previous"],
        "内容与哈希不符": digest(entry.body) == entry.leaf,
        "时间被改动": stamp(entry.recorded_at) == body["recorded_at"],
        "种类被改动": entry.kind == body["kind"],
    }
    return [fault for fault, holds in tests.items() if not holds]
