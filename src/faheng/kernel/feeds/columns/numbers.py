"""Counts and amounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faheng.kernel.feeds.columns.base import Column, Fault


@dataclass(frozen=True)
class Number(Column):
    """A whole number."""

    least: int = 0
    most: int = 999_999_999
    kind: ClassVar[str] = "整数"
    sql_type: ClassVar[str] = "INTEGER"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or f"整数，{self.least}至{self.most}"

    def value(self, text: str) -> str:
        """Read a whole number; 3.0 and 1e3 are none."""
        read = f"try_cast({text} AS INTEGER)"
        return f"CASE WHEN regexp_full_match({text}, '\\d{{1,9}}') THEN {read} END"

    def wrong(self) -> tuple[Fault, ...]:
        """No number, or out of range."""
        out = f"{self.typed} NOT BETWEEN {self.least} AND {self.most}"
        return (self._unreadable("不是整数"), self._fault("range", out, "超出范围"))


_WHOLE = "(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})"


@dataclass(frozen=True)
class Yuan(Column):
    """An amount in yuan, kept in fen."""

    kind: ClassVar[str] = "金额（元）"
    sql_type: ClassVar[str] = "BIGINT"
    places: ClassVar[int] = 2
    """Decimal places after which an amount is finer than a fen."""

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or f"{self.kind}，最多{self.places}位小数，最小到分"

    def value(self, text: str) -> str:
        """Read an amount into fen; what is finer than a fen is no amount."""
        # Wider decimals are a hundred times slower to read.
        amount = f"CAST(replace({text}, ',', '') AS DECIMAL(18, {self.places}))"
        scale = 10**self.places
        whole = f"CAST(floor({amount}) AS BIGINT) * {scale}"
        rest = f"CAST(({amount} - floor({amount})) * {scale} AS BIGINT)"
        return f"CASE WHEN {self._is_exact(text)} THEN {whole} + {rest} END"

    def wrong(self) -> tuple[Fault, ...]:
        """No amount, or finer than a fen."""
        shape = f"regexp_full_match({self.raw}, '{_WHOLE}(\\.\\d+)?')"
        finer = f"{shape} AND NOT {self._is_exact(self.raw)}"
        return (
            self._fault("form", f"NOT {shape}", "不是金额"),
            self._fault("fen", finer, "小于一分"),
        )

    def _is_exact(self, text: str) -> str:
        decimals = f"(\\.\\d{{1,{self.places}}}0*)?"
        return f"regexp_full_match({text}, '{_WHOLE}{decimals}')"


@dataclass(frozen=True)
class WanYuan(Yuan):
    """An amount in 万元, as publicity records carry it; kept in fen."""

    kind: ClassVar[str] = "金额（万元）"
    places: ClassVar[int] = 6
