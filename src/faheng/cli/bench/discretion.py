"""How quick the engine of discretion is: one proposal, and the audit of a year."""

from __future__ import annotations

import json
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from typing import Any

from faheng.cli.bench.figures import Figure, spread
from faheng.domains.enforcement.discretion.proposal.audit import recompute
from faheng.domains.enforcement.discretion.proposal.run import propose

SINGLE = 2_000
CHUNK = 5_000
SHAPES = 400
YUAN = 100


def stages(decisions: int) -> int:
    """Say how many steps the bar has."""
    return -(-decisions // CHUNK) + 1


def measure(decisions: int, advance: Callable[[], None]) -> list[Figure]:
    """Measure single proposals, then as many decisions as a year may have."""
    shapes = [question(n) for n in range(SHAPES)]
    seconds = []
    for n in range(SINGLE):
        begun = time.perf_counter()
        propose(shapes[n % SHAPES])
        seconds.append(time.perf_counter() - begun)
    advance()
    lines = [_decided(n, asked) for n, asked in enumerate(shapes)]
    begun = time.perf_counter()
    wrong = _audit(lines, decisions, advance)
    taken = time.perf_counter() - begun
    if wrong:
        message = f"{wrong} decisions came out otherwise"
        raise RuntimeError(message)
    return [
        *spread("discretion.proposal", seconds),
        Figure("discretion.audit", round(taken, 1), "s", decisions),
        Figure("discretion.audit.rate", round(decisions / taken), "1/s", decisions),
    ]


def _audit(lines: list[str], decisions: int, advance: Callable[[], None]) -> int:
    """Compute decisions again on every processor; each line is parsed anew."""
    context = multiprocessing.get_context("fork")
    wrong = 0
    with context.Pool(os.cpu_count()) as pool:
        for found in pool.imap_unordered(_chunk, _chunks(lines, decisions)):
            wrong += found
            advance()
    return wrong


def _chunks(lines: list[str], decisions: int) -> Iterator[list[str]]:
    for start in range(0, decisions, CHUNK):
        yield [lines[n % SHAPES] for n in range(start, min(start + CHUNK, decisions))]


def _chunk(lines: list[str]) -> int:
    return len(recompute(lines))


def _decided(number: int, asked: dict[str, Any]) -> str:
    made = propose(asked)
    decision = {"number": str(number), "asked": asked, "fine_fen": made.fine_fen}
    return json.dumps(decision | {"outcome": made.outcome.value})


def question(number: int) -> dict[str, Any]:
    """Make up a case: four kinds of benchmark, parties, facts and amounts by turns."""
    facts: dict[str, Any] = {f"f{n}": str((number + n) % 4) for n in range(6)}
    facts |= {"days": number % 50, "merit": number % 7 == 0}
    rows = [{"code": c, "value": v, "evidence": ["1"]} for c, v in facts.items()]
    asked: dict[str, Any] = {
        "act_start": "2025-03-01",
        "act_end": "2025-03-05",
        "discovered_on": "2025-04-01",
        "decision_on": "2025-06-01",
        "life_health_or_finance_harm": False,
        "party": "organisation" if number % 3 else "person",
        "age": 30,
        "capacity": "full",
        "field": "environment",
        "facts": rows,
        "provisions": [
            _provision("old", "2019-01-01"),
            _provision("other", "2020-01-01"),
        ],
        "gains": {"receipts_fen": number * YUAN},
        "thresholds": [_threshold(gate) for gate in ("hearing", "review", "panel")],
    }
    tables = _tables()
    if number % 4 < len(tables):
        asked["benchmark"] = _benchmark(tables[number % 4])
    return asked


def _benchmark(table: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": "B",
        "title": "某裁量基准",
        "from": "2021-01-01",
        "until": None,
        "rules": {"missing": "lowest", "by_mean": True},
        "tables": [table],
    }


def _tables() -> list[dict[str, Any]]:
    options = [{"code": str(n), "weight": f"0.{n * 5:02d}"} for n in range(4)]
    weights = {
        "code": "",
        "model": "weights",
        "start": "0.10",
        "cap": "1",
        "formula": {"of": "maximum"},
        "factors": [{"code": f"f{n}", "options": options} for n in range(6)],
    }
    ranges = {"code": "", "model": "ranges", "bands": [_band(n) for n in range(16)]}
    tiers = {"code": "", "model": "tiers", "tiers": [_tier(n) for n in range(5)]}
    return [weights, ranges, tiers]


def _band(number: int) -> dict[str, Any]:
    return {
        "id": str(number),
        "when": {"f0": str(number // 4), "f1": str(number % 4)},
        "low_fen": (10_000 + number * 5_000) * YUAN,
        "high_fen": (15_000 + number * 5_000) * YUAN,
    }


def _tier(number: int) -> dict[str, Any]:
    return {
        "name": str(number),
        "when": {"fact": "days", "from": number * 10, "below": number * 10 + 10},
        "mode": "percent",
        "low": f"0.{number * 2}",
        "high": "1" if number == 4 else f"0.{number * 2 + 2}",
    }


def _provision(name: str, since: str) -> dict[str, Any]:
    return {
        "id": name,
        "line": name,
        "citation": "《某条例》第三十条",
        "from": since,
        "until": None,
        "kinds": ["warning", "fine", "confiscate_gains"],
        "min_fen": 10_000 * YUAN,
        "max_fen": 100_000 * YUAN,
    }


def _threshold(gate: str) -> dict[str, Any]:
    return {
        "id": gate,
        "gate": gate,
        "subject": "any",
        "measure": "fine",
        "amount_fen": 50_000 * YUAN,
        "inclusive": True,
        "depth": 1,
        "from": "2020-01-01",
        "until": None,
    }
