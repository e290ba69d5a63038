"""How papers of a penalty case read what they state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from faheng.domains.enforcement.documents.blocks import amount
from faheng.domains.enforcement.documents.phrases import at_moment, numbered, on_day
from faheng.domains.enforcement.kinds import PenaltyKind, ProvisionRole
from faheng.domains.enforcement.rows.outcome import Imposed
from faheng.kernel.cases.models import Evidence
from faheng.kernel.documents.declare import Value
from faheng.lib.text import full_date

Reads = Callable[[Any], Value | None]


def told(name: str) -> Reads:
    """Read a column of the case file."""
    return lambda s: getattr(s.main, name)


def chosen(name: str) -> Reads:
    """Read the title of a choice in the case file."""
    return lambda s: str(getattr(s.main, f"get_{name}_display")())


def dated(name: str) -> Reads:
    """Read a day of the case file."""
    return lambda s: on_day(getattr(s.main, name))


def money(name: str) -> Reads:
    """Read an amount of the case file."""
    return lambda s: amount(getattr(s.main, name))


def row(model: type[Any], name: str) -> Reads:
    """Read a column of the latest row of a table."""

    def read(s: Any) -> str:
        rows = s.rows(model)
        return _shown(rows[-1], name) if rows else ""

    return read


def _shown(one: Any, name: str) -> str:
    display = getattr(one, f"get_{name}_display", None)
    value = display() if display else getattr(one, name)
    if value is None or value == "":
        return ""
    if hasattr(value, "hour"):
        return at_moment(value)
    if hasattr(value, "year"):
        return on_day(value)
    return ("是" if value else "否") if isinstance(value, bool) else str(value)


def signer(step: str) -> Reads:
    """Read who took a step and when, the step being taken now among them."""

    def read(s: Any) -> str:
        acts = s.acts(step)
        if not acts:
            return ""
        return f"{acts[-1].actor.name} {full_date(acts[-1].occurred_on)}"

    return read


def signing(s: Any) -> str:
    """Read who is taking the step, and today."""
    return f"{s.actor.name} {full_date(s.on)}" if s.actor else ""


def today(s: Any) -> str:
    """Read the day of the step."""
    return full_date(s.on)


def handlers(s: Any) -> str:
    """Read the names of the officers."""
    return "、".join(person.name for person in s.officers)


def masked(name: str) -> str:
    """Hide all of a name but its first character.

    >>> masked("陈某某")
    '陈××'
    """
    return name[:1] + "×" * (len(name) - 1) if name else ""


def violated(s: Any) -> str:
    """Read the provisions broken."""
    return _cited(s, ProvisionRole.VIOLATION)


def applied(s: Any) -> str:
    """Read the provisions by which it is punished."""
    return _cited(s, ProvisionRole.PENALTY)


def _cited(s: Any, role: ProvisionRole) -> str:
    return "、".join(one.citation for one in s.main.provisions(role))


def penalties(rows: Sequence[Imposed]) -> str:
    """Write penalties one after the other, each amount in figures and capitals."""
    return "；".join(_penalty(one) for one in rows)


def _penalty(one: Imposed) -> str:
    kind = PenaltyKind(one.kind)
    if kind == PenaltyKind.CONFISCATE_GOODS:
        worth = f"（价值{amount(one.amount)}）" if one.amount else ""
        return f"{kind.label}：{one.content}{worth}" if one.content else kind.label
    tail = f"，{one.content}" if one.content else ""
    return f"{kind.label}{amount(one.amount)}{tail}"


def exhibits(s: Any) -> list[dict[str, str]]:
    """Read the evidence of the case as a list."""
    return numbered(
        {
            "title": one.title,
            "kind": one.get_kind_display(),
            "proves": one.proves,
            "source": one.source,
            "taken": at_moment(one.taken_at),
        }
        for one in s.rows(Evidence)
    )


def fine_range(s: Any) -> str:
    """Read the limits of the fine that the item fixes."""
    low, high = s.main.fine_range()
    if low is None and high is None:
        return "按法定倍数或者比例计算"
    lower = amount(low) or "不设下限"
    return f"{lower}至{amount(high)}" if high else f"{lower}以上"


def act_time(s: Any) -> str:
    """Read when the act began and ended."""
    began, ended = s.main.act_began_on, s.main.act_ended_on
    if began and ended and began != ended:
        return f"{full_date(began)}至{full_date(ended)}"
    return on_day(ended or began)
