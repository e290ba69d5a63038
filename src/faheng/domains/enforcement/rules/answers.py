"""The published list of rules, and which of them the engine answers by itself.

`data/listed.csv` holds the list; `data/waiting.csv` what cannot be asked yet, and what
it waits for; `data/checked.csv` what checks at the door and of feeds keep out, so that
nothing is left to ask. A code at a term or condition (`watch=`) needs no line here.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files

from faheng.kernel.questions.declare import Severity
from faheng.kernel.questions.listed import LISTED, Derived, Listed, answers

SEVERITIES = {severity.key: severity for severity in Severity}


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = files(__package__) / "data" / name
    yield from csv.DictReader(path.read_text(encoding="utf-8").splitlines())


def _listed() -> None:
    waiting = {row["code"]: row["needs"] for row in _rows("waiting.csv")}
    checked = {row["code"]: row["where"] for row in _rows("checked.csv")}
    for row in _rows("listed.csv"):
        code = row["code"]
        severity = SEVERITIES[row["severity"]]
        told = Listed(
            code,
            row["title"],
            severity,
            waits_for=waiting.pop(code, ""),
            checked_at=checked.pop(code, ""),
        )
        LISTED.add(code, told)
    if waiting or checked:
        message = f"data/ names codes that are not listed: {waiting | checked}"
        raise ValueError(message)


_listed()

ENFORCEMENT = "enforcement"

answers(ENFORCEMENT, Derived.ROLE, "RY-13")
answers(ENFORCEMENT, Derived.ORDER, "LC-03")
answers(ENFORCEMENT, Derived.MISSING_FACT, "SJ-17")
answers(ENFORCEMENT, Derived.MISSING_PAPER, "WS-01")
answers(ENFORCEMENT, Derived.MISSING_SERVICE, "WS-09")
answers(ENFORCEMENT, Derived.SOON, "SX-03", "ordinary_penalty.deciding")
answers(ENFORCEMENT, Derived.SOON, "SX-03", "fast_penalty.deciding")
answers(ENFORCEMENT, Derived.SOON, "SX-08", "preservation.deciding")
answers(ENFORCEMENT, Derived.SOON, "SX-10", "seizure.holding")
answers(ENFORCEMENT, Derived.LATE, "SX-21", "on_the_spot_penalty.handing_in")
answers(ENFORCEMENT, Derived.LATE, "SX-22", "on_the_spot_penalty.banking")
