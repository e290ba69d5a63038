"""Benchmarks of ranges: the row whose options the facts name, and its amounts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from faheng.domains.enforcement.discretion.proposal.benchmarks import BENCHMARK
from faheng.domains.enforcement.discretion.proposal.spans import (
    Exact,
    share_of,
    written,
)
from faheng.domains.enforcement.discretion.reading import Given, Unanswerable

Row = dict[str, Any]
PER_CENT = 100


def find_band(table: Given, given: Given) -> Row:
    """Return the one row of the table that the facts point to."""
    bands = table.parts("bands")
    facts = given.values["facts"]
    whens = [band.part("when").values for band in bands]
    names = dict.fromkeys(name for when in whens for name in when)
    known = {name: facts[name] for name in names if facts.get(name) is not None}
    unknown = [name for name in names if name not in known]
    fitting = [
        band for band, when in zip(bands, whens, strict=True) if _fits(when, known)
    ]
    if not fitting:
        raise _none_fits(bands, known)
    if unknown and given.values.get("missing") == "refuse" and len(fitting) > 1:
        raise Unanswerable(f"facts.{unknown[0]}", "没有给出，请查明", BENCHMARK)
    if len(fitting) > 1 and not _differ_by(fitting, unknown):
        ids = "、".join(str(band.need("id")) for band in fitting)
        reason = f"同时符合第{ids}行，请核对事实，或者由人工决定并说明理由"
        raise Unanswerable("facts", reason, BENCHMARK)
    # What is not proved counts at its lowest grade.
    band = fitting[0]
    if len(fitting) > 1:
        band = min(fitting, key=lambda one: _edges(one, given)[::-1])
    return _row(band, given) | {"unknown": unknown}


def _fits(when: Mapping[str, Any], known: dict[str, Any]) -> bool:
    for name, wanted in when.items():  # noqa: SIM110 - a generator is slower here
        if known.get(name, wanted) != wanted:
            return False
    return True


def _differ_by(bands: list[Given], unknown: list[str]) -> bool:
    """Tell whether rows differ only by factors that are not known."""
    keys = {
        tuple(band.part("when").values.get(name) for name in unknown) for band in bands
    }
    return bool(unknown) and len(keys) == len(bands)


def _none_fits(bands: list[Given], known: dict[str, Any]) -> Unanswerable:
    for name, value in known.items():
        options = {band.part("when").values.get(name) for band in bands}
        if value not in options and None not in options:
            reason = f"“{value}”不是这个裁量因素的选项，请在表内选择"
            return Unanswerable(f"facts.{name}", reason, BENCHMARK)
    reason = "这些情形在表内没有对应的一行，请核对事实，或者由人工决定并说明理由"
    return Unanswerable("facts", reason, BENCHMARK)


def _row(band: Given, given: Given) -> Row:
    low, high = _edges(band, given)
    least, most = given.fen("min_fen"), given.fen("max_fen")
    one_sided = _one_sided(band)
    if one_sided == "max_only":
        low = least
    if one_sided == "min_only":
        high = most
    if low > high:
        raise band.wrong("high", "上限低于下限，前后矛盾，请改正基准", BENCHMARK)
    if low < least or high > most:
        reason = "超出法定幅度，裁量基准不能突破法律，请改正基准"
        raise band.wrong("high", reason, BENCHMARK)
    return {
        "tier": str(band.need("id")),
        "kinds": band.values.get("kinds"),
        "no_penalty": False,
        "low_fen": written(low),
        "high_fen": written(high),
        "low_open": bool(band.values.get("low_open", False)),
        "high_open": bool(band.values.get("high_open", False)),
        "one_sided": one_sided,
    }


def _one_sided(band: Given) -> str | None:
    has_low = any(band.has(f"low_{unit}") for unit in _UNITS)
    has_high = any(band.has(f"high_{unit}") for unit in _UNITS)
    if has_low and has_high:
        return None
    if not has_low and not has_high:
        raise band.wrong("low_fen", "这一行没有数额，请改正基准", BENCHMARK)
    return "max_only" if has_high else "min_only"


def _edges(band: Given, given: Given) -> tuple[Exact, Exact]:
    low = _edge(band, "low", given)
    high = _edge(band, "high", given)
    if low is None:
        return 0, high if high is not None else 0
    return low, high if high is not None else low


def _edge(band: Given, side: str, given: Given) -> Exact | None:
    if band.has(f"{side}_fen"):
        return band.fen(f"{side}_fen")
    for unit, share in _UNITS.items():
        if share and band.has(f"{side}_{unit}"):
            name = str(band.values.get("base") or "base_fen")
            times = share_of(band.decimal(f"{side}_{unit}")) * share_of(share)
            return times * given.part("amounts").fen(name)
    return None


_UNITS = {"fen": None, "times": Decimal(1), "percent": Decimal(1) / PER_CENT}
