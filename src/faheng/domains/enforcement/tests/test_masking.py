"""Published abstracts hide what identifies and reaches people, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from faheng.domains.enforcement.masking import leaks, masked, masked_name
from faheng.lib.identifiers import make_citizen_id, make_uscc

ID = make_citizen_id("449901", date(1990, 1, 1), 12)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"身份证号{ID}", f"身份证号4499**********{ID[-4:]}"),
        ("电话13800138000。", "电话138****8000。"),
        ("电话１３８００１３８０００。", "电话138****8000。"),
        ("座机0755-12345678", "座机*********5678"),
        ("账号6222020200112233445", "账号***************3445"),
        ("住址：东门路1号3栋201，罚款", "住址：***，罚款"),
        ("家庭住址东门路1号；", "家庭住址***；"),
    ],
)
def test_personal_data_is_hidden(text: str, shown: str):
    assert masked(text) == shown
    assert leaks(text)
    assert leaks(masked(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "罚款人民币86,000元（大写：捌万陆仟元整）",
        "望城罚决〔2026〕15号，2026年5月15日",
        f"统一社会信用代码{make_uscc('449901', 'M000100Y')}",
        "占用道路13.5平方米，共12345678901234件",
        "《城市市容和环境卫生管理条例》第十六条",
    ],
)
def test_what_must_be_published_is_left_alone(text: str):
    assert masked(text) == text
    assert leaks(text) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [("王伟", "王某"), ("王小明", "王某某"), ("欧阳娜", "欧阳某"), ("王", "王")],
)
def test_a_persons_given_name_is_hidden(name: str, shown: str):
    assert masked_name(name) == shown


def test_hiding_twice_changes_nothing_more():
    once = masked(f"王某，{ID}，13800138000，住址：东门路1号")
    assert masked(once) == once
