"""The words in which a rule is declared."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from faheng.kernel.law.declare import Basis
from faheng.kernel.questions.scopes import Near, Scope
from faheng.lib.registry import NameTaken, Registry

__all__ = [
    "QUESTIONS",
    "RULES",
    "Dimension",
    "Near",
    "Question",
    "Rule",
    "Scope",
    "Severity",
    "Table",
    "rule",
]

Table = Any
"""An Ibis table, unbound; rules are read without Ibis being loaded."""

Ask = Callable[..., Table]


class Severity(Enum):
    """How bad it is, the worst first."""

    RED = ("red", "严重", 3)
    YELLOW = ("yellow", "一般", 2)
    HINT = ("hint", "提示", 1)

    def __init__(self, key: str, title: str, rank: int) -> None:
        self.key = key
        self.title = title
        self.rank = rank


class Dimension(Enum):
    """What is watched; the value opens the codes of its rules."""

    BODY = ("ZT", "执法主体")
    OFFICER = ("RY", "执法人员")
    PROCESS = ("LC", "执法流程")
    TIME = ("SX", "办理时限")
    PAPERS = ("WS", "文书完整性")
    DATA = ("SJ", "数据归集")

    def __init__(self, prefix: str, title: str) -> None:
        self.prefix = prefix
        self.title = title

    @classmethod
    def of(cls, code: str) -> Dimension:
        """Return the dimension that a code's first letters name.

        Raises:
            ValueError: no dimension has such codes.
        """
        for one in cls:
            if code.startswith(one.prefix):
                return one
        message = f"{code} opens with no dimension's letters"
        raise ValueError(message)


@dataclass(frozen=True)
class Rule:
    """What is told of a finding: what is wrong, on what ground, what to do.

    Attributes:
        code: stable; of the list, or made from the declaration it follows from.
        says: what the rule finds, as a sentence for those who read it.
        about: the table whose key a finding's `row` is; empty where it has none.
        facts: titles of shown columns that no table names.
        sources: declarations it follows from; empty for a written rule.
    """

    code: str
    title: str
    basis: Basis | str
    severity: Severity
    scope: Scope = Scope.CASE
    mend: str = ""
    says: str = ""
    about: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()

    @property
    def dimension(self) -> Dimension:
        """Return what it watches."""
        return Dimension.of(self.code)

    @property
    def derived(self) -> bool:
        """Tell whether it follows from declarations, nobody wrote it."""
        return bool(self.sources)


@dataclass(frozen=True)
class Question:
    """One expression over tables of the contract.

    Attributes:
        key: the rule's code, or the name of a family.
        ask: takes unbound tables by the names of its parameters.
        family: its rows name their codes themselves, in a column `code`.
    """

    key: str
    ask: Ask
    scope: Scope = Scope.CASE
    family: bool = False

    @property
    def tables(self) -> tuple[str, ...]:
        """Return the names of the tables it reads."""
        return tuple(inspect.signature(self.ask).parameters)


RULES: Registry[Rule] = Registry("rule")
SCOPES: Registry[Scope] = Registry("scope of rules")
QUESTIONS: Registry[Question] = Registry("question")


def rule(  # noqa: PLR0913 - the whole of a declaration
    title: str,
    *,
    code: str,
    basis: Basis,
    severity: Severity,
    mend: str,
    scope: Scope = Scope.CASE,
    about: str = "",
    facts: Mapping[str, str] | None = None,
) -> Callable[[Ask], Ask]:
    """Declare a rule; each row that the function returns is a finding.

    Args:
        title: what is wrong, as a clause.
        code: its code on the list; the first two letters say what is watched.
        basis: the article.
        severity: how bad it is.
        mend: what the officer can do.
        scope: whose other cases the answer depends on.
        about: the table whose key the column `row` holds.
        facts: Chinese titles of shown columns that the rule computes.

    Raises:
        NameTaken: another rule has the code, or another scope the key of its scope.
    """

    def declare(ask: Ask) -> Ask:
        Dimension.of(code)
        says = " ".join((ask.__doc__ or "").split())
        _only_once(code, ask)
        SCOPES.add(scope.key, scope)
        told = Rule(
            code, title, basis, severity, scope, mend, says, about, dict(facts or {})
        )
        RULES.add(code, told)
        QUESTIONS.add(code, Question(code, ask, scope))
        return ask

    return declare


def _only_once(code: str, ask: Ask) -> None:
    held = QUESTIONS.get(code)
    if held is not None and held.ask is not ask:
        message = f"two rules have the code {code}"
        raise NameTaken(message)
