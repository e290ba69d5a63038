"""What every column has: a title, a type, and what can be wrong with it.

A kind speaks DuckDB's SQL: ``value`` turns a cleaned text into its type (NULL where
it can't), and ``faults`` are conditions under which the row is rejected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

DAY = "getvariable('received_on')"
"""The day of delivery, as an expression."""


def literal(text: str) -> str:
    """Write a text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def name(text: str) -> str:
    """Write a name as SQL."""
    return '"' + text.replace('"', '""') + '"'


@dataclass(frozen=True)
class Fault:
    """One way in which a row can be wrong.

    Attributes:
        key: name under which it is counted.
        title: what is asked, for people: 决定日期是日期.
        when: SQL condition that it is wrong; NULL means nothing to say.
        says: SQL text of the reason.
        is_gap: whether something is missing, rather than wrong.
    """

    key: str
    title: str
    when: str
    says: str
    is_gap: bool = False


@dataclass(frozen=True)
class Column:
    """One column; this kind holds plain text.

    Attributes:
        title: heading in files, beside the English name.
        required: a row without it is rejected.
        recommended: counts for completeness, rejects nothing.
        note: what a person should know who fills it.
        name: the attribute it was declared as.
        limit: longest text taken.
    """

    title: str
    required: bool = False
    recommended: bool = False
    note: str = ""
    name: str = ""
    limit: int = 500

    kind: ClassVar[str] = "文本"
    sql_type: ClassVar[str] = "VARCHAR"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or f"{self.kind}，不超过{self.limit}个字"

    @property
    def raw(self) -> str:
        """Name of its cleaned text in a query."""
        return name(f"r_{self.name}")

    @property
    def typed(self) -> str:
        """Name of its value in a query."""
        return name(f"v_{self.name}")

    def value(self, text: str) -> str:
        """Give the typed value of a text."""
        return text

    def stored(self) -> tuple[tuple[str, str], ...]:
        """Give what is kept: names of columns with their expressions."""
        return ((self.name, self.typed),)

    def faults(self) -> tuple[Fault, ...]:
        """Give what can be wrong, a missing value first."""
        wrong = self.wrong()
        gap = Fault(
            f"{self.name}.missing",
            f"“{self.title}”已填",
            f"{self.raw} IS NULL",
            literal(f"缺少“{self.title}”"),
            is_gap=True,
        )
        return (gap, *wrong) if self.required else wrong

    def wrong(self) -> tuple[Fault, ...]:
        """Give what can be wrong with a text that is there."""
        return (self._fault("long", f"length({self.raw}) > {self.limit}", "过长"),)

    def _fault(self, key: str, when: str, says: str) -> Fault:
        sentence = " || ".join((
            literal(f"“{self.title}”{says}：“"),
            f"left({self.raw}, 60)",
            literal("”"),
        ))
        title = f"“{self.title}”{says}"
        return Fault(f"{self.name}.{key}", title, when, sentence)

    def _unreadable(self, says: str) -> Fault:
        when = f"{self.raw} IS NOT NULL AND {self.typed} IS NULL"
        return self._fault("form", when, says)
