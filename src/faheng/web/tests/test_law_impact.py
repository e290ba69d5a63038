"""What a change of a law touches, and what people say of its lineage."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from faheng.domains.enforcement.registers import ItemProvision
from faheng.lawbase import actions
from faheng.lawbase.models import Lineage, Version

pytestmark = pytest.mark.django_db

AT = datetime(2026, 1, 1, tzinfo=UTC)
LAW = """# 城市市容和环境卫生管理条例

（{adopted}通过）

第一条　为了市容，制定本条例。

第十四条　不得在道路两侧堆放物料。

第三十六条　违反本条例第十四条规定的，处{fine}罚款。

第三十七条　本条例自{begins}起施行。
"""


@pytest.fixture
def versions(cast, tmp_path):
    for adopted, begins, fine in (
        ("2010年1月5日", "2010年3月1日", "五百元以下"),
        ("2025年1月5日", "2025年3月1日", "五千元以下"),
    ):
        file = tmp_path / f"law{adopted}.md"
        words = LAW.format(adopted=adopted, begins=begins, fine=fine)
        file.write_text(words, encoding="utf-8")
        actions.import_paths([file], actions.Import(AT))
    return list(Version.objects.order_by("valid_from"))


def url(name="law_impact"):
    return reverse(name, args=["城市市容和环境卫生管理条例"])


def test_the_items_on_changed_articles_are_listed_for_who_holds_power(
    as_, cast, versions
):
    said = as_("陈立衡").get(url()).content.decode()

    assert "对擅自占用城市道路堆放物料的行政处罚" in said
    assert "第36条" in said
    assert cast.city.organs["bureau"].name in said


def test_what_did_not_change_is_not_listed(as_, versions):
    said = as_("陈立衡").get(url()).content.decode()

    assert "管理条例》第14条" not in said


def test_the_list_is_a_file_too(as_, versions):
    page = as_("陈立衡").get(url("law_impact_file"))

    titles, row = load_workbook(io.BytesIO(page.content)).active.values
    assert dict(zip(titles, row, strict=True))["依据"].endswith("第36条")


def test_a_law_with_one_version_changes_nothing(as_, cast):
    assert as_("陈立衡").get(url()).status_code == 404


def test_only_a_reviewer_confirms_where_an_article_comes_from(as_, versions):
    row = Lineage.objects.filter(kind="modified", before__kind="article").first()
    page = as_("陈立衡").post(
        reverse("law_lineage", args=[row.pk]), {"answer": "confirm"}
    )

    assert page.status_code == 403
    row.refresh_from_db()
    assert row.state == "suggested"


def test_an_item_whose_basis_is_gone_says_so(as_, cast, versions):
    ItemProvision.objects.create(
        item=cast.item,
        role="penalty",
        law="城市市容和环境卫生管理条例",
        article=99,
        citation="《城市市容和环境卫生管理条例》第99条",
    )
    client = as_("陈立衡")

    page = client.get(reverse("register_entry", args=["items", cast.item.pk]))
    narrowed = client.get(reverse("register", args=["items"]), {"basis": "wrong"})

    assert "依据已经不能用" in page.content.decode()
    assert cast.item.name in narrowed.content.decode()


def test_items_with_a_right_basis_are_not_among_the_wrong(as_, cast, versions):
    page = as_("陈立衡").get(reverse("register", args=["items"]), {"basis": "wrong"})

    assert cast.item.name not in page.content.decode()
