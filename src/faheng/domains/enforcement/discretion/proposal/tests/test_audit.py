"""Decisions computed again, and compared with others."""

from __future__ import annotations

import json
from datetime import date

from faheng.domains.enforcement.discretion.proposal.audit import recompute
from faheng.domains.enforcement.discretion.proposal.nearest import Past, compare
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.tests.invented import case


def line(fine: int, **more: object) -> str:
    asked = case(**more)
    return json.dumps({"number": "某罚〔2026〕1号", "asked": asked, "fine_fen": fine})


def test_an_audit_finds_only_what_comes_out_otherwise() -> None:
    right = propose(case()).fine_fen
    assert recompute([line(right)]) == []
    (wrong,) = recompute([line(right + 1)])
    assert (wrong.computed_fen, wrong.decided_fen) == (right, right + 1)
    (refused,) = recompute([line(right, party="robot")])
    assert refused.computed_fen is None
    assert refused.reason


def test_an_audit_tells_an_outcome_that_comes_out_otherwise() -> None:
    decision = json.loads(line(propose(case()).fine_fen)) | {"outcome": "waived"}
    (told,) = recompute([json.dumps(decision)])
    assert "不予处罚" in told.reason
    decision["outcome"] = "punish"
    assert recompute([json.dumps(decision)]) == []


def past(*fines: int) -> list[Past]:
    return [
        Past(f"{n}号", "某局", date(2026, 1, n), fine)
        for n, fine in enumerate(fines, 1)
    ]


def test_the_three_nearest_decisions_and_how_far_off_this_one_is() -> None:
    found = compare(500, past(480, 520, 100, 510, 900))
    assert [one.fine_fen for one in found.nearest] == [510, 520, 480]
    assert not found.is_far
    assert compare(10_000, past(480, 520, 500, 510, 490)).is_far
    assert compare(10_000, past(480, 520, 500, 510, 490)).z is not None


def test_few_or_equal_decisions_say_little() -> None:
    assert compare(5, []).mean_fen is None
    assert not compare(500, past(5, 5)).is_far
    assert compare(500, past(5, 5, 5)).is_far
    assert not compare(5, past(5, 5, 5)).is_far
