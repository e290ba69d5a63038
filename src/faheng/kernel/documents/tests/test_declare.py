from types import SimpleNamespace

import pytest

from faheng.kernel.documents.declare import (
    DOCUMENTS,
    PARTY,
    Document,
    DocumentKind,
    States,
)


class Decision(Document, listed=False):
    code = "T-1"
    title = "处罚决定书"
    mark = "罚决"
    serve_on = PARTY
    sealed = True

    facts = States("违法事实", of=lambda s: s.file.facts)
    goods = States("物品清单", of=lambda s: s.goods)
    remark = States("备注", required=False)
    remedy = States("救济途径")


class Longer(Decision, listed=False):
    reasons = States("理由")


def situation(facts="占道经营", goods=()):
    return SimpleNamespace(file=SimpleNamespace(facts=facts), goods=goods)


def test_states_come_in_the_order_of_declaration():
    assert list(Decision.states()) == ["facts", "goods", "remark", "remedy"]


def test_a_subclass_states_what_its_base_states_first():
    assert list(Longer.states()) == ["facts", "goods", "remark", "remedy", "reasons"]


def test_the_key_is_the_class_name_in_snake_case():
    assert Decision.key() == "decision"


def test_values_are_read_off_the_situation():
    values = Decision.collect(situation(goods=[{"name": "三轮车"}]))
    assert values["facts"] == "占道经营"
    assert values["goods"] == [{"name": "三轮车"}]
    assert values["remedy"] == ""


def test_missing_names_the_labels_of_required_and_empty_values():
    values = {"facts": " \n", "goods": (), "remedy": "六十日内申请复议"}
    assert Decision.missing(values) == ["违法事实", "物品清单"]


def test_nothing_is_missing_from_a_full_paper():
    values = {"facts": "甲", "goods": [{"name": "乙"}], "remedy": "丙"}
    assert Decision.missing(values) == []


def test_a_value_of_none_is_empty():
    assert Decision.collect(situation(facts=None))["facts"] == ""


def test_two_papers_of_one_name_are_refused(monkeypatch):
    monkeypatch.setitem(DOCUMENTS, "twin", Decision)
    with pytest.raises(ValueError, match="twin"):
        type("Twin", (Document,), {})


def test_an_unlisted_paper_is_in_no_list():
    assert "decision" not in DOCUMENTS


def test_a_paper_without_template_says_which_is_wanted():
    with pytest.raises(FileNotFoundError, match=r"documents/decision\.txt"):
        Decision.template()


def test_one_citation_or_several_are_read_alike():
    article = SimpleNamespace(printed=lambda: "《某法》第五条")
    one = type("One", (Document,), {"basis": article}, listed=False)
    two = type("Two", (Document,), {"basis": (article, article)}, listed=False)
    assert len(one.citations()) == 1
    assert len(two.citations()) == 2
    assert Decision.citations() == ()


def test_a_paper_is_a_notice_unless_it_says_otherwise():
    assert Decision.kind is DocumentKind.NOTICE
