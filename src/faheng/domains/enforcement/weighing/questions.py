"""What is asked about an item: the facts that count for it, each with its answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from faheng.domains.enforcement.benchmarks.queries import entries_for_item
from faheng.domains.enforcement.discretion.proposal.expressions import asked_facts
from faheng.domains.enforcement.discretion.proposal.facts import LEGAL_FACTS, Effect
from faheng.domains.enforcement.registers import EnforcementItem

YES = "true"
NO = "false"
ORDERED = frozenset({"from", "above", "most", "below"})
EFFECTS = {
    Effect.EXCLUDE: "不予处罚的条件",
    Effect.LIGHTEN: "应当从轻或者减轻",
    Effect.HEAVIER: "应当从重",
    Effect.REFER: "移送司法机关",
}
_CONDITION = re.compile(r"entry(.+)\.(\d+)\Z")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: what is stored, and what is read."""

    value: str
    title: str


@dataclass(frozen=True, slots=True)
class Question:
    """A fact to be established.

    Attributes:
        about: what it does: weighs, excludes, lightens, …
        options: the answers; a single yes for what is so or is not known.
        is_number: the answer is a number.
    """

    code: str
    title: str
    about: str
    article: str = ""
    options: tuple[Option, ...] = ()
    is_number: bool = False

    def read(self, value: str) -> Any:
        """Give an answer as the engine takes it."""
        if self.options and self.options[0].value == YES:
            return value == YES
        if self.is_number and re.fullmatch(r"-?\d+", value):
            return int(value)
        return value

    def say(self, value: Any) -> str:
        """Give an answer as people read it."""
        wanted = YES if value is True else NO if value is False else str(value)
        return next((o.title for o in self.options if o.value == wanted), wanted)


BOTH = (Option(YES, "是"), Option(NO, "否"))


def questions(
    item: EnforcementItem, asked: Mapping[str, Any], on: date, path: str
) -> tuple[Question, ...]:
    """Give what is asked about an item: the benchmark's factors, then the law's.

    Args:
        item: the item.
        asked: what the registers know of it, from `benchmarks.asking.asked_of`.
        on: the day it is decided.
        path: path of the division.
    """
    found: dict[str, Question] = {}
    needs_order = any(p.get("requires_prior_correction") for p in asked["provisions"])
    made = [
        *_weighing(asked["benchmarks"]),
        *(_ORDER if needs_order else ()),
        *_listed(item, on, path),
        *_legal(),
    ]
    for one in made:
        found.setdefault(one.code, one)
    return tuple(found.values())


_ORDER = (
    Question("ignored_order", "责令改正后逾期未改正", "罚款的前提", options=BOTH),
)


def _weighing(benchmarks: Iterable[Mapping[str, Any]]) -> Iterator[Question]:
    for benchmark in benchmarks:
        tables = benchmark["tables"]
        if len(tables) > 1:
            codes = [Option(str(t["code"]), str(t["code"])) for t in tables]
            yield Question("variant", "适用的裁量表", "定阶次", options=tuple(codes))
        for table in tables:
            yield from _factors(table)
            yield from _bands(table)
            yield from _tiers(table)
        for ground in benchmark.get("aggravating") or ():
            yield Question(ground["fact"], ground["title"], "从重", options=BOTH)


def _factors(table: Mapping[str, Any]) -> Iterator[Question]:
    for factor in table.get("factors") or ():
        options = tuple(
            Option(str(o["code"]), _weighted(o)) for o in factor.get("options") or ()
        )
        title = str(factor.get("title") or factor["code"])
        yield Question(
            factor["code"], title, "定数额", options=options, is_number=not options
        )


def _weighted(option: Mapping[str, Any]) -> str:
    return str(option.get("title") or option["code"])


def _bands(table: Mapping[str, Any]) -> Iterator[Question]:
    values: dict[str, dict[str, None]] = {}
    for band in table.get("bands") or ():
        for name, value in band["when"].items():
            values.setdefault(name, {})[str(value)] = None
    for name, said in values.items():
        options = tuple(Option(value, value) for value in said)
        yield Question(name, name, "定阶次", options=options)


def _tiers(table: Mapping[str, Any]) -> Iterator[Question]:
    asked: dict[str, dict[Any, None]] = {}
    numbers: set[str] = set()
    for tier in table.get("tiers") or ():
        for leaf in _leaves(tier["when"]):
            code = leaf["fact"]
            said = [leaf["is"]] if "is" in leaf else leaf.get("in") or ()
            asked.setdefault(code, {}).update(dict.fromkeys(said))
            if ORDERED & leaf.keys():
                numbers.add(code)
    for code, said in asked.items():
        if code in LEGAL_FACTS:
            continue
        options = tuple(Option(_text(v), _text(v)) for v in said)
        is_number = code in numbers
        plain = not options and not is_number
        yield Question(
            code,
            code,
            "定阶次",
            options=BOTH if plain else options,
            is_number=is_number,
        )


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _leaves(condition: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for part in (*condition.get("all", ()), *condition.get("any", ())):
        yield from _leaves(part)
    if "not" in condition:
        yield from _leaves(condition["not"])
    if "fact" in condition:
        yield condition


def _listed(item: EnforcementItem, on: date, path: str) -> Iterator[Question]:
    for entry in entries_for_item(item, on, path):
        for code in sorted(asked_facts(entry.when) - LEGAL_FACTS.keys()):
            place = _CONDITION.fullmatch(code)
            at = int(place.group(2)) - 1 if place else -1
            said = entry.conditions[at] if 0 <= at < len(entry.conditions) else code
            about = str(entry.on_list.get_kind_display())
            yield Question(code, str(said), about, options=BOTH)


def _legal() -> Iterator[Question]:
    for fact in LEGAL_FACTS.values():
        about = EFFECTS[fact.effect]
        yield Question(fact.code, fact.title, about, fact.article, BOTH)
