"""What one engine plans badly, said in a way that it plans well.

DuckDB compares every row with every other where a semi or anti join has an OR beside
its equalities; the same as EXISTS is decorrelated into hash joins.
"""

from __future__ import annotations

from typing import Any

from faheng.kernel.questions.lazily import sqlglot
from faheng.kernel.questions.tables import DUCKDB

_KINDS = frozenset({"SEMI", "ANTI"})


def rewritten(text: str, vendor: str) -> str:
    """Write a rule's SQL as its engine likes it; it finds the same."""
    if vendor != DUCKDB or not any(f"{kind} JOIN" in text for kind in _KINDS):
        return text
    tree = sqlglot.parse_one(text, read=DUCKDB)
    for select in list(tree.find_all(sqlglot.exp.Select)):
        while _has_loose_join(select):
            _as_exists(select)
    return str(tree.sql(dialect=DUCKDB, pretty=True))


def _has_loose_join(select: Any) -> bool:
    joins = select.args.get("joins") or []
    if not joins or joins[-1].kind not in _KINDS:
        return False
    on = joins[-1].args.get("on")
    return on is not None and on.find(sqlglot.exp.Or, sqlglot.exp.Not) is not None


def _as_exists(select: Any) -> None:
    """Turn the last join of a SELECT into a condition."""
    join = select.args["joins"].pop()
    inner = sqlglot.exp.select("1").from_(join.this).where(join.args["on"])
    found = sqlglot.exp.Exists(this=inner)
    wanted = found if join.kind == "SEMI" else sqlglot.exp.Not(this=found)
    select.where(wanted, copy=False)
