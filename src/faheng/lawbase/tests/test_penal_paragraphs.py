"""Penal paragraphs of invented statutes, in parts."""

from __future__ import annotations

import pytest

from faheng.lawbase.parser.tree import parse
from faheng.lawbase.penalties.amounts import amounts, number
from faheng.lawbase.penalties.find import in_tree

BEFORE = "第一条 甲。\n\n第二条 渡船不得超载。\n\n"


def penalty(text):
    found = in_tree(parse(f"{BEFORE}第三条 {text}\n"))
    return found[0] if found else None


def fine(text):
    one = penalty(text).fines[0]
    return (one.subject, one.condition, one.min, one.max, one.unit, one.base, one.of)


def test_every_part_of_a_paragraph_is_found():
    found = penalty(
        "违反本条例第二条第一款规定，渡船超载的，由市渡口管理部门责令改正，没收违法所得，"
        "处一千元以上五千元以下罚款；拒不改正的，由原发证机关吊销渡船证；"
        "构成犯罪的，依法追究刑事责任。"
    )

    assert found.authority == ("市渡口管理部门", "原发证机关")
    assert found.violated == ("第二条第一款",)
    assert found.kinds == ("罚款", "没收违法所得", "吊销许可证件")
    assert found.conditions == ("拒不改正",)
    assert found.corrective == ("责令改正",)
    assert found.criminal_liability
    assert not found.official_discipline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("超载的，处2万元以下罚款。", (None, None, None, 20000, "元", "fixed", None)),
        ("超载的，对船主处二百元罚款。", ("船主", None, 200, 200, "元", "fixed", None)),
        (
            "超载的，责令改正；情节严重的，处货值金额一倍以上三倍以下的罚款。",
            (None, "情节严重", 1, 3, "倍", "multiple", "货值金额"),
        ),
        (
            "超载的，处票款百分之五以下罚款。",
            (None, None, None, 5, "%", "percent", "票款"),
        ),
        (
            "超载的，并处所得票款百分之五十以上二倍以下罚款。",
            (None, None, 50, 2, "%/倍", "mixed", "所得票款"),
        ),
        (
            "超载的，处货值金额等值以下的罚款。",
            (None, None, None, 1, "倍", "multiple", "货值金额"),
        ),
        (
            "超载的，按照每人五十元的标准处以罚款。",
            (None, None, 50, 50, "元", "per_item", "每人"),
        ),
        ("超载的，处以罚款。", (None, None, None, None, None, "unspecified", None)),
        (
            "超载的，由渡口管理机构对船主，并处一百元罚款。",
            ("船主", None, 100, 100, "元", "fixed", None),
        ),
    ],
)
def test_a_fine_is_read(text, expected):
    assert fine(text) == expected


def test_a_cap_goes_to_the_fine_before_it():
    found = penalty("超载的，处票款三倍以下罚款，但最高不超过五万元。").fines[0]

    assert (found.cap, found.cap_unit) == (50000, "元")


def test_a_sum_replaces_another_sum_but_adds_to_any_other_condition():
    found = penalty(
        "超载的，没收违法所得；违法所得一万元以上的，处一千元罚款，没有违法所得的，处十元罚款；"
        "情节严重的，处五千元罚款，票款费用无法计算的，处三千元罚款。"
    )

    assert [one.condition for one in found.fines] == [
        "违法所得一万元以上",
        "没有违法所得",
        "情节严重",
        "情节严重；票款费用无法计算",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "处二百元以下罚款的，可以当场作出决定。",
        "担保人应当保证被拘留人不逃避行政拘留处罚的执行。",
        "国家对节约用水的单位给予奖励。",
        "对负有责任的人员依法给予警告、记过的处分，应当公开。",
    ],
)
def test_what_imposes_nothing_is_no_penal_paragraph(text):
    assert penalty(text) is None


def test_fines_of_items_belong_to_their_paragraph():
    found = penalty(
        "违反本条例的，按照下列规定处罚：\n\n（一）超载的，处一百元罚款；\n\n"
        "（二）夜航的，责令停业，处二百元罚款。"
    )

    assert [one.max for one in found.fines] == [100, 200]
    assert "责令停产停业" in found.kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [("五万", 50000), ("1.5万", 15000), ("一千二百", 1200), ("三百五十万", 3_500_000)],
)
def test_sums_are_read(text, expected):
    assert number(text) == expected


def test_no_fine_is_read_from_a_plain_number():
    assert amounts("渡船长三十米") == []


def test_the_paragraph_is_printed_only_where_the_citation_prints_it():
    found = penalty("违反第二条第一款、第九条第（二）项规定的，处二百元罚款。")

    assert found.violated == ("第二条第一款", "第九条第（二）项")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("渡船超载的，没收违法所得及运输的货物。", ("没收违法所得", "没收非法财物")),
        ("渡船超载的，没收提供仓储、运输服务的收入。", ("没收违法所得",)),
        ("对私造的渡船，予以没收，可以并处罚款。", ("罚款", "没收非法财物")),
        ("渡船超载，有违法所得的，应当予以没收，处罚款。", ("罚款", "没收违法所得")),
    ],
)
def test_what_is_forfeited_is_told_apart(text, kinds):
    assert penalty(text).kinds == kinds


@pytest.mark.parametrize(
    "text",
    [
        "有下列情形之一的，可以当场收缴罚款：\n\n（一）处五十元以下罚款的。",
        "逃避处罚的，保证金予以没收并上缴国库。",
        "渡船运营者拒不履行作出的责令停产停业决定的，可以停止供电。",
        "违反本条例的，处三年以下有期徒刑，并处没收财产。",
    ],
)
def test_what_punishes_nothing_itself_is_left_out(text):
    assert penalty(text) is None


def test_who_is_warned_and_fined_is_named_without_the_warning():
    found = penalty("渡船超载的，由市渡口局对渡工给予警告，并处二百元罚款。")

    assert [one.subject for one in found.fines] == ["渡工"]


def test_an_organ_that_names_another_is_the_authority():
    found = penalty("渡船沉没的，由渡口管理机构指定有能力的单位打捞，处二千元罚款。")

    assert found.authority == ("渡口管理机构",)


def test_an_organ_that_may_choose_by_circumstances_imposes_the_penalty():
    found = penalty(
        "渡口违反本条例的，市渡口管理机构可以区别不同情形，取消其经营资格。"
    )

    assert found.authority == ("市渡口管理机构",)


def test_what_is_supposed_before_a_list_holds_for_its_items():
    found = penalty(
        "违反本条例的，责令限期改正；逾期未改正的，按照以下规定给予处罚：\n"
        "（一）未挂灯的，处一百元以上二百元以下罚款；\n"
        "（二）未系缆的，处三百元以下罚款。"
    )

    assert [fine.condition for fine in found.fines] == ["逾期未改正", "逾期未改正"]


def test_two_persons_fined_by_the_measure_stand_in_one_clause():
    found = penalty(
        "违反本条例第二条规定的，由市渡口管理部门按照面积，可以对单位处每平方米一百元以下罚款、"
        "对个人处每平方米二十元以下罚款。"
    )

    assert [(one.subject, one.max, one.base, one.of) for one in found.fines] == [
        ("单位", 100, "per_item", "每平方米"),
        ("个人", 20, "per_item", "每平方米"),
    ]


def test_a_multiple_may_be_taken_of_either_of_two_sums():
    assert fine(
        "渡船超载的，由市渡口管理部门处货物价值或者违法所得一倍以上五倍以下罚款。"
    ) == (None, None, 1, 5, "倍", "multiple", "货物价值或者违法所得")


def test_a_want_of_goods_or_of_their_worth_is_a_condition():
    found = penalty(
        "擅自采砂的，由市渡口管理部门责令改正；拒不改正的，处砂石价值一倍以上三倍以下罚款，"
        "没有采出砂石或者砂石价值不足一万元的，处一万元以上五万元以下罚款。"
    )

    assert found.conditions == ("拒不改正", "没有采出砂石或者砂石价值不足一万元")
    assert found.fines[1].condition == "拒不改正；没有采出砂石或者砂石价值不足一万元"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "渡船偷运林木的，由市渡口管理部门没收运输的林木或者变卖所得，可以并处罚款。",
            ("罚款", "没收违法所得", "没收非法财物"),
        ),
        (
            "骗取渡口补贴的，由市渡口管理部门依法给予没收违法所得等行政处罚。",
            ("没收违法所得",),
        ),
    ],
)
def test_goods_and_income_are_told_apart_in_a_row(text, kinds):
    assert penalty(text).kinds == kinds


def test_income_of_officials_is_a_condition_after_their_discipline():
    found = penalty(
        "渡口管理人员徇私的，依法给予行政处分；有违法所得的，依法没收违法所得。"
    )

    assert found.conditions == ("有违法所得",)


def test_an_organ_may_limit_rights():
    found = penalty(
        "船东虚假出资的，责令改正，处一千元罚款。在改正前，市渡口管理部门可以限制其股东权利。"
    )

    assert found.authority == ("市渡口管理部门",)


def test_what_a_court_fines_is_no_administrative_penalty():
    assert penalty("证人违反法庭秩序的，人民法院可以依法处以罚款。") is None
