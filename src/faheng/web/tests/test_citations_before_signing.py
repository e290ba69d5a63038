"""What is cited is looked up before a step is signed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from faheng.kernel.cases.models import Act, Course, Defect
from faheng.lawbase import actions

pytestmark = pytest.mark.django_db

AT = datetime(2026, 1, 1, tzinfo=UTC)
LAW = """# 风筝管理条例

（2010年1月5日第一届风筝大会通过）

第一条　放风筝应当避开电线。

第二条　本条例自2010年3月1日起施行。
"""
WRONG = "依据《风筝管理条例》第九条，立即清理"


@pytest.fixture
def url(cast, tmp_path):
    file = tmp_path / "kites.md"
    file.write_text(LAW, encoding="utf-8")
    actions.import_paths([file], actions.Import(AT))
    case = cast.begin()
    cast.take(case, "hear", reply="none")
    course = Course.objects.get(case=case)
    return reverse("step", args=[case.pk, course.pk, "decide"])


def sent(order, **more):
    return {"kind": "fine", "fine": "800", "order": order, **more}


def test_what_does_not_resolve_is_told_while_typing(as_, url):
    page = as_("陈立衡").post(url, sent(WRONG, citations="1"))

    assert page.status_code == 200
    said = page.content.decode()
    assert "《风筝管理条例》第九条" in said
    assert "当日有效的文本没有这一条款" in said
    assert "<html" not in said


def test_what_resolves_or_is_not_held_is_no_warning(as_, url):
    order = "依据《风筝管理条例》第一条、《纸鸢办法》第三条改正"

    said = as_("陈立衡").post(url, sent(order, citations="1")).content.decode()

    assert "没有对不上的引用" in said


def test_a_paper_to_the_party_is_not_signed_on_a_missing_article(as_, url):
    acts = Act.objects.count()

    page = as_("陈立衡").post(url, sent(WRONG))

    assert page.status_code == 422
    assert "《风筝管理条例》第九条" in page.content.decode()
    assert "仍要签署的理由" in page.content.decode()
    assert Act.objects.count() == acts


def test_with_a_reason_it_is_signed_and_the_reason_is_kept(as_, url):
    page = as_("陈立衡").post(url, sent(WRONG, basis_reason="条例修订稿已公布"))

    assert page.status_code == 302
    kept = Defect.objects.filter(condition="cited_law")
    assert kept
    assert all(one.mend == "条例修订稿已公布" for one in kept)
    assert any("《风筝管理条例》第九条" in one.sentence for one in kept)


def test_a_right_citation_is_signed_at_once(as_, url):
    page = as_("陈立衡").post(url, sent("依据《风筝管理条例》第一条改正"))

    assert page.status_code == 302
    assert not Defect.objects.filter(condition="cited_law").exists()
