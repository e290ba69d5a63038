"""Questions that a lawyer answered by hand, each with the article it rests on."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from faheng.domains.enforcement.discretion.answers import answer
from faheng.domains.enforcement.discretion.proposal.declare import canonical
from faheng.domains.enforcement.discretion.proposal.run import (
    propose,
    reckon,
    replay,
)
from faheng.domains.enforcement.discretion.reading import Unanswerable

FOLDER = Path(__file__).parent / "questions"


def rows(file: str = "*") -> list[Any]:
    return [
        pytest.param(row, id=f"{path.stem}_{row['题']}")
        for path in sorted(FOLDER.glob(f"{file}.yaml"))
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def plain(value: Any) -> Any:
    """Give days as the JSON of a question writes them."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("row", rows())
def test_the_engine_answers_what_the_law_answers(row: dict[str, Any]) -> None:
    given = answer(plain(row["问"]) | {"id": "q"})
    if "不答" in row:
        told = given["error"]
        assert row["不答"] in {True, told["field"]}, told
        assert row.get("说明", "") in told["reason"]
        assert told["reason"]
        return
    assert {key: given.get(key) for key in row["答"]} == plain(row["答"]), given


@pytest.mark.parametrize("row", rows())
def test_each_answer_by_hand_names_what_it_rests_on(row: dict[str, Any]) -> None:
    assert row["依据"]
    assert ("答" in row) != ("不答" in row)


@pytest.mark.parametrize("row", rows("整案"))
def test_only_the_amount_comes_to_the_same_as_every_step(row: dict[str, Any]) -> None:
    question = plain(row["问"])
    try:
        proposal = propose(question)
    except Unanswerable as refusal:
        with pytest.raises(Unanswerable, match=re.escape(str(refusal))):
            reckon(question)
        return
    assert reckon(question) == (proposal.outcome, proposal.fine_fen)
    assert canonical(replay(proposal.rows)) == canonical(proposal.rows)
