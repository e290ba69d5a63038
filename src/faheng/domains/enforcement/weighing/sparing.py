"""Which entry of a list settled or eased a case, and what was waived by it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from faheng.domains.enforcement.benchmarks.keeping import Use, record_use
from faheng.domains.enforcement.benchmarks.models import ListEntry
from faheng.domains.enforcement.benchmarks.queries import entries_for_item
from faheng.domains.enforcement.discretion.proposal.run import propose, run_step
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.weighing.asking import Told, ask
from faheng.domains.enforcement.weighing.past import latest_sheet


def note_eased(s: Any, act: Any) -> None:
    """Count the entries by which the worksheet lightened or mitigated a fine."""
    sheet = latest_sheet(s.case.pk)
    if sheet is None:
        return
    rows = {row["step"]: row for row in json.loads(sheet.rows)}
    used = used_lists(rows)
    if not used:
        return
    waived = without_lists(rows) - int(rows["amount"]["output"]["fine_fen"])
    offered = entries_for_item(s.main.item, act.occurred_on, s.case.division_path)
    named = {f"{one.on_list.code}#{one.number}": one for one in offered}
    for place, entry in enumerate(named[one] for one in used if one in named):
        # What several entries spared together is counted once, with the first.
        _note(s, act, entry, max(waived, 0) if place == 0 else 0)


def used_lists(rows: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Give the entries that a direction rested on."""
    found = (rows.get("direction") or {}).get("output") or {}
    if found.get("direction") not in {"lighten", "mitigate"}:
        return []
    return [str(one["fact"]) for one in found["lighter"] if one.get("list")]


def without_lists(rows: Mapping[str, Mapping[str, Any]]) -> int:
    """Compute the fine again as if no list had eased it."""
    nothing = {"lists": None, "direction": None}
    try:
        direction = run_step("direction", {**rows["direction"]["input"], **nothing})
        free = {
            "direction": direction["output"]["direction"],
            "chosen_fen": None,
            "deviation": None,
        }
        amount = run_step("amount", {**rows["amount"]["input"], **free})
    except Unanswerable:
        return 0
    return int(amount["output"]["fine_fen"])


def note_spared(s: Any, act: Any) -> None:
    """Count the entry by which a case ended without a penalty."""
    entry = s.file.list_entry
    if entry is not None:
        _note(s, act, entry, spared(s))


def spared(s: Any) -> int:
    """Give the fine that a list spares: by the benchmark, else the law's least."""
    try:
        asked = ask(s, Told())
        if asked.is_weighed:
            free = {"lists": [], "choices": {"waive": False}}
            return propose(asked.question | free).fine_fen
    except Unanswerable:
        # Without the facts that a benchmark asks for, the least is what is sure.
        pass
    item = s.main.item
    return item.fine_min or 0 if item else 0


def _note(s: Any, act: Any, entry: ListEntry, waived: int) -> None:
    record_use(entry, Use(s.organ, act.occurred_on, waived, s.case.pk))
