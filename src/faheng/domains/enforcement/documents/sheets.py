"""What the paper of a worksheet reads off the frozen computation."""

from __future__ import annotations

import json
from typing import Any

from faheng.domains.enforcement.discretion.proposal.saying import money, steps_said
from faheng.domains.enforcement.rows.weighing import Worksheet


def _sheet(s: Any) -> Worksheet | None:
    rows: list[Worksheet] = s.rows(Worksheet)
    # An older sheet does not speak for a proposal that was then weighed by hand.
    fresh = rows and rows[-1].reasons == s.main.tier_reasons
    return rows[-1] if fresh else None


def steps_of(s: Any) -> list[dict[str, str]]:
    """Give every step of the computation with its result."""
    sheet = _sheet(s)
    return steps_said(json.loads(sheet.rows)) if sheet else []


def alike_of(s: Any) -> str:
    """Name the nearest decisions, and say where this one is far from them."""
    sheet = _sheet(s)
    if sheet is None or not sheet.past.get("nearest"):
        return ""
    near = "、".join(
        f"{one['number']}（{one['organ']}，{money(one['fine_fen'])}）"
        for one in sheet.past["nearest"]
    )
    far = "；与同类决定相差较大，已经提示" if sheet.past["is_far"] else ""
    return f"{near}{far}"


def digest_of(s: Any) -> str:
    """Give the hash by which the computation is known again."""
    sheet = _sheet(s)
    return sheet.sha256 if sheet else ""
