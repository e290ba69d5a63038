"""Codes of closed lists, and of lists of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from faheng.kernel.feeds.columns.base import Column, Fault, literal, name


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
