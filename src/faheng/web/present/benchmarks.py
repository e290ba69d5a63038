"""A benchmark as a page shows it: its tables, and what rests on changed law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from faheng.domains.enforcement.benchmarks.models import BenchmarkViolation
from faheng.domains.enforcement.benchmarks.queries import Affected
from faheng.domains.enforcement.citing import said
from faheng.domains.enforcement.resting import Resting, Sort, resting_on
from faheng.domains.enforcement.rewording import reworded
from faheng.lawbase.queries import check
from faheng.lib.text import yuan

REGISTERS = {Sort.BENCHMARK: "benchmarks", Sort.LIST: "discretion_lists"}


@dataclass(frozen=True)
class Table:
    """One table: what counts, its answers, and the share or the fine of each.

    Attributes:
        title: for whom or which variant it is; often empty.
        last: heading of the last column.
    """

    title: str
    last: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Weighed:
    """A violation with its tables."""

    row: BenchmarkViolation
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Changed:
    """A row that rests on a provision which no longer stands so.

    Attributes:
        why: what became of the provision.
    """

    url: str
    sentence: str
    why: str


@dataclass(frozen=True)
class Owner:
    """Who made what rests on changed provisions, and is to be told.

    Attributes:
        causes: rows by what became of their provisions, the most frequent first.
    """

    name: str
    rows: tuple[Changed, ...]
    causes: tuple[tuple[str, tuple[Changed, ...]], ...]


def weighed(rows: Iterable[BenchmarkViolation]) -> list[Weighed]:
    """Set violations with their tables."""
    return [Weighed(row, tuple(_table(one) for one in row.tables)) for row in rows]


def _table(table: Mapping[str, Any]) -> Table:
    title = str(table.get("code") or "")
    if "bands" in table:
        rows = tuple(_band(one) for one in table["bands"])
        return Table(title, gettext("幅度"), rows)
    start = (gettext("裁量起点"), "", share(table.get("start", "0")))
    options = tuple(
        (str(factor["code"]), str(option["code"]), share(option["weight"]))
        for factor in table.get("factors", ())
        for option in factor["options"]
    )
    return Table(title, gettext("百分值"), (start, *options))


def _band(band: Mapping[str, Any]) -> tuple[str, str, str]:
    when = band.get("when") or {}
    said_so = "；".join(f"{name}：{value}" for name, value in when.items())
    return str(band.get("title") or band.get("id") or ""), said_so, amount(band)


def share(weight: object) -> str:
    """Write a share of one as a percentage."""
    return f"{(Decimal(str(weight)) * 100).normalize():f}%"


def amount(band: Mapping[str, Any]) -> str:
    """Write the limits of a band: an amount, a multiple or a percentage."""
    for unit, word in (("fen", "元"), ("times", "倍"), ("percent", "%")):
        low, high = band.get(f"low_{unit}"), band.get(f"high_{unit}")
        if low is None and high is None:
            continue
        if not low and not high:
            return "—"
        return "–".join(
            f"{_figure(one, unit)}{word}" if one is not None else "…"
            for one in ((low,) if low == high else (low, high))
        )
    return "—"


def _figure(value: object, unit: str) -> str:
    return yuan(int(str(value))) if unit == "fen" else str(value)


def owners(on: date) -> list[Owner]:
    """Say, by owner, which benchmarks and lists rest on changed provisions.

    A provision that no longer stands comes first; one that stands in other words
    than on the document's own day is told too.
    """
    rows = [one for one in resting_on(on) if one.sort is not Sort.ITEM]
    found = check((one.reference for one in rows), on)
    wrong = [one for one in rows if found[one.reference].is_wrong]
    why = {one: said(found[one.reference]) for one in wrong}
    for one, told in reworded(rows, on).items():
        why.setdefault(one, told.sentence)
    ordered = sorted(why, key=lambda one: one.owner)
    return [
        _owner(name, tuple(dict.fromkeys(_changed(one, why[one]) for one in own)))
        for name, own in groupby(ordered, key=lambda one: one.owner)
    ]


def _owner(name: str, rows: tuple[Changed, ...]) -> Owner:
    """Set rows by their cause: one repealed law is told once, with all it touches."""
    causes: dict[str, list[Changed]] = {}
    for row in rows:
        causes.setdefault(row.why, []).append(row)
    ordered = sorted(causes.items(), key=lambda pair: -len(pair[1]))
    return Owner(name, rows, tuple((why, tuple(own)) for why, own in ordered))


def _changed(one: Resting, why: str) -> Changed:
    told = Affected(one.title, one.owner, one.row, one.citation)
    url = (
        reverse("benchmark", args=[one.key])
        if one.sort is Sort.BENCHMARK
        else reverse("register_entry", args=[REGISTERS[one.sort], one.key])
    )
    return Changed(url, told.sentence, why)
