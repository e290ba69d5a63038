"""What is wrong with a declaration before anybody has taken a step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import ANYWHERE, Part, Procedure, Stage, Step

LEADING = frozenset({Role.HEAD, Role.TEAM_LEAD})
"""Who speaks for an organ in a case that another organ handles."""


def problems(procedure: type[Procedure]) -> list[str]:
    """Return every fault of a declared procedure, as sentences."""
    found = [
        *_unreachable(procedure),
        *_dead_ends(procedure),
        *_clocks(procedure),
        *_fields(procedure),
        *_papers(procedure),
        *_changes(procedure),
        *_parts(procedure),
    ]
    return [f"{procedure.key}: {fault}" for fault in found]


def _unreachable(procedure: type[Procedure]) -> Iterator[str]:
    if not procedure.opening():
        yield "no step opens it"
    reached = {step.to for step in procedure.steps().values() if step.to}
    for stage in procedure.stages().values():
        if stage not in reached:
            yield f"stage {stage.key} is never reached"


def _dead_ends(procedure: type[Procedure]) -> Iterator[str]:
    for stage in procedure.stages().values():
        leads_on = any(_leaves(step, stage) for step in procedure.steps().values())
        if not stage.final and not leads_on:
            yield f"no step leads out of stage {stage.key}"


def _leaves(step: Step, stage: Stage) -> bool:
    return step.to is not None and step.to is not stage and step.possible_at(stage)


def _clocks(procedure: type[Procedure]) -> Iterator[str]:
    steps = list(procedure.steps().values())
    started = {term.key for step in steps for term in step.starts}
    stopped = {term.key for step in steps for term in step.stops}
    for term in procedure.terms().values():
        if term.key not in started:
            yield f"term {term.key} is never started"
        if term.key not in stopped:
            yield f"term {term.key} is never stopped"


def _fields(procedure: type[Procedure]) -> Iterator[str]:
    known = {f.name for f in procedure.file._meta.get_fields()}  # noqa: SLF001 - Django's own name
    for step in procedure.steps().values():
        for name in (*step.asks, *step.optional):
            if name not in known:
                yield f"step {step.key} asks for {name}, which the file does not hold"
        for join in step.joins:
            if join.by not in known:
                yield f"step {step.key} joins {join.by}, which the file lacks"
        extended: Any = step.extends
        if extended and extended.by not in known:
            yield f"step {step.key} extends by {extended.by}, which the file lacks"


def _papers(procedure: type[Procedure]) -> Iterator[str]:
    issued = set(procedure.documents())
    for step in procedure.steps().values():
        for document in step.serves:
            if document not in issued:
                yield f"step {step.key} serves {document.__name__}, never issued"
        if step.at is ANYWHERE and step.opens:
            yield f"step {step.key} both opens and stays"


def _changes(procedure: type[Procedure]) -> Iterator[str]:
    for step in procedure.steps().values():
        if step.becomes is None:
            continue
        if step.becomes.file is not procedure.file:
            yield f"step {step.key} changes to a procedure with another file"
        known = step.becomes.stages()
        for stage in procedure.stages().values():
            if step.possible_at(stage) and known.get(stage.key) is not stage:
                yield f"step {step.key} may change at {stage.key}, unknown there"


def _parts(procedure: type[Procedure]) -> Iterator[str]:
    steps = list(procedure.steps().values())
    joined = {join.part for step in steps for join in step.joins}
    for step in steps:
        if step.part is Part.HANDLING:
            continue
        if step.part not in joined:
            yield f"step {step.key} is for {step.part}, whom no step brings in"
        if not set(step.roles) <= LEADING:
            yield f"step {step.key} is for {step.part}, for which only leaders speak"
