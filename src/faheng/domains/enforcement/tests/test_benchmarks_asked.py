"""What the registers tell the engine of an item."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from faheng.domains.enforcement.benchmarks.asking import Here, asked_of
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.kinds import FineBase, Gate, Measure, Subject, Unit
from faheng.domains.enforcement.registers import Parameter, Threshold
from faheng.domains.enforcement.tests.cast import RECORDED, SINCE, Cast, build

pytestmark = pytest.mark.django_db
ACT, DECIDED = date(2025, 3, 1), date(2025, 6, 1)


def asked(cast: Cast, **more: Any) -> dict[str, Any]:
    here = Here(ACT, DECIDED, cast.organs["bureau"].division)
    return (
        asked_of(cast.items["擅自倾倒建筑垃圾"], here)
        | {
            "act_start": "2025-03-01",
            "act_end": "2025-03-01",
            "discovered_on": "2025-03-02",
            "decision_on": "2025-06-01",
            "life_health_or_finance_harm": False,
            "party": "organisation",
            "facts": {},
            "gains": {"receipts_fen": 0},
        }
        | more
    )


def test_an_item_of_the_catalogue_is_weighed() -> None:
    proposal = propose(asked(build()))
    assert (proposal.low_fen, proposal.high_fen) == (100_000, 10_000_000)
    assert proposal.fine_fen == 50_500_00 // 10_000 * 10_000


def test_a_place_sets_its_own_amounts_and_numbers() -> None:
    cast = build()
    Threshold.objects.create(
        code="T",
        kind=Gate.HEARING,
        subject=Subject.ORGANISATION,
        measure=Measure.FINE,
        amount=50_000_00,
        inclusive=True,
        basis="某规定",
        valid_from=SINCE,
        recorded_at=RECORDED,
    )
    Parameter.objects.create(
        code="P",
        name="fine_rounding",
        value=1000,
        unit=Unit.YUAN,
        valid_from=SINCE,
        recorded_at=RECORDED,
    )
    proposal = propose(asked(cast))
    assert proposal.fine_fen == 50_000_00
    assert proposal.gates["hearing"][0]["threshold"] == "T"


def test_an_item_whose_fine_is_not_in_the_catalogue_is_refused() -> None:
    cast = build()
    item = cast.items["擅自倾倒建筑垃圾"]
    item.fine_base = FineBase.GOODS
    item.save()
    with pytest.raises(Unanswerable, match="事项目录"):
        asked(cast)
    bracket = {"mode": "multiple", "min_times": 1, "max_times": 3}
    here = Here(ACT, DECIDED, cast.organs["bureau"].division)
    told = asked_of(item, here, {"base": "goods_fen", "brackets": [bracket]})
    assert told["provisions"][0]["fine_rule"]["brackets"] == [bracket]
