"""What a tier is called: its name, or the circumstances that it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Proposal
from faheng.domains.enforcement.weighing.working import tier_words

Row = Mapping[str, Any]


def row_words(row: Row) -> str:
    """Name a tier or a row of a table; one without a name by what it is for."""
    named = row.get("name") or row.get("title")
    if named:
        return str(named)
    when = row.get("when") or {}
    said = "，".join(f"{name}：{value}" for name, value in when.items())
    return said or f"第{row.get('id')}行"


def rows_of(question: Row, tier: Row) -> Sequence[Row]:
    """Give the tiers or rows of the table that a proposal was weighed by."""
    for benchmark in question["benchmarks"]:
        if benchmark["id"] != tier.get("benchmark"):
            continue
        for table in benchmark["tables"]:
            if table.get("code") == tier.get("table"):
                return [*(table.get("tiers") or ()), *(table.get("bands") or ())]
    return ()


def place_words(question: Row, proposal: Proposal) -> str:
    """Say where a proposal stands: a tier in words, a share or a score."""
    tier = proposal.output("tier") or {}
    if tier.get("model") != "ranges":
        return tier_words(proposal)
    rows = rows_of(question, tier)
    found = (row_words(one) for one in rows if str(one.get("id")) == proposal.tier)
    return next(found, tier_words(proposal))
