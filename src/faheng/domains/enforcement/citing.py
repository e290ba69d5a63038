"""What items rest on, looked up in the law base."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from faheng.lawbase.models import TargetOutcome
from faheng.lawbase.queries import Checked, Reference, check


class Row(Protocol):
    """A provision as lists keep it."""

    law: str
    article: int
    suffix: int
    para: int | None
    item_no: int | None


@dataclass(frozen=True, slots=True)
class Stands:
    """A provision of a list, and what became of it on a day."""

    reference: Reference
    checked: Checked

    @property
    def sentence(self) -> str:
        """What is the matter, as it is printed; empty where it holds."""
        return said(self.checked)


def reference(row: Row) -> Reference:
    """Give the provision that a row cites."""
    return Reference(row.law, row.article, row.suffix, row.para, row.item_no)


def check_rows(rows: Iterable[Row], on: date) -> list[Stands]:
    """Look the provisions of rows up in the law of a day, in their order."""
    wanted = [reference(row) for row in rows]
    found = check(wanted, on)
    return [Stands(one, found[one]) for one in wanted]


def wrong_on_all(rows: Iterable[Row], days: Iterable[date]) -> list[Stands]:
    """Give the provisions that are no right basis on any of some days.

    Whether the law of the act or the law of the decision applies is weighed by
    people (行政处罚法 article 37), so either day will do.
    """
    kept = list(rows)
    first, *others = [check_rows(kept, day) for day in sorted(set(days))]
    return [
        one
        for place, one in enumerate(first)
        if one.checked.is_wrong and all(day[place].checked.is_wrong for day in others)
    ]


def said(checked: Checked) -> str:
    """Say what is the matter with a provision; empty where it holds.

    >>> said(Checked(TargetOutcome.REPEALED, date(2021, 1, 1), "某法"))
    '自2021-01-01起已被《某法》废止'
    """
    match checked.outcome:
        case TargetOutcome.REPEALED:
            since = f"自{checked.since}起" if checked.since else ""
            return (
                f"{since}已被《{checked.by}》废止" if checked.by else f"{since}已废止"
            )
        case TargetOutcome.NOT_YET:
            return f"自{checked.since}起施行" if checked.since else "尚未施行"
        case TargetOutcome.NO_SUCH:
            return "当日有效的文本没有这一条款"
        case TargetOutcome.NOT_HELD:
            return "法规库未收录当日的文本，无从核对"
        case _:
            return ""
