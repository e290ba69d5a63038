"""Kinds of column: how a cell is read from a file and shown again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db.models import Model, QuerySet

from faheng.kernel.parties.queries import valid_on
from faheng.lib.identifiers import uscc_problem
from faheng.lib.text import AmountUnreadable, parse_yuan, yuan


class BadCell(Exception):
    """单元格内容无法识别。"""


@dataclass(frozen=True)
class Column:
    """One column; this kind holds plain text.

    Attributes:
        field: attribute of the entry; a path may step through a relation to show.
        title: heading on the page and in files.
        limit: longest text taken.
    """

    field: str
    title: str
    required: bool = False
    limit: int = 2000

    is_child: ClassVar[bool] = False
    """Whether the value lies in rows that belong to the entry."""

    def parse(self, raw: str, day: date) -> Any:
        """Read a cell that is not blank; the day is the entry's first."""
        if len(raw) > self.limit:
            message = f"超过{self.limit}个字"
            raise BadCell(message)
        return raw

    def blank(self) -> Any:
        """Give what an empty cell means."""
        return ""

    def show(self, value: Any) -> str:
        """Write a value as people read it."""
        return "" if value is None else str(value)

    def show_all(self, values: Any) -> str:
        """Write what lies in several rows; only columns of that kind are asked."""
        return self.show(values)

    def read(self, entry: Model) -> str:
        """Show this column of an entry."""
        value: Any = entry
        for step in self.field.split("__"):
            value = getattr(value, step, None)
        return self.show(value)

    def write(self, entry: Model, value: Any) -> None:
        """Replace the rows that belong to the entry; nothing for plain columns."""


@dataclass(frozen=True)
class Number(Column):
    """A whole number, none where blank unless a default is given."""

    default: int | None = None
    most: int = 999_999_999

    def parse(self, raw: str, day: date) -> int:
        """Read a whole number."""
        text = unicodedata.normalize("NFKC", raw).replace(",", "")
        if not re.fullmatch(r"\d{1,9}", text):
            message = f"“{raw}”不是整数"
            raise BadCell(message)
        if int(text) > self.most:
            message = f"“{raw}”超过{self.most}"
            raise BadCell(message)
        return int(text)

    def blank(self) -> int | None:
        """Give the default."""
        return self.default


@dataclass(frozen=True)
class YesNo(Column):
    """是 or 否; blank means no."""

    def parse(self, raw: str, day: date) -> bool:
        """Read 是 or 否."""
        if raw not in {"是", "否"}:
            message = f"“{raw}”应填“是”或“否”"
            raise BadCell(message)
        return raw == "是"

    def blank(self) -> bool:
        """Give no."""
        return False

    def show(self, value: Any) -> str:
        """Write 是 or 否."""
        return "是" if value else "否"


_DAY = re.compile(r"(\d{4})(?:-|/|\.|年)?(\d{1,2})(?:-|/|\.|月)?(\d{1,2})日?")


def parse_day(raw: str) -> date:
    """Read a date in any of the forms that files bring.

    >>> parse_day("2026年5月1日") == parse_day("20260501") == parse_day("2026/5/1")
    True
    """
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", raw).strip())
    try:
        return date(*(int(part) for part in found.groups())) if found else _no_day(raw)
    except ValueError:
        return _no_day(raw)


def _no_day(raw: str) -> date:
    message = f"“{raw}”不是日期，应如2026-05-01"
    raise BadCell(message)


@dataclass(frozen=True)
class Day(Column):
    """A date."""

    def parse(self, raw: str, day: date) -> date:
        """Read a date."""
        return parse_day(raw)

    def blank(self) -> None:
        """Give none."""

    def show(self, value: Any) -> str:
        """Write 2026-05-01."""
        return value.isoformat() if isinstance(value, date) else ""


@dataclass(frozen=True)
class Yuan(Column):
    """An amount written in yuan and kept in fen."""

    def parse(self, raw: str, day: date) -> int:
        """Read yuan into fen."""
        try:
            return parse_yuan(raw)
        except AmountUnreadable as error:
            message = f"“{raw}”不是金额：{error}"
            raise BadCell(message) from error

    def blank(self) -> None:
        """Give none, which is not nought."""

    def show(self, value: Any) -> str:
        """Write fen as yuan."""
        return "" if value is None else yuan(value)


@dataclass(frozen=True)
class CreditCode(Column):
    """A unified social credit code with a right check digit."""

    def parse(self, raw: str, day: date) -> str:
        """Read a credit code."""
        problem = uscc_problem(raw)
        if problem:
            raise BadCell(problem)
        return unicodedata.normalize("NFKC", raw).upper()


@dataclass(frozen=True)
class Choice(Column):
    """One of a closed list, written by its title."""

    choices: tuple[tuple[str, str], ...] = ()
    default: str = ""

    def parse(self, raw: str, day: date) -> str:
        """Read a title."""
        for value, title in self.choices:
            if raw in {title, value}:
                return value
        allowed = "、".join(title for _, title in self.choices)
        message = f"“{raw}”不在可选范围（{allowed}）"
        raise BadCell(message)

    def blank(self) -> str:
        """Give the default."""
        return self.default

    def show(self, value: Any) -> str:
        """Write the title."""
        return dict(self.choices).get(str(value), "")


@dataclass(frozen=True)
class Choices(Choice):
    """Several of a closed list, kept as rows that belong to the entry.

    Attributes:
        child_field: the column of those rows that holds the value.
    """

    child_field: str = ""
    is_child: ClassVar[bool] = True

    def parse(self, raw: str, day: date) -> Any:
        """Read titles between 、 or ； or new lines."""
        found = [super(Choices, self).parse(part, day) for part in split(raw)]
        return tuple(dict.fromkeys(found))

    def blank(self) -> Any:
        """Give none."""
        return ()

    def read(self, entry: Model) -> str:
        """Write the titles."""
        rows = getattr(entry, self.field).all()
        return self.show_all(getattr(row, self.child_field) for row in rows)

    def show_all(self, values: Any) -> str:
        """Write several titles."""
        return "、".join(self.show(value) for value in values)

    def write(self, entry: Model, value: Iterable[str]) -> None:
        """Replace the rows that belong to the entry."""
        related = getattr(entry, self.field)
        related.all().delete()
        for one in value:
            related.create(**{self.child_field: one})


@dataclass(frozen=True)
class Reference(Column):
    """Another row, written by its code.

    Attributes:
        model: where it is looked up.
        by: the field that holds the code.
        dated: whether it must be valid on the entry's first day.
    """

    model: type[Model] | None = None
    by: str = "code"
    dated: bool = False

    def parse(self, raw: str, day: date) -> Model:
        """Find the row of a code."""
        if self.model is None:
            raise BadCell
        rows: QuerySet[Model] = QuerySet(self.model).filter(**{self.by: raw})
        found = rows.filter(valid_on(day)).first() if self.dated else rows.first()
        if found is None:
            when = f"在{day}" if self.dated else ""
            message = f"“{raw}”{when}不存在，请先登记"
            raise BadCell(message)
        return found

    def blank(self) -> None:
        """Give none."""

    def show(self, value: Any) -> str:
        """Write the code."""
        return "" if value is None else str(getattr(value, self.by))


def split(raw: str) -> list[str]:
    """Part a cell that holds several things.

    >>> split("罚款、 没收违法所得；警告")
    ['罚款', '没收违法所得', '警告']
    """
    parts = re.split(r"[、;；\n]", raw)
    return [part.strip() for part in parts if part.strip()]
