"""The question that a case puts to the engine of discretion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from faheng.domains.enforcement.benchmarks.asking import Here, asked_of
from faheng.domains.enforcement.conditions.grounds import is_first
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.domains.enforcement.rows.weighing import AmountOf
from faheng.domains.enforcement.weighing.questions import Question, questions
from faheng.kernel.parties.declare import PartyKind
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

LONG_YEARS = 5
ADULT = 18
FULL = "full"
GAINS = frozenset({AmountOf.RECEIPTS, AmountOf.REFUNDS, AmountOf.COSTS})
LIMITATION = str(PENALTY_LAW.article(36))
FACTS_FIRST = "案件没有填写这一项，请先在核查或者调查的步骤里补充"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it was told: code, value as text, key of the evidence if any."""

    code: str
    value: str
    evidence: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """What the officer says of a case, before the law is applied to it.

    Attributes:
        kinds: kinds of penalty chosen; None leaves them to the engine.
        fine: the fine chosen; None leaves it to the engine.
        deviation: why the benchmark is left; empty keeps to it.
    """

    facts: Sequence[Fact] = ()
    amounts: Mapping[str, int] = field(default_factory=dict)
    kinds: tuple[str, ...] | None = None
    fine: int | None = None
    deviation: str = ""
    direction: str = ""
    direction_reason: str = ""
    age: int | None = None
    capacity: str = ""


def told_of(given: Mapping[str, Any]) -> Told:
    """Read what a step was given: its rows and its choices."""
    penalties = given.get("proposed_penalty") or []
    facts = [
        _told_fact(row)
        for row in given.get("weighed_fact") or []
        if row.get("fact") and row["fact"].partition("=")[2]
    ]
    fines = [r.get("amount") for r in penalties if r.get("kind") == PenaltyKind.FINE]
    sums = [fine for fine in fines if fine is not None]
    return Told(
        facts=facts,
        amounts=_amounts(given.get("weighed_amount") or []),
        kinds=tuple(dict.fromkeys(r["kind"] for r in penalties if r.get("kind")))
        or None,
        fine=sum(sums) if sums else None,
        deviation=(given.get("deviation_reason") or "").strip(),
        direction=given.get("direction") or "",
        direction_reason=given.get("direction_reason") or "",
        age=given.get("party_age"),
        capacity=given.get("capacity") or "",
    )


def _told_fact(row: Mapping[str, Any]) -> Fact:
    code, _, value = row["fact"].partition("=")
    return Fact(code, value, getattr(row.get("evidence"), "pk", None))


def _amounts(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows:
        if row.get("of") and row.get("amount") is not None:
            found[row["of"]] = found.get(row["of"], 0) + row["amount"]
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, and what it was made of.

    Attributes:
        question: as the engine takes it.
        questions: the facts that are asked about.
    """

    question: dict[str, Any]
    questions: tuple[Question, ...]

    @property
    def is_weighed(self) -> bool:
        """Whether a published benchmark weighs the item."""
        return bool(self.question["benchmarks"])

    @property
    def is_computed(self) -> bool:
        """Whether the registers say enough to compute: a benchmark, or brackets."""
        bracketed = any("fine_rule" in one for one in self.question["provisions"])
        return self.is_weighed or bracketed

    def of(self, code: str) -> Question | None:
        """Give what is asked under a code."""
        return next((one for one in self.questions if one.code == code), None)


def ask(s: Any, told: Told) -> Asked:
    """Put a case as the engine asks for it.

    Raises:
        Unanswerable: the file lacks something; the sentence says what.
    """
    main = s.main
    if main.item is None:
        raise Unanswerable("item", "案件还没有选定执法事项，请先补充")
    here = Here(_day(main, "act_ended_on"), s.on, s.organ.division)
    known = asked_of(main.item, here)
    asked = questions(main.item, known, s.on, here.path)
    by_code = {one.code: one for one in asked}
    rows = [_fact(one, by_code) for one in told.facts]
    question = known | {
        "act_start": _day(main, "act_began_on").isoformat(),
        "act_end": here.act_end.isoformat(),
        "discovered_on": _day(main, "discovered_on").isoformat(),
        "decision_on": s.on.isoformat(),
        "life_health_or_finance_harm": main.item.limitation_years == LONG_YEARS,
        "facts": rows,
        "amounts": {k: v for k, v in told.amounts.items() if k not in GAINS},
        "choices": _choices(told),
        **_party(s, told),
        **_gains(told),
    }
    return Asked(question | _history(s, rows), asked)


def _day(main: Any, name: str) -> Any:
    found = getattr(main, name)
    if found is None:
        raise Unanswerable(name, FACTS_FIRST, LIMITATION)
    return found


def _fact(one: Fact, by_code: Mapping[str, Question]) -> dict[str, Any]:
    asked = by_code.get(one.code)
    if asked is None:
        reason = f"“{one.code}”不是这个事项要查明的事实，请在表内选择"
        raise Unanswerable("facts", reason, str(PENALTY_LAW.article(34)))
    evidence = [one.evidence] if one.evidence is not None else []
    return {"code": one.code, "value": asked.read(one.value), "evidence": evidence}


def _choices(told: Told) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if told.kinds:
        found["kinds"] = list(told.kinds)
    if told.deviation and told.fine is not None:
        found["deviation"] = {"fine_fen": told.fine, "reason": told.deviation}
    elif told.fine is not None:
        found["fine_fen"] = told.fine
    if told.direction:
        found |= {"direction": told.direction, "reason": told.direction_reason or None}
    return found


def _party(s: Any, told: Told) -> dict[str, Any]:
    if s.party is None or s.party.kind == PartyKind.ORGANISATION:
        return {"party": "organisation"}
    # An individual business counts as a citizen: the lower amounts protect it.
    return {"party": "person", "age": _age(s, told), "capacity": told.capacity or FULL}


def _age(s: Any, told: Told) -> int | None:
    if told.age is not None:
        return told.age
    if s.party.kind == PartyKind.INDIVIDUAL_BUSINESS:
        return ADULT
    born, on = s.party.birth_on, s.main.act_ended_on
    if born is None:
        return None
    return int(on.year - born.year - ((on.month, on.day) < (born.month, born.day)))


def _gains(told: Told) -> dict[str, Any]:
    if AmountOf.RECEIPTS not in told.amounts:
        return {}
    found = {k.value: told.amounts[k] for k in GAINS if k in told.amounts}
    return {"gains": found | {"deduct_costs": AmountOf.COSTS in told.amounts}}


def _history(s: Any, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Look up earlier decisions, where it is said that there are none."""
    claimed = any(r["code"] == "first_time" and r["value"] is True for r in rows)
    if not claimed or s.party is None:
        return {}
    return {"earlier_violations": 0 if is_first(s) else 1}
