"""Reading scenarios: the file itself, what it goes on from, what its place has set."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from django.db.models import TextChoices

from faheng.domains.enforcement.benchmarks.models import (
    Benchmark,
    BenchmarkViolation,
)
from faheng.domains.enforcement.kinds import Gate, Measure, Subject
from faheng.domains.enforcement.parameters import DEFAULTS
from faheng.domains.enforcement.registers import EnforcementItem, Parameter, Threshold
from faheng.domains.enforcement.tests.cast import RECORDED, SINCE
from faheng.lib.text import parse_yuan

FOLDER = Path(__file__).parent / "scenarios"


def scripts() -> list[Path]:
    """Return every scenario."""
    return sorted(FOLDER.glob("*.yaml"))


def read(path: Path) -> Mapping[str, Any]:
    """Read one scenario."""
    script: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    before = script.get("前情")
    if before:
        earlier = read(FOLDER / f"{before['案件']}.yaml")
        script.setdefault("程序", earlier["程序"])
        script["经过"] = [*_until(earlier["经过"], before), *(script["经过"] or [])]
        script.setdefault("裁量基准", earlier.get("裁量基准"))
        script["门槛"] = [*(earlier.get("门槛") or []), *(script.get("门槛") or [])]
        script["参数"] = {**(earlier.get("参数") or {}), **(script.get("参数") or {})}
    return script


def _until(
    lines: list[dict[str, Any]], before: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Take an earlier case up to a step, with other words where the script has them."""
    taken: list[dict[str, Any]] = []
    for line in lines:
        if "不予办理" in line:
            continue
        other = (before.get("另填") or {}).get(line["步骤"]) or {}
        taken.append({**line, "填写": {**(line.get("填写") or {}), **other}})
        if line["步骤"] == before["到"]:
            return taken
    message = f"前情里没有步骤“{before['到']}”"
    raise LookupError(message)


def enter_local_rules(script: Mapping[str, Any]) -> None:
    """Enter the amounts and numbers that the place of the scenario has set."""
    for number, row in enumerate(script.get("门槛") or [], start=1):
        Threshold.objects.create(
            code=f"scenario-{number}",
            kind=_stored(Gate, row["事项"]),
            subject=_stored(Subject, row.get("对象", "不限")),
            measure=_stored(Measure, row.get("计量", "罚款")),
            amount=parse_yuan(str(row["金额"])),
            basis="本市规定",
            valid_from=SINCE,
            recorded_at=RECORDED,
        )
    for row in script.get("裁量基准") or []:
        _enter_benchmark(row)
    for name, value in (script.get("参数") or {}).items():
        Parameter.objects.create(
            code=name,
            name=name,
            value=value,
            unit=DEFAULTS[name].unit,
            valid_from=SINCE,
            recorded_at=RECORDED,
        )


def _enter_benchmark(row: Mapping[str, Any]) -> None:
    """Enter a published benchmark that weighs one item by one table."""
    title = str(row["名称"])
    benchmark = Benchmark.objects.create(
        code=title,
        title=title,
        rules=row.get("规则") or {},
        valid_from=row.get("起", SINCE),
        valid_until=row.get("止"),
        published_on=SINCE,
        recorded_at=RECORDED,
    )
    table = dict(row["表"])
    item = EnforcementItem.objects.get(name=row["事项"])
    BenchmarkViolation.objects.create(
        benchmark=benchmark,
        section="1",
        name=item.name,
        model=table["model"],
        tables=[table],
        item_code=item.code,
    )


def _stored(choices: type[TextChoices], title: str) -> str:
    return next(value for value, label in choices.choices if label == title)
