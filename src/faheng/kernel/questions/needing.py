"""Which tables must have a row for a question to have an answer at all.

A question over the rows of a measure need not be asked in a case without one. It is
read off the rule itself, so nobody declares it.
"""

from __future__ import annotations

from typing import Any

from faheng.kernel.questions.lazily import ibis

_INNER = frozenset({"inner", "semi", "cross"})


def needed(expression: Any) -> frozenset[str]:
    """Name the tables without whose rows an expression is empty."""
    return _of(expression.op())


def _of(node: Any) -> frozenset[str]:
    ops = ibis.expr.operations
    if isinstance(node, ops.UnboundTable):
        return frozenset({str(node.name)})
    if isinstance(node, ops.JoinChain):
        inner = (link.table for link in node.rest if link.how in _INNER)
        return _of(node.first).union(*(_of(table) for table in inner))
    if isinstance(node, ops.Union):
        return _of(node.left) & _of(node.right)
    if isinstance(node, ops.Aggregate) and not node.groups:
        return frozenset()
    return _of(node.parent) if hasattr(node, "parent") else frozenset()
