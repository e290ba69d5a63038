"""Reading a question: a wrong field is named, never guessed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

MOST = 10**15
"""No amount, and no number of times, is larger."""
PLACES = 15
"""No share has more places."""


class Unanswerable(Exception):
    """这个问题不能回答。

    Attributes:
        field: name of the field at fault.
        reason: what is wrong and what to do, as a sentence.
        article: the article it rests on; empty where the question's own holds.
    """

    def __init__(self, field: str, reason: str, article: str = "") -> None:
        self.field = field
        self.reason = reason
        self.article = article
        super().__init__(f"{field}：{reason}")


@dataclass(slots=True)
class Given:
    """A question, or a part of one, whose fields are read by kind.

    Attributes:
        path: the name of this part.
        whole_of: the question this is a part of; its name is asked for only in an
            error, since a million audited decisions have none.
        place: which of several rows this is.
    """

    values: Mapping[str, Any]
    path: str = ""
    whole_of: Given | None = None
    place: int | None = None

    def name(self, field: str) -> str:
        """Return the full name of a field."""
        path = self.path if self.place is None else f"{self.path}[{self.place}]"
        own = f"{path}.{field}" if path else field
        return self.whole_of.name(own) if self.whole_of else own

    def wrong(self, field: str, reason: str, article: str = "") -> Unanswerable:
        """Make the answer that a field is wrong."""
        return Unanswerable(self.name(field), reason, article)

    def need(self, field: str) -> Any:
        """Return a field that must be there and not null."""
        value = self.values.get(field)
        if value is None:
            raise self.wrong(field, "没有给出，请补充")
        return value

    def has(self, field: str) -> bool:
        """Tell whether a field is there and not null."""
        return self.values.get(field) is not None

    def whole(self, field: str) -> int:
        """Return a whole number that is not negative."""
        value = self.need(field)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.wrong(field, "应当是整数")
        if value < 0:
            raise self.wrong(field, "不能是负数")
        if value > MOST:
            raise self.wrong(field, "超出可以计算的范围")
        return value

    def fen(self, field: str) -> int:
        """Return an amount in whole fen."""
        value = self.values.get(field)
        if value.__class__ is int and 0 <= value <= MOST:
            return int(value)
        value = self.need(field)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.wrong(field, "金额应当是以分为单位的整数，不足一分的不能计算")
        return self.whole(field)

    def share(self, field: str) -> Decimal:
        """Return a decimal between nought and one."""
        value = self.decimal(field)
        if not 0 <= value <= 1:
            raise self.wrong(field, "应当在 0 和 1 之间")
        return value

    def decimal(self, field: str) -> Decimal:
        """Return a decimal that is not negative; floats are refused."""
        value = self.values.get(field)
        known = _share(value) if value.__class__ is str else None
        return self._decimal(field) if known is None else known

    def _decimal(self, field: str) -> Decimal:
        try:
            return decimal(self.need(field), "")
        except Unanswerable as problem:
            raise self.wrong(field, problem.reason) from problem

    def day(self, field: str) -> date:
        """Return a date written as 2026-05-14."""
        try:
            return _from_iso(self.values[field])
        except (KeyError, TypeError, ValueError):
            return self._day(field)

    def _day(self, field: str) -> date:
        try:
            return day(self.need(field), "")
        except Unanswerable as problem:
            raise self.wrong(field, problem.reason) from problem

    def flag(self, field: str) -> bool:
        """Return true or false."""
        value = self.need(field)
        if not isinstance(value, bool):
            raise self.wrong(field, "应当是 true 或者 false")
        return value

    def choice(self, field: str, among: Sequence[str]) -> str:
        """Return one of a closed list."""
        value = self.need(field)
        if value not in among:
            raise self.wrong(field, f"应当是 {'、'.join(among)} 之一")
        return str(value)

    def rows(self, field: str) -> list[Any]:
        """Return a list."""
        value = self.need(field)
        if not isinstance(value, list):
            raise self.wrong(field, "应当是列表")
        return value

    def part(self, field: str) -> Given:
        """Return a part of the question."""
        value = self.need(field)
        # A dict is asked for first: the abstract class is slow to ask.
        if not isinstance(value, dict) and not isinstance(value, Mapping):
            raise self.wrong(field, "应当是一组字段")
        return Given(value, field, self)

    def parts(self, field: str) -> list[Given]:
        """Return a list of parts, at least one."""
        found = [
            Given(value, field, self, place)
            for place, value in enumerate(self.rows(field))
        ]
        for one in found:
            if one.values.__class__ is not dict and not isinstance(one.values, Mapping):
                place = (one.place or 0) + 1
                raise self.wrong(field, f"第 {place} 项应当是一组字段")
        if not found:
            raise self.wrong(field, "至少要有一项")
        return found


_from_iso = lru_cache(maxsize=4096)(date.fromisoformat)


@lru_cache(maxsize=4096)
def _share(text: str) -> Decimal | None:
    """Read a share; the same few are asked for again and again."""
    try:
        return decimal(text, "")
    except Unanswerable:
        return None


def decimal(value: Any, name: str) -> Decimal:
    """Read a decimal from a string, a whole number, or a decimal of a JSON text."""
    if isinstance(value, bool | float) or not isinstance(value, int | str | Decimal):
        raise Unanswerable(name, '小数请写成字符串，例如 "0.3"')
    try:
        read = Decimal(str(value))
    except InvalidOperation as problem:
        raise Unanswerable(name, "不是数字") from problem
    if not read.is_finite() or read < 0:
        raise Unanswerable(name, "应当是不小于零的数字")
    if read > MOST or -int(read.as_tuple().exponent) > PLACES:
        raise Unanswerable(name, "超出可以计算的范围，请核对位数")
    return read


def day(value: Any, name: str) -> date:
    """Read a date."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as problem:
        raise Unanswerable(name, "日期应当写成 2026-05-14") from problem


def fen_of(amount: Decimal, name: str) -> int:
    """Return an amount that must come out in whole fen."""
    if amount != amount.to_integral_value():
        raise Unanswerable(name, f"算得 {amount} 分，不足一分，请核对基数和比例")
    return int(amount)


def in_order(given: Given, first: str, second: str) -> tuple[date, date]:
    """Read two dates that follow one another."""
    one, two = given.day(first), given.day(second)
    if two < one:
        raise given.wrong(second, f"早于 {given.name(first)}，前后矛盾")
    return one, two
