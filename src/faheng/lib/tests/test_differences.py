"""Two texts beside each other: what stayed, what went, what came."""

from __future__ import annotations

import pytest

from faheng.lib.differences import Pair, Run, aligned, likeness, runs


def said(found, kind):
    return [run.text for run in found if run.kind == kind]


def test_a_text_that_did_not_change_is_one_run():
    assert runs("养恐龙应当登记。", "养恐龙应当登记。") == (
        Run("same", "养恐龙应当登记。"),
    )


def test_nothing_and_nothing_is_no_run():
    assert runs("", "") == ()


def test_a_number_changes_as_a_whole():
    found = runs("处三万元以上十万元以下罚款", "处五万元以上二十万元以下罚款")

    assert said(found, "gone")[0].startswith("三万")
    assert said(found, "new")[0].startswith("五万")
    assert "万元" not in said(found, "same")


def test_changes_with_one_sign_between_them_are_shown_as_one():
    found = runs("由甲的乙部门责令", "由丙的丁部门责令")

    assert said(found, "gone") == ["甲的乙"]
    assert said(found, "new") == ["丙的丁"]


def test_added_and_removed_words_stand_alone():
    assert runs("责令改正。", "责令改正、清除。") == (
        Run("same", "责令改正"),
        Run("new", "、清除"),
        Run("same", "。"),
    )
    assert runs("", "新增一款。") == (Run("new", "新增一款。"),)
    assert runs("删去。", "") == (Run("gone", "删去。"),)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("养一只恐龙的，应当系绳。", "养两只以上恐龙的，应当系绳并登记。"),
        ("第三条甲乙丙", "丙乙甲第三条"),
        ("罚款", "完全不同的另一段话"),
        ("ａb1,000元", "ab2,000元"),
    ],
)
def test_both_texts_can_be_read_out_of_the_runs(before, after):
    found = runs(before, after)

    assert "".join(run.text for run in found if run.kind != "new") == before
    assert "".join(run.text for run in found if run.kind != "gone") == after


def test_lines_that_are_alike_stand_beside_each_other():
    before = ["养恐龙应当登记。", "恐龙应当系绳。"]
    after = ["养恐龙应当向镇登记。", "未登记的不得外出。", "恐龙应当系绳。"]

    assert aligned(before, after) == (Pair(0, 0), Pair(None, 1), Pair(1, 2))


def test_lines_of_nothing_stand_alone():
    assert aligned([], ["甲。"]) == (Pair(None, 0),)
    assert aligned(["甲。"], []) == (Pair(0, None),)
    assert aligned([], []) == ()


def test_likeness_lies_between_nothing_and_all():
    assert likeness("甲", "甲") == 1
    assert likeness("甲乙", "丙丁") == 0
    assert 0 < likeness("养恐龙应当登记", "养恐龙须登记") < 1
