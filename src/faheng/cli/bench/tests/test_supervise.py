"""A city of copies gives what one copy gives, times the copies."""

from __future__ import annotations

from collections import Counter

import pytest

from faheng.cli.bench.figures import Figure
from faheng.cli.bench.supervise import measure as measuring
from faheng.cli.bench.supervise.city import Plan, grow
from faheng.cli.bench.supervise.known import expected, in_one_copy
from faheng.cli.bench.supervise.seeds import seeds
from faheng.kernel.questions.planting import ASKED_AT
from faheng.mart.asking import ask_city, opened

COPIES = 3


def test_every_rule_finds_each_copy_of_what_was_planted(settings, tmp_path):
    settings.FAHENG_MART = tmp_path / "mart"
    found = seeds({}, 0)
    copies = dict.fromkeys(range(len(found)), COPIES)
    file = tmp_path / "city.duckdb"
    grow(file, Plan(found, copies))
    with opened(file, ASKED_AT) as asking:
        ask_city(asking)
        rows = asking.connection.execute("SELECT code, count(*) FROM hits GROUP BY 1")
        asked = Counter(dict(rows.fetchall()))
    assert asking.failed == {}
    wanted = expected(in_one_copy(found, ASKED_AT), copies, copies)
    assert asked == wanted
    planted = {seed.code for seed in found if seed.is_hit}
    assert {code for code in planted if not wanted[code]} == set()


def test_a_part_that_fails_silences_no_other_and_is_named(settings, monkeypatch):
    def broken(run):
        raise MemoryError("out of it")
        yield

    def sound(run):
        yield Figure("sound", 1, "s", 1)

    monkeypatch.setattr(measuring, "PARTS", ("broken", "sound"))
    monkeypatch.setattr(measuring._Run, "broken", broken, raising=False)
    monkeypatch.setattr(measuring._Run, "sound", sound, raising=False)
    figures = measuring.measure(None, 1, lambda: None)
    assert next(figures).name == "sound"
    with pytest.raises(measuring.Wrong, match="broken: MemoryError out of it"):
        next(figures)
