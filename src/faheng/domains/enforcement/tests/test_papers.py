"""The papers of an ordinary case say what the law asks of them."""

from __future__ import annotations

import pytest

from faheng.domains.enforcement.tests.cast import build
from faheng.domains.enforcement.tests.scenario import Play, play, read
from faheng.domains.enforcement.tests.script import FOLDER
from faheng.kernel.cases.models import Paper
from faheng.kernel.documents.compose import Occasion, compose
from faheng.kernel.documents.declare import DOCUMENTS
from faheng.kernel.documents.layout import Layout

LONGEST = (
    "普通程序_全程",
    "普通程序_重大处罚",
    "普通程序_撤案",
    "普通程序_时效已过",
    "普通程序_延长和中止",
    "不予处罚_首违不罚",
    "快速办理_转普通",
    "执行_催告加处申请法院",
    "执行_终结",
    "送达_公告",
)

pytestmark = pytest.mark.django_db


def carried(name: str) -> Play:
    return play(read(FOLDER / f"{name}.yaml"), build())


def layout(paper: Paper) -> Layout:
    occasion = Occasion(
        organ=paper.case.organ.name,
        party=paper.case.party_name,
        case=paper.case.title,
        number=paper.number,
        on=paper.made_on,
        draft=False,
    )
    return compose(DOCUMENTS[paper.document], paper.values, occasion)


def text_of(paper: Paper) -> str:
    return str(layout(paper).blocks)


@pytest.mark.parametrize("name", LONGEST)
def test_every_paper_can_be_laid_out_with_nothing_left_open(name: str) -> None:
    carried(name)
    for paper in Paper.objects.select_related("case__organ"):
        assert "【" not in text_of(paper), paper.title


def test_a_decision_states_the_items_of_article_59() -> None:
    carried("普通程序_全程")
    decision = text_of(Paper.objects.get(document="penalty_decision"))
    for said in (
        "澜海宏基建筑工程有限公司",
        "91449901MA5K12AB9L",
        "擅自倾倒建筑垃圾十二立方米",
        "现场勘验笔录",
        "第16条",
        "第36条",
        "罚款人民币8,600元（大写：捌仟陆佰元整）",
        "十五日内到澜海银行望海支行缴纳",
        "百分之三加处罚款",
        "当事人提出已经清运的意见属实",
        "六十日内向望海区人民政府申请行政复议",
        "六个月内向望海区人民法院提起行政诉讼",
        "望海区城市管理和综合执法局",
        "2026年3月27日",
    ):
        assert said in decision, said


def test_a_notice_says_how_to_answer_and_until_when() -> None:
    carried("普通程序_全程")
    notice = text_of(Paper.objects.get(document="advance_notice"))
    assert "五个工作日内" in notice
    assert "和平路 1 号" in notice


def test_the_informant_is_masked() -> None:
    script = dict(read(FOLDER / "普通程序_不予立案.yaml"))
    first = script["经过"][0]
    first["填写"] = {**first["填写"], "举报人（不对外）": "孙举报"}
    play(script, build())
    form = text_of(Paper.objects.get(document="clue_form"))
    assert "孙××" in form
    assert "孙举报" not in form


def test_a_surcharge_is_told_with_its_days_and_its_cap() -> None:
    carried("执行_催告加处申请法院")
    notice = text_of(Paper.objects.get(document="surcharge_notice"))
    assert "36 日" in notice
    assert "人民币8,600元" in notice


def test_the_contents_list_every_paper_of_the_case() -> None:
    carried("普通程序_全程")
    listed = Paper.objects.get(document="contents_list").values["papers"]
    archived = ["file_cover", "contents_list", "file_note"]
    made = Paper.objects.exclude(document__in=archived)
    assert len(listed) == made.count()
