"""The board of those who watch: its sentence, its table, the rows of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from faheng.kernel.cases import queries
from faheng.kernel.cases.models import Case, Clock, Defect
from faheng.kernel.cases.queries.board import OrganCounts
from faheng.kernel.law.declare import Basis
from faheng.kernel.pages.names import named
from faheng.lib.workdays import WorkCalendar
from faheng.web.present.grounds import ground
from faheng.web.present.registers import query

What = Literal["late", "soon", "defects", "open"]
TITLES: dict[What, str | Promise] = {
    "late": gettext_lazy("已经超期"),
    "soon": gettext_lazy("三个工作日内到期"),
    "defects": gettext_lazy("瑕疵"),
    "open": gettext_lazy("在办案件"),
}


@dataclass(frozen=True)
class Figure:
    """A number that opens onto its rows."""

    count: int
    url: str
    tone: str = ""
    current: bool = False


@dataclass(frozen=True)
class OrganRow:
    """An organ with its four figures."""

    organ: str
    figures: tuple[Figure, ...]
    current: bool


@dataclass(frozen=True)
class ClockRow:
    """A clock that is late or presses, and who is to act."""

    title: str
    ground: Basis | None
    left: str
    tone: str
    due_on: date
    case: str
    number: str
    organ: str
    who: str
    url: str


@dataclass(frozen=True)
class DefectRow:
    """Something that an act did not meet."""

    sentence: str
    ground: Basis | None
    mend: str
    case: str
    number: str
    organ: str
    who: str
    on: date
    url: str


@dataclass(frozen=True)
class CaseLine:
    """An open case."""

    title: str
    number: str
    organ: str
    who: str
    on: date
    url: str


def totals(rows: Sequence[OrganCounts]) -> dict[What, int]:
    """Add the figures of all organs."""
    return {
        "late": sum(row.late for row in rows),
        "soon": sum(row.soon for row in rows),
        "defects": sum(row.defects for row in rows),
        "open": sum(row.open for row in rows),
    }


def organ_rows(
    rows: Sequence[OrganCounts], show: What, organ_id: int | None
) -> tuple[OrganRow, ...]:
    """Set each organ's figures, every one of them leading to its rows."""
    return tuple(_organ_row(row, show, organ_id) for row in rows)


def _organ_row(row: OrganCounts, show: What, organ_id: int | None) -> OrganRow:
    mine = row.organ_id == organ_id
    figures = (
        ("open", row.open, ""),
        ("late", row.late, "late"),
        ("soon", row.soon, "soon"),
        ("defects", row.defects, ""),
    )
    return OrganRow(
        row.organ,
        tuple(
            Figure(
                count,
                f"?{query(show=what, organ=row.organ_id)}#rows",
                tone if count else "",
                mine and show == what,
            )
            for what, count, tone in figures
        ),
        mine,
    )


def clock_rows(
    found: Sequence[Clock], today: date, calendar: WorkCalendar
) -> tuple[ClockRow, ...]:
    """Show clocks with the days they are over, or have left, and who is to act."""
    who = queries.handlers([clock.case for clock in found])
    return tuple(
        ClockRow(
            named(clock.term, clock.title),
            ground(clock.basis, clock.start_on),
            _left(clock.due_on, today, calendar),
            "late" if clock.due_on < today else "soon",
            clock.due_on,
            clock.case.title,
            clock.case.number,
            clock.case.organ.short_name,
            who.get(clock.case_id, ""),
            reverse("case", args=[clock.case_id]),
        )
        for clock in found
    )


def _left(due_on: date, today: date, calendar: WorkCalendar) -> str:
    days = (due_on - today).days
    if days < 0:
        return gettext("超 %(days)s 天") % {"days": -days}
    if days == 0:
        return gettext("今天")
    return gettext("还剩 %(due_on)s 个工作日") % {
        "due_on": calendar.workdays_between(today, due_on)
    }


def defect_rows(found: Sequence[Defect]) -> tuple[DefectRow, ...]:
    """Show defects with their article and what would mend them."""
    return tuple(
        DefectRow(
            one.sentence,
            ground(one.basis, one.act.occurred_on),
            one.mend,
            one.case.title,
            one.case.number,
            one.case.organ.short_name,
            one.act.actor.name,
            one.act.occurred_on,
            reverse("case", args=[one.case_id]),
        )
        for one in found
    )


def case_lines(found: Sequence[Case]) -> tuple[CaseLine, ...]:
    """Show open cases with those who handle them."""
    who = queries.handlers(list(found))
    return tuple(
        CaseLine(
            one.title,
            one.number,
            one.organ.short_name,
            who.get(one.pk, ""),
            one.opened_on,
            reverse("case", args=[one.pk]),
        )
        for one in found
    )
