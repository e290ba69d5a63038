from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from faheng.kernel.clocks.declare import Regime
from faheng.kernel.clocks.regimes import REGIMES
from faheng.kernel.law.declare import STATUTES, Level, Statute, in_force
from faheng.statutes import load_all
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.criminal_referral_rules import CRIMINAL_REFERRAL_RULES

load_all()
ALL = list(STATUTES)
NAMES = [statute.name for statute in ALL]


def test_every_file_declares_its_statute() -> None:
    files = Path(__file__).parents[1].glob("[a-z]*.py")
    assert sorted(NAMES) == sorted(file.stem for file in files)
    assert len({statute.short for statute in ALL}) == len(ALL)


@pytest.mark.parametrize("statute", ALL, ids=NAMES)
def test_a_statute_names_a_regime_that_exists(statute: Statute) -> None:
    assert statute.regime in REGIMES


@pytest.mark.parametrize("statute", ALL, ids=NAMES)
def test_a_statute_is_in_force_today(statute: Statute) -> None:
    assert statute.in_force(date(2026, 11, 21))
    assert not statute.in_force(date(1990, 1, 1))
    assert statute.full_title.endswith(statute.short[-1])


@pytest.mark.parametrize("regime", REGIMES, ids=REGIMES.names())
def test_the_basis_of_a_regime_is_an_article_of_a_declared_statute(
    regime: Regime,
) -> None:
    assert any(
        str(statute.article(number)) == regime.basis
        for statute in ALL
        for number in (69, 82, 85, 88, 203)
    )


def test_citations_are_written_for_screens_and_papers() -> None:
    assert str(PENALTY_LAW.article(57, 3)) == "行政处罚法第57条第3款"
    assert (
        PENALTY_LAW.article(57, 3).printed()
        == "《中华人民共和国行政处罚法》第五十七条第三款"
    )
    assert PENALTY_LAW.article(42, 1, 2).place == "第42条第1款第2项"
    assert str(CRIMINAL_REFERRAL_RULES.article(3)) == "移送规定第3条"
    assert PENALTY_LAW.article(42).regime == "penalty"


def test_a_statute_is_found_by_its_short_title_on_a_day() -> None:
    assert in_force("行政处罚法", date(2026, 1, 1)) is PENALTY_LAW
    assert in_force("行政处罚法", date(2021, 7, 14)) is None
    assert in_force("中华人民共和国行政处罚法", date(2021, 7, 15)) is PENALTY_LAW


def test_only_a_normative_document_cannot_carry_a_penalty() -> None:
    refused = [level for level in Level if not level.may_set_penalties]
    assert refused == [Level.NORMATIVE]
