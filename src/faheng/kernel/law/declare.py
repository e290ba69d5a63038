"""Statutes and their articles: what a declaration gives as its ground."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol, runtime_checkable

from faheng.lib.registry import Registry
from faheng.lib.text import numeral


class Level(Enum):
    """Rank of a text; the lower the number, the higher the rank."""

    LAW = (1, "法律")
    ADMIN_REGULATION = (2, "行政法规")
    LOCAL_REGULATION = (3, "地方性法规")
    MINISTRY_RULE = (4, "部门规章")
    GOVERNMENT_RULE = (5, "地方政府规章")
    NORMATIVE = (6, "行政规范性文件")

    def __init__(self, rank: int, title: str) -> None:
        self.rank = rank
        self.title = title

    @property
    def may_set_penalties(self) -> bool:
        """Whether a text of this rank may carry a penalty at all."""
        return self is not Level.NORMATIVE


@runtime_checkable
class Basis(Protocol):
    """Whatever a step, term, paper or rule can rest upon.

    `str()` gives the form of screens, `printed()` the form of papers, and
    `regime` the key of the way in which its days are counted ("" = none named).
    """

    @property
    def regime(self) -> str:
        """Key of the regime that counts its days."""

    def printed(self) -> str:
        """The form for papers."""


@dataclass(frozen=True, slots=True)
class Statute:
    """One version of a law, regulation or rule.

    A changed law is a second Statute beside the first, with its own name.

    Attributes:
        name: English key, unique: "administrative_penalty_law".
        title: full official title, without 《》.
        short: title as it is spoken on screens.
        since: first day in force of this version.
        until: last day in force, None while it lasts.
        level: its rank.
        regime: key of the regime that counts its days.
    """

    name: str
    title: str
    short: str
    since: date
    until: date | None = None
    level: Level = Level.LAW
    regime: str = ""

    @property
    def full_title(self) -> str:
        """Official title without 《》, as the law base knows it."""
        return self.title

    def in_force(self, on: date) -> bool:
        """Whether this version was in force on that day."""
        return self.since <= on and (self.until is None or on <= self.until)

    def article(
        self,
        article: int,
        para: int | None = None,
        item: int | None = None,
        sub: int = 0,
    ) -> Citation:
        """Cite one article.

        Args:
            article: number of the article (条).
            para: number of the paragraph (款).
            item: number of the item (项).
            sub: number after 之 of an inserted article (第X条之一).
        """
        return Citation(self, article, para, item, sub)

    def printed(self) -> str:
        """Title in 《》."""
        return f"《{self.title}》"

    def __str__(self) -> str:
        return self.short


@dataclass(frozen=True, slots=True)
class Citation:
    """An article of a statute, as exact as the ground needs.

    >>> from datetime import date
    >>> law = Statute("penalty", "中华人民共和国行政处罚法", "行政处罚法",
    ...               date(2021, 7, 15))
    >>> str(law.article(57, 3))
    '行政处罚法第57条第3款'
    >>> law.article(57, 3).printed()
    '《中华人民共和国行政处罚法》第五十七条第三款'
    """

    statute: Statute
    article: int
    para: int | None = None
    item: int | None = None
    suffix: int = 0

    @property
    def regime(self) -> str:
        """Key of the regime of its statute."""
        return self.statute.regime

    @property
    def place(self) -> str:
        """Article, paragraph and item with Arabic figures: 第57条第3款."""
        parts = [f"第{self.article}条"]
        if self.suffix:
            parts.append(f"之{numeral(self.suffix)}")
        if self.para:
            parts.append(f"第{self.para}款")
        if self.item:
            parts.append(f"第{self.item}项")
        return "".join(parts)

    def printed(self) -> str:
        """The form for papers: full title, Chinese numerals."""
        parts = [self.statute.printed(), f"第{numeral(self.article)}条"]
        if self.suffix:
            parts.append(f"之{numeral(self.suffix)}")
        if self.para:
            parts.append(f"第{numeral(self.para)}款")
        if self.item:
            parts.append(f"第{numeral(self.item)}项")
        return "".join(parts)

    def __str__(self) -> str:
        return f"{self.statute.short}{self.place}"


@dataclass(frozen=True, slots=True)
class LocalRule:
    """A ground that is set locally and held as a parameter.

    Attributes:
        title: what sets it: "本市法制审核办法", or what it is about.
        note: where it is kept or which example it follows.
        regime: key of the regime that counts its days.
    """

    title: str
    note: str = ""
    regime: str = ""

    def printed(self) -> str:
        """The title alone."""
        return self.title

    def __str__(self) -> str:
        return f"{self.title}（{self.note}）" if self.note else self.title


@dataclass(frozen=True, slots=True)
class Practice:
    """A ground that no text states: the usual way of working."""

    title: str
    regime: str = ""

    def printed(self) -> str:
        """The title alone."""
        return self.title

    def __str__(self) -> str:
        return self.title


STATUTES: Registry[Statute] = Registry("statute")


def declare(statute: Statute) -> Statute:
    """Enter a statute among those that can be cited."""
    return STATUTES.add(statute.name, statute)


def in_force(short: str, on: date) -> Statute | None:
    """The version of a statute in force on that day, by its short title."""
    for statute in STATUTES:
        if short in (statute.short, statute.title) and statute.in_force(on):
            return statute
    return None
