"""How an item's fine is computed, bracket by bracket, where no fixed range says it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models

from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.registers.columns import BadCell, Column
from faheng.lib.text import AmountUnreadable, parse_yuan, yuan


class FineFrom(models.TextChoices):
    """The sum that brackets are told apart by, and multiples count from."""

    GOODS = "goods_value_fen", "货值金额"
    GAINS = "gains_fen", "违法所得"
    PRICE = "contract_fen", "合同价款"
    BASE = "base_fen", "计算基数"


class FineMode(models.TextChoices):
    """How a bracket gives its limits."""

    FIXED = "fixed", "元"
    MULTIPLE = "multiple", "倍"
    PERCENT = "percent", "%"


class ItemFine(models.Model):
    """One bracket of an item's fine.

    Attributes:
        base: the sum it counts from.
        from_fen: where the bracket begins, included.
        below_fen: where it ends, not included; none for no end.
        low: lower limit in yuan, times or per cent; none for nought.
        is_unknown: the range where the sum cannot be established.
    """

    item = models.ForeignKey(
        EnforcementItem, models.CASCADE, related_name="fines", verbose_name="执法事项"
    )
    base = models.CharField("计算基数", max_length=20, choices=FineFrom.choices)
    from_fen = models.BigIntegerField("起点", default=0)
    below_fen = models.BigIntegerField("终点", null=True, blank=True)
    mode = models.CharField("方式", max_length=10, choices=FineMode.choices)
    low = models.DecimalField(
        "下限", max_digits=18, decimal_places=4, null=True, blank=True
    )
    high = models.DecimalField("上限", max_digits=18, decimal_places=4)
    is_unknown = models.BooleanField("基数无法计算", default=False)

    class Meta:
        verbose_name = "罚款分段"
        ordering = ("item_id", "pk")

    def __str__(self) -> str:
        return str(bracket_of(self))


@dataclass(frozen=True, slots=True)
class Bracket:
    """One bracket as a cell says it."""

    base: str
    from_fen: int
    below_fen: int | None
    mode: str
    low: Decimal | None
    high: Decimal
    is_unknown: bool = False

    def __str__(self) -> str:
        unit = str(FineMode(self.mode).label)
        low = f"{self._shown(self.low)}{unit}以上" if self.low else ""
        return f"{self._range()}：{low}{self._shown(self.high)}{unit}以下"

    def _shown(self, value: Decimal) -> str:
        if self.mode == FineMode.FIXED:
            return yuan(int(value * 100))
        return f"{value.normalize():f}"

    def _range(self) -> str:
        name = str(FineFrom(self.base).label)
        if self.is_unknown:
            return f"{name}无法计算"
        start = f"{yuan(self.from_fen)}元以上" if self.from_fen else ""
        end = "" if self.below_fen is None else f"不足{yuan(self.below_fen)}元"
        return f"{name}{start}{end}"


def bracket_of(row: ItemFine) -> Bracket:
    """Give a stored bracket as a cell says it."""
    return Bracket(
        row.base,
        row.from_fen,
        row.below_fen,
        row.mode,
        row.low,
        row.high,
        row.is_unknown,
    )


_AMOUNT = r"[0-9.,]+(?:万|亿)?元"
_CELL = re.compile(
    rf"(?P<base>货值金额|违法所得|合同价款|计算基数)"
    rf"(?:(?P<unknown>无法计算)|(?:(?P<start>{_AMOUNT})以上)?(?:不足(?P<end>{_AMOUNT}))?)"
    r":(?:(?P<low>[0-9.,]+万?)(?P<lu>元|倍|%)?以上)?(?P<high>[0-9.,]+万?)(?P<hu>元|倍|%)以下"
)
_BASES = {str(one.label): one for one in FineFrom}
_MODES = {str(one.label): one for one in FineMode}
EXAMPLE = "货值金额不足10000元：100000元以上150000元以下"


def parse_bracket(text: str) -> Bracket:
    """Read one bracket.

    >>> str(parse_bracket("货值金额1万元以上：15倍以上30倍以下"))
    '货值金额10,000元以上：15倍以上30倍以下'
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    found = _CELL.fullmatch(plain)
    if found is None or (found["lu"] or found["hu"]) != found["hu"]:
        message = f"“{text}”不是罚款分段，应如“{EXAMPLE}”"
        raise BadCell(message)
    mode = _MODES[found["hu"]]
    low, high = (_value(found[name], mode) for name in ("low", "high"))
    if high is None or (low is not None and low > high):
        message = f"“{text}”的上限低于下限"
        raise BadCell(message)
    return Bracket(
        _BASES[found["base"]],
        _fen(found["start"]) or 0,
        _fen(found["end"]),
        mode,
        low,
        high,
        bool(found["unknown"]),
    )


def _fen(text: str | None) -> int | None:
    try:
        return parse_yuan(text) if text else None
    except AmountUnreadable as problem:
        raise BadCell(str(problem)) from problem


def _value(text: str | None, mode: FineMode) -> Decimal | None:
    if text is None:
        return None
    if mode is FineMode.FIXED:
        return Decimal(_fen(f"{text}元") or 0) / 100
    return Decimal(text.replace(",", ""))


def cover(rows: Sequence[Bracket]) -> None:
    """See that brackets meet edge to edge, so that every sum lies in exactly one.

    Raises:
        BadCell: there is a gap, an overlap, no beginning or no end; it says where.
    """
    known = sorted(
        (row for row in rows if not row.is_unknown), key=lambda row: row.from_fen
    )
    unknown = len(rows) - len(known)
    if unknown > 1 or (rows and not known):
        message = "罚款分段里“无法计算”至多写一段，并且要有能计算的分段"
        raise BadCell(message)
    reached: int | None = 0
    for row in known:
        if reached is None or row.from_fen < reached:
            message = f"“{row}”与前一段重叠，同一数额落在两段里"
            raise BadCell(message)
        if row.from_fen > reached:
            message = f"“{row}”之前从{yuan(reached)}元起没有规定，请补上"
            raise BadCell(message)
        reached = row.below_fen
    if known and reached is not None:
        message = f"罚款分段只到{yuan(reached)}元，以上没有规定，请补上"
        raise BadCell(message)


def fine_rule(rows: Sequence[Bracket]) -> dict[str, Any]:
    """Write brackets as the engine takes them; empty where there are none."""
    known = [row for row in rows if not row.is_unknown]
    if not known:
        return {}
    unknown = next((row for row in rows if row.is_unknown), None)
    rule = {"base": known[0].base, "brackets": [_asked(row) for row in known]}
    return rule | ({"base_unknown": _limits(unknown)} if unknown else {})


def _asked(row: Bracket) -> dict[str, Any]:
    ends = {"base_from_fen": row.from_fen, "base_below_fen": row.below_fen}
    return ends | _limits(row)


def _limits(row: Bracket) -> dict[str, Any]:
    low = row.low or Decimal(0)
    if row.mode == FineMode.FIXED:
        fen = {"min_fen": int(low * 100), "max_fen": int(row.high * 100)}
        return {"mode": row.mode, **fen}
    unit = "times" if row.mode == FineMode.MULTIPLE else "percent"
    ends = {f"min_{unit}": f"{low:f}", f"max_{unit}": f"{row.high:f}"}
    return {"mode": row.mode, **ends}


@dataclass(frozen=True)
class Brackets(Column):
    """The brackets of an item's fine, one after another in a cell."""

    is_child: ClassVar[bool] = True

    def parse(self, raw: str, day: date) -> Any:
        """Read brackets between ； or new lines."""
        parts = re.split(r"[；;\n]", raw)
        found = tuple(parse_bracket(part) for part in parts if part.strip())
        if len({one.base for one in found}) > 1:
            message = "一个事项的罚款分段只能用一种计算基数"
            raise BadCell(message)
        cover(found)
        return found

    def blank(self) -> Any:
        """Give none."""
        return ()

    def read(self, entry: models.Model) -> str:
        """Write the brackets of an item."""
        rows: Iterable[Any] = getattr(entry, "fines").all()  # noqa: B009 - any model
        return self.show_all(bracket_of(row) for row in rows)

    def show_all(self, values: Any) -> str:
        """Write several brackets."""
        return "；".join(str(one) for one in values)

    def write(self, entry: models.Model, value: Any) -> None:
        """Replace the brackets of an item."""
        rows: Any = getattr(entry, "fines")  # noqa: B009 - any model
        rows.all().delete()
        for one in value:
            rows.create(
                base=one.base,
                from_fen=one.from_fen,
                below_fen=one.below_fen,
                mode=one.mode,
                low=one.low,
                high=one.high,
                is_unknown=one.is_unknown,
            )
