"""How each rule stands: written, derived from declarations, or waiting for data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from faheng.kernel.questions.declare import QUESTIONS, RULES, Dimension, Rule, Severity
from faheng.kernel.questions.derived import settle
from faheng.kernel.questions.listed import LISTED


class Standing(Enum):
    """How a rule is answered."""

    WRITTEN = ("written", "专门编写")
    DERIVED = ("derived", "由声明派生")
    WAITING = ("waiting", "等待数据")

    def __init__(self, key: str, title: str) -> None:
        self.key = key
        self.title = title


@dataclass(frozen=True)
class KnownRule:
    """A rule of the list, or one derived beside it.

    Attributes:
        rule: what is told of it; None while it cannot be asked.
        waits_for: what it needs that the platform does not hold.
        is_listed: it stands on the published list.
    """

    code: str
    title: str
    severity: Severity
    standing: Standing
    rule: Rule | None
    waits_for: str = ""
    is_listed: bool = True

    @property
    def dimension(self) -> Dimension:
        """Return what it watches."""
        return Dimension.of(self.code)


def known_rules() -> list[KnownRule]:
    """Give every listed rule in its order, then those derived beside the list."""
    return [*_listed(), *_beside()]


def known_rule(code: str) -> KnownRule | None:
    """Give a rule by its code."""
    return next((one for one in known_rules() if one.code == code), None)


def words_in(code: str) -> frozenset[str]:
    """Return the words that a written rule's expression is made with.

    The names of the parameters it reads are among them.
    """
    question = QUESTIONS.get(code)
    if question is None:
        return frozenset()
    constants = question.ask.__code__.co_consts
    return frozenset(one for one in constants if isinstance(one, str))


def _listed() -> Iterator[KnownRule]:
    derived = settle()
    for one in LISTED:
        written = RULES.get(one.code)
        rule = written or derived.get(one.code)
        standing = Standing.WAITING
        if rule is not None:
            standing = Standing.WRITTEN if written else Standing.DERIVED
        yield KnownRule(
            one.code, one.title, one.severity, standing, rule, one.waits_for
        )


def _beside() -> Iterator[KnownRule]:
    for rules, standing in ((RULES, Standing.WRITTEN), (settle(), Standing.DERIVED)):
        for rule in rules.values() if isinstance(rules, dict) else rules:
            if rule.code not in LISTED:
                yield KnownRule(
                    rule.code,
                    rule.title,
                    rule.severity,
                    standing,
                    rule,
                    is_listed=False,
                )
