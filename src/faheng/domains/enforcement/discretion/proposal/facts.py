"""The facts that the law itself weighs, and how the facts of a case are settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from faheng.domains.enforcement.discretion.reading import Given
from faheng.kernel.law.declare import Citation
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


class Effect(StrEnum):
    """What a fact of the law does."""

    EXCLUDE = "exclude"
    LIGHTEN = "lighten"
    HEAVIER = "heavier"
    REFER = "refer"


@dataclass(frozen=True, slots=True)
class LegalFact:
    """A fact that the penalty law names.

    Attributes:
        shall: whether the law orders its effect or only allows it.
    """

    code: str
    title: str
    effect: Effect
    article: str
    shall: bool = True


def _fact(code: str, title: str, effect: Effect, article: Citation) -> LegalFact:
    return LegalFact(code, title, effect, str(article))


ART = PENALTY_LAW.article
LIGHTEN, EXCLUDE = Effect.LIGHTEN, Effect.EXCLUDE
LEGAL_FACTS = {
    fact.code: fact
    for fact in (
        _fact("minor", "违法行为轻微", EXCLUDE, ART(33, 1)),
        _fact("corrected_in_time", "及时改正", EXCLUDE, ART(33, 1)),
        _fact("no_harm", "没有造成危害后果", EXCLUDE, ART(33, 1)),
        _fact("slight_harm", "危害后果轻微", EXCLUDE, ART(33, 1)),
        _fact("first_time", "初次违法", EXCLUDE, ART(33, 1)),
        _fact("no_fault", "当事人有证据足以证明没有主观过错", EXCLUDE, ART(33, 2)),
        _fact("removed_harm", "主动消除或者减轻危害后果", LIGHTEN, ART(32, None, 1)),
        _fact("coerced", "受他人胁迫或者诱骗实施", LIGHTEN, ART(32, None, 2)),
        _fact("confessed", "主动供述尚未掌握的违法行为", LIGHTEN, ART(32, None, 3)),
        _fact("merit", "配合查处有立功表现", LIGHTEN, ART(32, None, 4)),
        _fact(
            "other_lighter", "法律、法规、规章规定的其他情形", LIGHTEN, ART(32, None, 5)
        ),
        _fact("emergency", "突发事件期间违反应对措施", Effect.HEAVIER, ART(49)),
        _fact("crime_suspected", "涉嫌犯罪", Effect.REFER, ART(27, 1)),
    )
}

CONTRADICTIONS = (("no_harm", "slight_harm"), ("no_harm", "grave_harm"))
"""Pairs of facts that cannot both be true."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The facts that count, and the codes of those that have no evidence."""

    facts: dict[str, Any]
    set_aside: tuple[str, ...]


def settle(asked: Given) -> Settled:
    """Read the facts of a case; a fact without evidence does not count.

    A mapping of code to value is taken as proved: so a public calculator asks.
    """
    facts = asked.values.get("facts")
    if facts is None:
        raise asked.wrong("facts", "没有给出，请补充；没有特别情节的给空列表")
    if isinstance(facts, Mapping):
        found = dict(facts)
        unproved: tuple[str, ...] = ()
    else:
        found, unproved = _rows(asked)
    _first_time(asked, found)
    for one, other in CONTRADICTIONS:
        if found.get(one) is True and found.get(other) is True:
            raise asked.wrong("facts", f"{one} 与 {other} 互相矛盾，请核对后留下一个")
    for code in LEGAL_FACTS:
        if not isinstance(found.get(code, False), bool):
            raise asked.wrong(f"facts.{code}", "应当是 true 或者 false")
    return Settled(found, unproved)


def _rows(asked: Given) -> tuple[dict[str, Any], tuple[str, ...]]:
    found: dict[str, Any] = {}
    unproved: list[str] = []
    for row in asked.rows("facts"):
        if not isinstance(row, dict | Mapping) or not isinstance(row.get("code"), str):
            raise asked.wrong("facts", "每个事实应当有 code、value 和 evidence")
        code, value = row["code"], row.get("value")
        if value is None:
            raise asked.wrong(f"facts.{code}", "没有给出 value，请补充或者删去")
        if not row.get("evidence"):
            unproved.append(code)
        elif code in found and found[code] != value:
            reason = "有两个不同的值，前后矛盾，请核对证据后留下一个"
            raise asked.wrong(f"facts.{code}", reason)
        else:
            found[code] = value
    return found, tuple(c for c in unproved if c not in found)


def _first_time(asked: Given, facts: dict[str, Any]) -> None:
    """Set the first offence by the history, where one was looked up."""
    earlier = asked.values.get("earlier_violations")
    if earlier is None:
        return
    count = asked.whole("earlier_violations")
    if facts.get("first_time") is True and count:
        raise asked.wrong(
            "facts.first_time", f"查到此前同类违法 {count} 次，与初次违法矛盾"
        )
    facts.setdefault("first_time", count == 0)
