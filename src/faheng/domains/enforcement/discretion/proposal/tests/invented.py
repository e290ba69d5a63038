"""An invented statute and benchmark, of the shapes that real ones have."""

from __future__ import annotations

from typing import Any

YUAN = 100


def fixed(low: int, high: int, **more: Any) -> dict[str, Any]:
    """A provision with a range in yuan."""
    return {
        "id": "A",
        "citation": "《某条例》第三十条",
        "from": "2020-01-01",
        "until": None,
        "kinds": ["warning", "fine"],
        "min_fen": low * YUAN,
        "max_fen": high * YUAN,
    } | more


def benchmark(*tables: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A benchmark in force."""
    return {
        "id": "B",
        "title": "某裁量基准",
        "from": "2021-01-01",
        "until": None,
        "tables": list(tables),
    } | more


TIERS = {
    "code": "",
    "model": "tiers",
    "tiers": [
        {
            "name": "较轻",
            "when": {"fact": "days", "below": 10},
            "mode": "percent",
            "low": "0",
            "high": "0.3",
        },
        {
            "name": "一般",
            "when": {"fact": "days", "from": 10, "below": 30},
            "mode": "percent",
            "low": "0.3",
            "high": "0.7",
        },
        {
            "name": "严重",
            "when": {"fact": "days", "from": 30},
            "mode": "percent",
            "low": "0.7",
            "high": "1",
        },
    ],
}

WEIGHTS = {
    "code": "",
    "model": "weights",
    "start": "0.10",
    "cap": "1",
    "formula": {"of": "maximum"},
    "factors": [
        {
            "code": "place",
            "title": "地点",
            "options": [{"code": "a", "weight": "0"}, {"code": "b", "weight": "0.15"}],
        },
        {
            "code": "times",
            "title": "次数",
            "options": [{"code": "1", "weight": "0"}, {"code": "2", "weight": "0.80"}],
        },
    ],
}

RANGES = {
    "code": "",
    "model": "ranges",
    "bands": [
        {
            "id": "1",
            "when": {"place": "a", "mended": "yes"},
            "low_fen": 10_000 * YUAN,
            "high_fen": 30_000 * YUAN,
        },
        {
            "id": "2",
            "when": {"place": "a", "mended": "no"},
            "low_fen": 30_000 * YUAN,
            "high_fen": 50_000 * YUAN,
        },
        {
            "id": "3",
            "when": {"place": "b"},
            "low_fen": 50_000 * YUAN,
            "high_fen": 100_000 * YUAN,
        },
    ],
}


def case(**more: Any) -> dict[str, Any]:
    """A case of an organisation, with every fact that the engine must have."""
    return {
        "act_start": "2025-03-01",
        "act_end": "2025-03-05",
        "discovered_on": "2025-04-01",
        "decision_on": "2025-06-01",
        "life_health_or_finance_harm": False,
        "party": "organisation",
        "facts": {},
        "provisions": [fixed(10_000, 100_000)],
    } | more
