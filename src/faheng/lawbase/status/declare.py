"""Versions, repeals and answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from faheng.lawbase.citations.naming import bare

# 行政处罚法（2021年修订）, 行政处罚法(2021-01-22): the same statute.
VERSION_TOLD = re.compile(
    r"(?<=[法例典定则释》])[（(\[〔]"
    r"(?:(?:19|20)\d{2}[^（）()]{0,10}|(?:最新)?(?:修订|修正|修改)(?:版|本|案文)?)[）)\]〕]$"
)


class Status(StrEnum):
    """What can be said of a statute on a day."""

    IN_FORCE = "in force"
    NOT_HELD = "not held"
    NOT_YET = "not yet in force"
    REPEALED = "repealed"


class Basis(StrEnum):
    """Where a date comes from, the surest first."""

    INDEX = "index of the collection"
    TEXT = "text"
    DECISION = "amending decision"
    CLAIM = "claim of the source"
    ASSUMED = "assumed: in force when adopted"


@dataclass(slots=True)
class Version:
    """One version of a statute; `held` if its text is at hand."""

    adopted_on: date
    held: bool = False
    effective_on: date | None = None
    basis: Basis = Basis.ASSUMED

    @property
    def begins_on(self) -> date:
        """The first day, as far as known."""
        return self.effective_on or self.adopted_on

    def learn(self, effective_on: date | None, basis: Basis) -> None:
        """Take over a date if its basis is better than the one known."""
        order = list(Basis)
        if effective_on is None or effective_on < self.adopted_on:
            return
        if self.effective_on is None or order.index(basis) < order.index(self.basis):
            self.effective_on, self.basis = effective_on, basis


@dataclass(slots=True)
class Work:
    """A statute through its versions."""

    title: str
    versions: dict[date, Version] = field(default_factory=dict)
    repealed_on: date | None = None
    repealed_by: str | None = None

    def version(self, adopted_on: date) -> Version:
        """The version adopted on a day; made if it was not known."""
        return self.versions.setdefault(adopted_on, Version(adopted_on))


@dataclass(slots=True)
class Shelf:
    """Every statute that a set of texts tells of."""

    works: dict[str, Work] = field(default_factory=dict)
    cited_on: dict[str, date] = field(default_factory=dict)
    decisions: dict[tuple[date, str], list[Work]] = field(default_factory=dict)

    def cite(self, titles: Iterable[str], on: date) -> None:
        """Keep that a text adopted on a day names some statutes: they existed."""
        for name in map(key, titles):
            if name not in self.cited_on or on < self.cited_on[name]:
                self.cited_on[name] = on

    def amend(self, title: str, on: date, decision: str) -> None:
        """Keep that a decision of a day amended a statute: a version of that day."""
        work = self.work(title)
        work.version(on)
        amended = self.decisions.setdefault((on, decision), [])
        if work not in amended:
            amended.append(work)

    def share(self) -> None:
        """What one decision amends takes effect on one day, if all known ones agree."""
        for (on, _), amended in self.decisions.items():
            versions = [work.version(on) for work in amended]
            known = {one.effective_on for one in versions if one.effective_on}
            if len(known) == 1:
                for one in versions:
                    one.learn(min(known), Basis.DECISION)

    def work(self, title: str) -> Work:
        """The statute of a title; made if it was not known."""
        name = key(title)
        return self.works.setdefault(name, Work(name))


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a dated question."""

    status: Status
    version_on: date | None = None
    effective_on: date | None = None
    by: str | None = None

    def row(self, identity: object) -> dict[str, object]:
        """The row of the command."""
        return {
            "id": identity,
            "status": self.status.value,
            "version_date": self.version_on.isoformat() if self.version_on else None,
            "effective_from": (
                self.effective_on.isoformat() if self.effective_on else None
            ),
            "by": self.by,
        }


def key(title: str) -> str:
    """A title as statutes are looked up by it."""
    name = "".join(title.split()).replace("〈", "《").replace("〉", "》")
    return bare(VERSION_TOLD.sub("", name))
