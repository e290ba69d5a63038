"""Dates and moments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from faheng.kernel.feeds.columns.base import DAY, Column, Fault


@dataclass(frozen=True)
class Day(Column):
    """A date.

    Attributes:
        since: nothing of the kind is older.
        may_be_future: whether it may lie after the day of delivery.
    """

    since: date = date(1949, 10, 1)
    may_be_future: bool = False
    kind: ClassVar[str] = "日期"
    sql_type: ClassVar[str] = "DATE"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        until = "" if self.may_be_future else "，不晚于报送当日"
        return self.note or f"日期，如2026-05-01；不早于{self.since}{until}"

    def value(self, text: str) -> str:
        """Read 2026-05-01, 2026/5/1, 20260501 or 2026年5月1日."""
        usual = "\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}([ T]00:00(:00)?)?"
        other = f"try_strptime({text}, ['%Y%m%d', '%Y.%m.%d', '%Y年%m月%d日'])"
        return (
            f"CASE WHEN regexp_full_match({text}, '{usual}')"
            f" THEN try_cast(left({text}, 10) AS DATE)"
            f" WHEN regexp_matches({text}, '^\\d{{4}}') THEN CAST({other} AS DATE) END"
        )

    def wrong(self) -> tuple[Fault, ...]:
        """No date, too early, or still to come."""
        early = f"{self.typed} < DATE '{self.since}'"
        found = (
            self._unreadable("不是日期"),
            self._fault("early", early, f"早于{self.since}"),
        )
        if self.may_be_future:
            return found
        return (*found, self._fault("future", f"{self.typed} > {DAY}", "晚于报送当日"))


@dataclass(frozen=True)
class Moment(Day):
    """A moment; one without a zone is meant here."""

    kind: ClassVar[str] = "时间"
    sql_type: ClassVar[str] = "TIMESTAMP"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or "时间，如2026-05-01 09:30:00；可带时区"

    def value(self, text: str) -> str:
        """Read 2026-05-01 09:30:00, with or without a zone."""
        shape = f"regexp_matches({text}, '^\\d{{4}}[-/]\\d{{1,2}}[-/]\\d{{1,2}}[ T]\\d{{1,2}}:\\d{{2}}')"
        read = f"CAST(try_cast({text} AS TIMESTAMPTZ) AS TIMESTAMP)"
        return f"CASE WHEN {shape} THEN {read} END"

    def wrong(self) -> tuple[Fault, ...]:
        """No moment, too early, or still to come."""
        early = f"{self.typed} < DATE '{self.since}'"
        late = f"{self.typed} >= {DAY} + 1"
        return (
            self._unreadable("不是时间"),
            self._fault("early", early, f"早于{self.since}"),
            self._fault("future", late, "晚于报送当日"),
        )
