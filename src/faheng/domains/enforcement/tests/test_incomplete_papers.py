"""What a paper fails to state answers the listed rule that asks for it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from faheng.domains.enforcement.documents.decision import (
    NoPenaltyDecision,
    PenaltyDecision,
)
from faheng.domains.enforcement.documents.on_the_spot import OnTheSpotDecision
from faheng.domains.enforcement.documents.phrases import remedy
from faheng.kernel.questions.derived import settle

GOVERNMENT, COURT = "望城区人民政府", "望城区人民法院"


def told(organ, court):
    known = SimpleNamespace(remedy_recon_organ=organ, remedy_court=court)
    return remedy(SimpleNamespace(organ=known))


def test_a_decision_without_an_element_answers_the_rule_of_six_elements():
    watched = PenaltyDecision.watched()
    assert watched["违法事实"] == watched["决定日期"] == "WS-02"
    assert "违法地点" not in watched


@pytest.mark.parametrize(
    "document", [PenaltyDecision, NoPenaltyDecision, OnTheSpotDecision]
)
def test_a_decision_without_remedies_answers_the_rule_of_remedies(document):
    assert document.watched()["救济途径和期限"] == "WS-03"


def test_half_a_remedy_is_none():
    assert told(GOVERNMENT, "") == told("", COURT) == ""
    assert GOVERNMENT in told(GOVERNMENT, COURT)
    assert COURT in told(GOVERNMENT, COURT)


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("WS-02", "enforcement.ordinary_penalty:penalty_decision"),
        ("WS-03", "enforcement.on_the_spot_penalty:on_the_spot_decision"),
        ("WS-06", "enforcement.hearing:transcript_is_signed"),
    ],
)
def test_the_list_is_answered_by_declarations(code, source):
    assert source in settle()[code].sources
