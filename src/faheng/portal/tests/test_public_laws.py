"""The law for everyone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from faheng.lawbase import actions

pytestmark = pytest.mark.django_db

LAW = """# 风筝管理条例

（2010年1月5日第一届风筝大会通过）

第一条　放风筝应当避开电线。

第二条　本条例自2010年3月1日起施行。
"""


@pytest.fixture
def kites(tmp_path):
    file = tmp_path / "kites.md"
    file.write_text(LAW, encoding="utf-8")
    actions.import_paths([file], actions.Import(datetime(2026, 1, 1, tzinfo=UTC)))


def test_anybody_finds_a_statute_and_reads_it(client, kites):
    assert "风筝管理条例" in client.get("/public/laws/", {"q": "风筝"}).content.decode()
    page = client.get("/public/laws/风筝管理条例/").content.decode()
    assert "放风筝应当避开电线。" in page


def test_before_its_first_day_no_text_is_shown(client, kites):
    page = client.get("/public/laws/风筝管理条例/", {"on": "2010-02-01"})
    assert "放风筝应当避开电线。" not in page.content.decode()
    assert "还没有施行" in page.content.decode()


def test_nonsense_is_no_error(client, kites):
    assert client.get("/public/laws/没有的法/").status_code == 404
    page = client.get("/public/laws/", {"q": "\x00", "start": "-1"})
    assert page.status_code == 200
    assert client.get("/public/laws/风筝管理条例/", {"on": "x"}).status_code == 200
