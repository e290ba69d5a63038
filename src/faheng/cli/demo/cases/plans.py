"""What is to happen in the demo's cases: scripts, and how many of each where."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from faheng.cli.demo.data import HERE

FOLDER = HERE / "plans"


@dataclass(frozen=True)
class Line:
    """One step of a script.

    Attributes:
        step: name of the step.
        after: working days since the line before.
        days: days since the line before, at the most; 0 where working days count.
        track: the track whose step it is, "" for the main line.
        by: who takes it, if not the first role that the step names: a role's value,
            or "second" for the second officer.
        given: values of fields and rows; a row's name with a list gives the rows.
        late: working days after which it was entered; None where it was entered as
            it happened.
        at: time of day, as "21:30"; chosen where left out.
    """

    step: str
    after: int = 0
    days: int = 0
    track: str = ""
    by: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    late: int | None = None
    at: str = ""


@dataclass(frozen=True)
class Plan:
    """A script that many cases follow.

    Attributes:
        key: its name.
        procedure: the procedure of the main line, without its domain.
        lines: what happens.
        officers: "two", "one" or "uncertified".
        party: kinds of party it takes; empty for those that fit the item.
        items: codes of items it takes; empty for all that fit.
        fine: how much: "spot", "plain", "heard", "panel" or "none".
        kind: the kind of penalty, which the item must allow.
        prior: whether the item must ask for an order to correct first.
        flawed: whether something in it was not as the law has it.
    """

    key: str
    procedure: str
    lines: tuple[Line, ...]
    officers: str = "two"
    party: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    fine: str = "plain"
    kind: str = "fine"
    prior: bool = False
    flawed: bool = False


@dataclass(frozen=True)
class Lot:
    """Some cases of one plan.

    Attributes:
        plan: key of the plan.
        upto: the line after which nothing has happened yet, as "step" or, for the
            second of that name, "step#2"; "" for all lines.
        last: working days before the demo's day on which the last line happened, one
            case each; with a count, the earliest and the latest.
        count: how many; 0 for one of each in `last`.
        organs: an organ's code, or "urban", "street", … for any of a department.
        stretch: days of a line to be taken instead of the plan's, by step.
        lead: which officer leads, 0 for the first of the organ; -1 for any.
        items: codes of items it takes, instead of the plan's.
    """

    plan: str
    last: tuple[int, ...]
    upto: str = ""
    count: int = 0
    organs: tuple[str, ...] = ()
    stretch: Mapping[str, int] = field(default_factory=dict)
    lead: int = -1
    items: tuple[str, ...] = ()


@cache
def plans() -> dict[str, Plan]:
    """Every plan by its key."""
    found = {}
    for data in _files():
        for row in data.get("plan", []):
            plan = Plan(**{**_tuples(row), "lines": tuple(_lines(row, data))})
            found[plan.key] = plan
    return found


@cache
def lots() -> tuple[Lot, ...]:
    """Every lot, file by file."""
    return tuple(Lot(**_tuples(row)) for data in _files() for row in data["lot"])


def lines_of(plan: Plan, lot: Lot) -> list[Line]:
    """The lines of a plan that a lot has come to.

    Raises:
        LookupError: the plan has no such line.
    """
    if not lot.upto:
        return list(plan.lines)
    step, _, nth = lot.upto.partition("#")
    places = [i for i, line in enumerate(plan.lines) if line.step == step]
    wanted = int(nth or 1) - 1
    if wanted >= len(places):
        message = f"plan {plan.key} has no line {lot.upto}"
        raise LookupError(message)
    return list(plan.lines[: places[wanted] + 1])


@cache
def _files() -> tuple[dict[str, Any], ...]:
    """The tables of plans in the order of their names."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.toml")))


def _read(path: Path) -> dict[str, Any]:
    """One table of plans."""
    with path.open("rb") as file:
        return tomllib.load(file)


def _lines(row: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[Line]:
    """The lines of a plan; "=name" takes in a part that several plans share."""
    for told in row["lines"]:
        if isinstance(told, str) and told.startswith("="):
            yield from _lines({"lines": data["part"][told[1:]]}, data)
        elif isinstance(told, str):
            yield _tracked(_plain(told))
        else:
            yield _tracked(Line(**told))


def _plain(told: str) -> Line:
    """A line that is only a step and how long it took: "pay +3" or "pay +8d"."""
    step, _, after = told.partition(" +")
    if after.endswith("d"):
        return Line(step, days=int(after[:-1]))
    return Line(step, int(after or 0))


def _tracked(line: Line) -> Line:
    """Split "hearing/hold" into the track and its step."""
    track, slash, step = line.step.rpartition("/")
    if not slash:
        return line
    return Line(**{**vars(line), "track": track, "step": step})


def _tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of TOML with tuples for its lists."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
