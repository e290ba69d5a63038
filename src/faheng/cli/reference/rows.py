"""The page of rows: where each row of the list of procedures is carried out."""

from __future__ import annotations

from collections.abc import Iterator

from faheng.cli.reference.declared import procedures
from faheng.cli.reference.markdown import listed, page, table
from faheng.domains.enforcement.not_steps import NOT_STEPS as OF_ENFORCEMENT
from faheng.domains.supervision.not_steps import NOT_STEPS as OF_SUPERVISION

NOT_STEPS = {**OF_ENFORCEMENT, **OF_SUPERVISION}

INTRODUCTION = (
    "程序表（procedures.csv）的每一行都在这里：由哪些步骤办理，或者为什么不是步骤。"
    "行号是程序代码加序号。"
)


def rows_page() -> str:
    """Write the page."""
    carried = _carried()
    rows = [(code, listed(carried[code])) for code in sorted(carried, key=_order)]
    others = sorted(NOT_STEPS, key=_order)
    return page(
        "程序表逐行对照",
        INTRODUCTION,
        "## 由步骤办理",
        table(("行", "步骤"), rows),
        "## 不是步骤",
        table(("行", "理由"), [(code, NOT_STEPS[code]) for code in others]),
    )


def _carried() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, words in _steps():
        known = found.setdefault(code, [])
        if words not in known:
            known.append(words)
    return found


def _steps() -> Iterator[tuple[str, str]]:
    for procedure in procedures():
        for step in procedure.steps().values():
            for code in step.rows:
                yield code, f"{procedure.title}·{step.title}"


def _order(code: str) -> tuple[str, int]:
    procedure, _, number = code.partition(".")
    return procedure, int(number or 0)
