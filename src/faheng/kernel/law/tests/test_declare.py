from __future__ import annotations

from datetime import date

import pytest

from faheng.kernel.law.declare import Basis, Level, LocalRule, Practice, Statute

LAW = Statute(
    "some_law", "中华人民共和国某法", "某法", date(2020, 1, 1), regime="penalty"
)


def test_an_inserted_article_carries_its_suffix() -> None:
    assert str(LAW.article(133, sub=1)) == "某法第133条之一"
    assert LAW.article(133, 2, sub=1).printed() == (
        "《中华人民共和国某法》第一百三十三条之一第二款"
    )


def test_an_item_without_a_paragraph_is_cited() -> None:
    assert str(LAW.article(9, item=2)) == "某法第9条第2项"


@pytest.mark.parametrize(
    ("basis", "shown", "printed"),
    [
        (LAW, "某法", "《中华人民共和国某法》"),
        (LAW.article(3), "某法第3条", "《中华人民共和国某法》第三条"),
        (
            LocalRule("法制审核期限", "地方参数"),
            "法制审核期限（地方参数）",
            "法制审核期限",
        ),
        (LocalRule("本市办法"), "本市办法", "本市办法"),
        (Practice("办案惯例"), "办案惯例", "办案惯例"),
    ],
)
def test_every_kind_of_basis_is_shown_and_printed(
    basis: Basis, shown: str, printed: str
) -> None:
    assert isinstance(basis, Basis)
    assert str(basis) == shown
    assert basis.printed() == printed


def test_a_replaced_statute_ends_on_its_last_day() -> None:
    old = Statute("old", "某法", "某法", date(2010, 1, 1), until=date(2019, 12, 31))
    assert old.in_force(date(2019, 12, 31))
    assert not old.in_force(date(2020, 1, 1))


def test_levels_are_ranked() -> None:
    assert sorted(Level, key=lambda level: level.rank)[0] is Level.LAW
    assert Level.NORMATIVE.title == "行政规范性文件"
