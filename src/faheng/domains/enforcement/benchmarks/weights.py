"""Tables of weights: a start, factors with options, and what the share is taken of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from faheng.domains.enforcement.benchmarks.drafts import Draft, Line
from faheng.domains.enforcement.benchmarks.money import AmountUnread, limits

START = "裁量起点"
WHOLE = Decimal(1)
HUNDRED = Decimal(100)
PERSONS = "/"
"""The heading of a third column that is weighed for persons apart."""
_BASES = {
    "建设项目总投资额": "project_investment_fen",
    "所需处置费用": "disposal_cost_fen",
    "违法所得": "illegal_gains_fen",
}
_CLAUSE = re.compile(r"（\d+）")
_TERMS = re.compile(r"[×xX*]")


def parted(lines: Iterable[Line]) -> list[list[Line]]:
    """Part the rows of one section where its table begins anew."""
    found: list[list[Line]] = []
    starts: set[str] = set()
    for line in lines:
        if line["factor"] == START:
            if not found or line["variant"] in starts:
                found.append([])
                starts = set()
            starts.add(line["variant"])
        if not found:
            found.append([])
        found[-1].append(line)
    return found


def build(draft: Draft, lines: list[Line]) -> None:
    """Make the tables of a violation out of its rows."""
    variants = list(dict.fromkeys(line["variant"] for line in lines if line["variant"]))
    for variant in variants or [""]:
        own = [line for line in lines if line["variant"] in {"", variant}]
        table = _table(draft, variant, own)
        if table is not None:
            draft.tables.append(table)


def _table(draft: Draft, variant: str, lines: list[Line]) -> dict[str, Any] | None:
    starts = [line for line in lines if line["factor"] == START]
    named = f"“{variant}”表" if variant else "表"
    if len(starts) != 1:
        draft.fault(f"{named}没有裁量起点" if not starts else f"{named}有几个裁量起点")
        return None
    start = share(draft, starts[0])
    factors: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        if line["factor"] == START:
            continue
        weight = share(draft, line)
        if weight is not None and line["option"]:
            option = {"code": line["option"], "weight": str(weight)}
            factors.setdefault(line["factor"], []).append(option)
            draft.lines[f"{line['factor']}={line['option']}"] = line.place
    formula = _formula(draft, variant)
    if start is None or formula is None:
        return None
    _sum(draft, named, start, factors)
    return {
        "code": variant,
        "model": "weights",
        "start": str(start),
        "cap": "1",
        "formula": formula,
        "factors": [{"code": name, "options": rows} for name, rows in factors.items()],
    }


def share(draft: Draft, line: Line) -> Decimal | None:
    """Read a percentage."""
    text = line["weight"].rstrip("%％")
    try:
        value = Decimal(text) / HUNDRED
    except InvalidOperation:
        draft.fault(f"“{line['weight']}”不是百分值", line.place)
        return None
    if not 0 <= value <= 1:
        draft.fault(f"“{line['weight']}”不在0和100%之间", line.place)
        return None
    return value


def _sum(
    draft: Draft, named: str, start: Decimal, factors: dict[str, list[dict[str, Any]]]
) -> None:
    """Start and the heaviest options together must come to the maximum."""
    most = start + sum(
        (max(Decimal(o["weight"]) for o in rows) for rows in factors.values()),
        Decimal(0),
    )
    if most != WHOLE:
        told = f"{format((most * HUNDRED).normalize(), 'f')}%"
        text = f"{named}起点与各因素最大百分值之和是{told}，不是100%"
        # Above the whole the cap holds; below it the maximum is never reached.
        draft.fault(text, check=1, error=most < WHOLE)


def _formula(draft: Draft, variant: str) -> dict[str, Any] | None:
    """Read what the share is taken of; without a formula, the statutory maximum."""
    if not draft.formula:
        draft.fault("没有写明计算公式，按法定最高罚款计算", error=False)
        return {"of": "maximum"}
    clauses = [c.strip("；; 。") for c in _CLAUSE.split(draft.formula) if c.strip()]
    fitting = [c for c in clauses if _bare(variant) in c] if variant else clauses
    if variant == PERSONS:
        fitting = [c for c in clauses if "人员" in c or "个人" in c]
    if len(fitting) != 1:
        draft.fault(f"公式中没有与“{variant or '本表'}”对应的唯一一款")
        return None
    return _terms(draft, fitting[0])


def _bare(variant: str) -> str:
    return variant.removesuffix("的")


def _terms(draft: Draft, clause: str) -> dict[str, Any] | None:
    _, *terms = _TERMS.split(clause)
    found: dict[str, Any] = {}
    for term in terms:
        base = next((v for k, v in _BASES.items() if k in term), None)
        if base is not None:
            found["of"] = base
            continue
        try:
            read = limits(
                f"罚款{term}"
                if "倍" not in term and "%" not in term
                else f"违法所得的{term}"
            )
        except AmountUnread:
            draft.fault(f"公式“{clause}”看不懂")
            return None
        found |= _factor(read.fields)
    if "of" not in found:
        draft.fault(f"公式“{clause}”没有写明基数")
        return None
    return found


def _factor(fields: dict[str, int | str]) -> dict[str, Any]:
    if "low_fen" in fields:
        return {"of": "fixed", "amount_fen": fields["low_fen"]}
    if "low_times" in fields:
        return {"times": fields["low_times"]}
    return {"times": str(Decimal(str(fields["low_percent"])) / HUNDRED)}
