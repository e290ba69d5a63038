"""The facts that a demo case is weighed by: those that its fine follows from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from faheng.cli.demo.cases.scene import Scene
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.domains.enforcement.weighing.asking import Asked, Fact, Told, ask
from faheng.domains.enforcement.weighing.working import proposed
from faheng.kernel.cases.models import Course, Evidence
from faheng.kernel.cases.situation import Situation

FINE = (PenaltyKind.FINE.value,)


def facts_of(scene: Scene) -> list[Mapping[str, Any]]:
    """Find what puts the fine of a case where it is; nothing where nobody weighs it."""
    if scene.case is None:
        return []
    course = Course.objects.get(case=scene.case, track="")
    s = Situation(course.case, course, scene.at)
    exhibits = Evidence.objects.filter(case=scene.case).order_by("pk")
    proof = exhibits.values_list("pk", flat=True).first()
    try:
        asked = ask(s, Told())
    except Unanswerable:
        return []
    for when in _circumstances(asked):
        facts = [Fact(code, value, proof) for code, value in when.items()]
        if _comes_to(s, Told(facts, kinds=FINE, fine=scene.matter.fine)):
            return [
                {"fact": f"{one.code}={one.value}", "evidence": one.evidence}
                for one in facts
            ]
    return []


def _circumstances(asked: Asked) -> Iterator[Mapping[str, str]]:
    """Give what each tier or row is for."""
    for benchmark in asked.question["benchmarks"]:
        for table in benchmark["tables"]:
            for tier in table.get("tiers", ()):
                yield {tier["when"]["fact"]: tier["when"]["is"]}
            for band in table.get("bands", ()):
                yield band["when"]


def _comes_to(s: Situation, told: Told) -> bool:
    try:
        _, wrong = proposed(ask(s, told), told)
    except Unanswerable:
        return False
    return not wrong
