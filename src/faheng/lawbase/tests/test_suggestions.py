"""The violated article of a penalty provision, suggested."""

from __future__ import annotations

import pytest

from faheng.lawbase.matching.provision import NoSuchProvision
from faheng.lawbase.matching.suggest import Index, suggest
from faheng.lawbase.parser.tree import parse

TEXT = """# 海棠市渡口条例

第一条 为了管理渡口，制定本条例。

第二条 渡船应当按照核定人数载客。

第三条 渡工应当每月检查缆绳并保存检查记录。

第四条 禁止在渡口水域游泳、捕鱼。

第五条 违反本条例第四条规定的，由渡口管理部门处五十元罚款。

第六条 违反本条例规定，有下列行为之一的，由渡口管理部门处二百元罚款：

（一）超过核定人数载客的；

（二）未检查缆绳或者未保存检查记录的。
"""


@pytest.fixture(scope="module")
def index():
    return Index.of(parse(TEXT))


@pytest.mark.parametrize(
    ("provision", "expected"),
    [
        (("第五条",), "第四条"),
        (("第六条", 1, 1), "第二条"),
        (("第六条", 1, 2), "第三条"),
        (("第六条", None, 2), "第三条"),
    ],
)
def test_the_violated_article_comes_first(index, provision, expected):
    assert suggest(index, *provision)[0].article == expected


def test_an_article_is_suggested_once_and_never_a_penal_one(index):
    labels = [one.article for one in suggest(index, "第六条")]

    assert len(labels) == len(set(labels))
    assert not {"第五条", "第六条"} & set(labels)


def test_a_provision_that_is_not_there_is_refused(index):
    with pytest.raises(NoSuchProvision):
        suggest(index, "第六条", 1, 9)


def test_among_like_duties_the_order_of_the_statute_decides():
    text = """# 海棠市渡口条例

第一条 渡船应当登记。

第二条 渡船应当检修。

第三条 渡工应当登记。

第四条 未登记的，处十元罚款。

第五条 未检修的，处二十元罚款。

第六条 从业未登记的，处三十元罚款。
"""
    index = Index.of(parse(text))

    assert suggest(index, "第四条")[0].article == "第一条"
    assert suggest(index, "第六条")[0].article == "第三条"


def test_what_binds_an_organ_is_no_duty_of_a_boatman():
    text = """# 海棠市渡口条例

第一条 渡口管理部门应当公布渡船的核定时速。

第二条 渡船应当遵守核定时速。

第三条 渡船超过核定时速的，由渡口管理部门处十元罚款。
"""
    index = Index.of(parse(text))

    assert suggest(index, "第三条")[0].article == "第二条"


def test_a_paragraph_punished_as_the_one_asked_for_brings_its_act_in():
    text = """# 海棠市渡口条例

第一条 渡船应当登记。

第二条 缆车站应当公布票价。

第三条 渡船未登记的，由渡口管理部门处十元罚款。

缆车站未公布票价的，由价格主管部门依照前款规定处罚。
"""
    index = Index.of(parse(text))

    labels = [one.article for one in suggest(index, "第三条", 1)]

    assert labels[:2] == ["第一条", "第二条"]
    assert suggest(index, "第三条", 2)[0].article == "第二条"


def test_the_provision_itself_is_never_suggested():
    text = """# 海棠市渡口条例

第一条 渡船应当登记。

第二条 渡船未登记的，由渡口管理部门处十元罚款。

单位有前款行为的，处百元罚款。
"""
    index = Index.of(parse(text))

    assert [one.article for one in suggest(index, "第二条", 2)] == ["第一条"]
