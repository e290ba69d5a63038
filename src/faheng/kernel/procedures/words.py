"""The small words of a declaration: stage, term, condition, step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from faheng.kernel.clocks.declare import Unit
from faheng.kernel.documents.declare import Document
from faheng.kernel.law.declare import Basis
from faheng.kernel.parties.declare import Role, Titled

if TYPE_CHECKING:
    from datetime import date


class Declared:
    """Something whose key is the name of the class attribute that holds it."""

    key: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the attribute's name as key, once."""
        if not self.key:
            self.key = name


class Part(Titled):
    """In what part an organ stands in a case; most cases know only the first."""

    HANDLING = "handling", "办理机关"
    SUPERVISED = "supervised", "被监督机关"
    RESPONDENT = "respondent", "被申请人"


class Duty(Enum):
    """Whose days a term counts."""

    ORGAN = "机关"
    PARTY = "当事人"


@dataclass(eq=False)
class Stage(Declared):
    """Where a course stands between two steps.

    Attributes:
        title: the stage as officials say it.
        final: the course has ended; no step leads out.
    """

    title: str
    final: bool = False


@dataclass(eq=False)
class Term(Declared):
    """A period fixed by law, by a parameter, or by a paper of the case.

    Attributes:
        length: a number, or a function of the situation (a dated parameter).
        unit: what is counted; the statute's regime may turn days into working days.
        basis: the article.
        title: what must be done (or may be done) within it.
        of: whose days these are; when a party's term lapses a right ends,
            when the organ's lapses a duty is broken.
        until: reads the last day off the situation instead of counting.
        when: starts the term only where this holds (no fine, nothing to pay).
        lapse: the legal effect of letting it pass, as a clause.
        regime: key of the day-counting regime; by default the statute's.
        watch: code of the supervision rule this term answers.
        part: whose organ's days they are, where it is not the handling one's.
    """

    length: int | Callable[[Any], int]
    unit: Unit
    basis: Basis
    title: str = ""
    of: Duty = Duty.ORGAN
    until: Callable[[Any], date | None] | None = None
    when: Callable[[Any], bool] | None = None
    lapse: str = ""
    regime: str = ""
    watch: str = ""
    part: Part = Part.HANDLING


@dataclass(frozen=True)
class Condition:
    """Something that must hold before a step may be taken.

    Attributes:
        key: stable name, from the function that tests it.
        says: what holds when the condition is met, as a clause.
        basis: the article that asks for it.
        mend: what to do when it does not hold.
        watch: code of the supervision rule this condition answers.
        on_given: it reads what the step is given, so it cannot be told beforehand.
        test: reads the situation.
    """

    key: str
    says: str
    basis: Basis
    mend: str
    test: Callable[[Any], bool]
    watch: str = ""
    on_given: bool = False


def condition(
    says: str,
    *,
    basis: Basis,
    mend: str = "",
    watch: str = "",
    on_given: bool = False,
) -> Callable[[Callable[[Any], bool]], Condition]:
    """Turn a test on a situation into a declared condition."""

    def declare(test: Callable[[Any], bool]) -> Condition:
        name = test.__name__
        return Condition(name, says, basis, mend, test, watch, on_given)

    return declare


@dataclass(frozen=True)
class Adds:
    """Rows that a step adds to a child table of the case.

    Attributes:
        model: the table, a `CaseRow`.
        least: how many rows the step must be given.
        most: how many at the most; None for any number.
    """

    model: type[Any]
    least: int = 1
    most: int | None = 1


def one(model: type[Any]) -> Adds:
    """Ask for exactly one row."""
    return Adds(model)


def many(model: type[Any], least: int = 1) -> Adds:
    """Ask for several rows."""
    return Adds(model, least, None)


@dataclass(frozen=True)
class Extend:
    """A step that lengthens a running term by a number of days it asks for."""

    term: Term
    by: str
    unit: Unit
    most: int | None = None


@dataclass(frozen=True)
class Join:
    """A step that brings another organ into the case.

    Attributes:
        part: what the organ comes in as.
        by: the column of the case file that names it.
    """

    part: Part
    by: str


@dataclass(frozen=True)
class LeaveOut:
    """A step that leaves days of a running term out of the count.

    Attributes:
        term: which term.
        days: reads the first and the last day off the situation; None for none.
    """

    term: Term
    days: Callable[[Any], tuple[date, date] | None]


class Anywhere(Enum):
    """Stands for every stage that is not final."""

    ANYWHERE = "anywhere"


ANYWHERE = Anywhere.ANYWHERE
At = Stage | tuple[Stage, ...] | Anywhere | None


@dataclass(frozen=True)
class WorkedOut:
    """What follows from what a step was given.

    Attributes:
        kept: values that stand in the record beside what was given.
        problems: what keeps the step from being taken, as the door's `Problem`s.
    """

    kept: Mapping[str, Any] = field(default_factory=dict)
    problems: Sequence[Any] = ()


@dataclass(eq=False)
class Step(Declared):
    """One lawful act: who may take it, where, what it asks and what follows.

    Attributes:
        title: the act as officials say it.
        at: stages it may be taken at; None opens the course, ANYWHERE any stage.
        to: stage it leads to; None stays.
        by: roles that may take it.
        basis: the article.
        asks: names of fields of the case file; `needs` are those that may not be empty.
        optional: those of `asks` that may stay empty.
        adds: child rows it takes.
        requires: conditions beyond stage and role.
        starts, stops, pauses, resumes: terms.
        leaves_out: days of a running term that do not count, both ends known.
        extends: a term it lengthens.
        issues: documents it makes.
        serves: documents it delivers; the step then asks how and when.
        aside: a way out or a by-step: offered, but nobody is reminded of it.
        numbers: mark of the case number that this step gives (立, 简 …).
        part: whose organ's people take it, where it is not the handling one's.
        joins: other organs that it brings into the case.
        becomes: the procedure under which the course goes on, from the same stage
            and with the same file.
        works_out: computes what follows from what it was given, after that was
            written and before its conditions are tested; takes situation and act.
        rows: rows of the list of procedures that it carries out, as "P01.6".
        note: one line of advice shown beside the form.
    """

    title: str
    at: At
    by: Role | tuple[Role, ...]
    basis: Basis
    to: Stage | None = None
    asks: Sequence[str] = ()
    optional: Sequence[str] = ()
    adds: Sequence[Adds] = ()
    requires: Sequence[Condition] = ()
    starts: Sequence[Term] = ()
    stops: Sequence[Term] = ()
    pauses: Sequence[Term] = ()
    resumes: Sequence[Term] = ()
    leaves_out: Sequence[LeaveOut] = ()
    extends: Extend | None = None
    issues: Sequence[type[Document]] = ()
    serves: Sequence[type[Document]] = ()
    aside: bool = False
    numbers: str = ""
    part: Part = Part.HANDLING
    joins: Sequence[Join] = ()
    becomes: type[Any] | None = None
    works_out: Callable[[Any, Any], WorkedOut] | None = None
    rows: Sequence[str] = ()
    note: str = ""

    @property
    def roles(self) -> tuple[Role, ...]:
        """Return the roles that may take the step."""
        return self.by if isinstance(self.by, tuple) else (self.by,)

    @property
    def opens(self) -> bool:
        """Tell whether the step begins its course."""
        return self.at is None

    def possible_at(self, stage: Stage) -> bool:
        """Tell whether the step may be taken at a stage."""
        if self.at is ANYWHERE:
            return not stage.final
        if isinstance(self.at, tuple):
            return stage in self.at
        return self.at is stage
