"""Kinds of column of a feed: how a text is read, and what can be wrong with it.

A kind speaks DuckDB's SQL: ``value`` turns a cleaned text into its type (NULL where
it can't), and ``faults`` are conditions under which the row is rejected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from faheng.kernel.feeds import digits

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


@dataclass(frozen=True)
class Code(Column):
    """One of a closed list, by its code or its title."""

    codes: Mapping[str, str] = field(default_factory=dict)
    kind: ClassVar[str] = "代码"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        told = "、".join(f"{code}（{title}）" for code, title in self.codes.items())
        return self.note or f"代码或名称：{told}"

    def value(self, text: str) -> str:
        """Read a code or a title into the code."""
        cases = " ".join(
            f"WHEN {text} IN ({literal(code)}, {literal(title)}) THEN {literal(code)}"
            for code, title in self.codes.items()
        )
        return f"CASE {cases} END"

    def wrong(self) -> tuple[Fault, ...]:
        """Not on the list."""
        return (self._unreadable("不在代码表内"),)


YES_NO = {"1": "是", "0": "否"}


@dataclass(frozen=True)
class YesNo(Column):
    """Yes or no."""

    kind: ClassVar[str] = "是否"
    sql_type: ClassVar[str] = "BOOLEAN"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or "是或否"

    def value(self, text: str) -> str:
        """Read 是, 1, true and their opposites."""
        yes, no = "('是', '1', 'true')", "('否', '0', 'false')"
        return f"CASE WHEN lower({text}) IN {yes} THEN true WHEN lower({text}) IN {no} THEN false END"

    def wrong(self) -> tuple[Fault, ...]:
        """Neither."""
        return (self._unreadable("应为是或否"),)


@dataclass(frozen=True)
class Codes(Code):
    """Several of a closed list, parted by ; or 、; kept as codes parted by ;."""

    kind: ClassVar[str] = "代码（可多项）"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or f"{super().how}；多项以分号隔开"

    def value(self, text: str) -> str:
        """Read codes and titles; one that is unknown makes the whole unreadable."""
        pairs = {**{title: code for code, title in self.codes.items()}}
        pairs |= {code: code for code in self.codes}
        keys = ", ".join(literal(key) for key in pairs)
        values = ", ".join(literal(value) for value in pairs.values())
        found = f"map([{keys}], [{values}])[trim(part)]"
        # One separator inside a text is enough to tell that there are several.
        parts = f"string_split(translate({text}, '；、，,', ';;;;'), ';')"
        each = f"[coalesce({found}, '?') FOR part IN {parts} IF trim(part) <> '']"
        joined = f"array_to_string(list_sort({each}), ';')"
        single = Code.value(self, text)
        several = (
            f"CASE WHEN contains({joined}, '?') THEN NULL ELSE nullif({joined}, '') END"
        )
        return f"coalesce({single}, {several})"


@dataclass(frozen=True)
class CreditCode(Column):
    """A unified social credit code with a right check digit."""

    kind: ClassVar[str] = "统一社会信用代码"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or "18位统一社会信用代码，校验位须相符（GB 32100）"

    def value(self, text: str) -> str:
        """Bring it to the form that is kept."""
        return digits.plain_code(text)

    def wrong(self) -> tuple[Fault, ...]:
        """A wrong shape or check digit."""
        return (self._fault("digit", digits.uscc_wrong(self.typed), "校验不符"),)


@dataclass(frozen=True)
class CitizenId(Column):
    """A citizen number; kept masked, with a keyed digest to find equal ones."""

    kind: ClassVar[str] = "公民身份号码"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or "18位公民身份号码，校验位须相符（GB 11643）；只存掩码"

    def value(self, text: str) -> str:
        """Bring it to the form that is checked."""
        return digits.plain_code(text)

    def stored(self) -> tuple[tuple[str, str], ...]:
        """Keep the mask and the digest, never the number."""
        return (
            (self.name, digits.masked(self.typed)),
            (f"{self.name}_index", digits.keyed(self.typed)),
        )

    def wrong(self) -> tuple[Fault, ...]:
        """A wrong shape, day of birth or check digit."""
        wrong = digits.citizen_id_wrong(self.typed, DAY)
        says = f"“{self.title}”校验不符"
        # The number itself is not repeated in the reason.
        return (Fault(f"{self.name}.digit", says, wrong, literal(says)),)


@dataclass(frozen=True)
class Known(Column):
    """A code that a list of ours must hold.

    Attributes:
        of: which list, by its name among ``declare.CODE_LISTS``.
    """

    of: str = ""
    kind: ClassVar[str] = "登记代码"

    @property
    def how(self) -> str:
        """How it is to be filled in."""
        return self.note or "须是本平台已登记的代码"

    def wrong(self) -> tuple[Fault, ...]:
        """Not on our list."""
        held = f"{self.typed} NOT IN (SELECT code FROM {name('known_' + self.of)})"
        when = f"{self.typed} IS NOT NULL AND {held}"
        return (self._fault("known", when, "未登记"),)
