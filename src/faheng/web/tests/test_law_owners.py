"""Heads of organs are told once of a new version that touches what is theirs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from faheng.domains.enforcement.law_changes import news, tell_owners
from faheng.kernel.cases.models import Notice
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment
from faheng.lawbase import actions
from faheng.lawbase.models import Lineage, Version

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 1, 4, tzinfo=UTC)
TITLE = "城市市容和环境卫生管理条例"
LAW = """# 城市市容和环境卫生管理条例

（{adopted}通过）

第一条　为了市容，制定本条例。

第十四条　不得在道路两侧堆放物料。

第三十六条　违反本条例第十四条规定的，处{fine}罚款。

第三十七条　本条例自{begins}起施行。
"""
OLDER = LAW.format(adopted="2010年1月5日", begins="2010年3月1日", fine="五百元以下")
NEWER = LAW.format(adopted="2025年1月5日", begins="2025年3月1日", fine="五千元以下")
LATER = """# 市容条例

（2026年1月5日通过）

第一条　为了市容，制定本条例。

第二条　本条例自2026年3月1日起施行。《城市市容和环境卫生管理条例》同时废止。
"""


@pytest.fixture
def put(tmp_path):
    def write(name, text, at=AT):
        file = tmp_path / f"{name}.md"
        file.write_text(text, encoding="utf-8")
        done = actions.import_paths([file], actions.Import(at))
        return Version.objects.get(
            work__full_title=done.files[0].title, adopted_on=done.files[0].adopted_on
        )

    return write


@pytest.fixture
def head(cast):
    return Appointment.objects.filter(
        organ=cast.city.organs["bureau"], role=Role.HEAD
    ).first()


def test_the_head_is_told_once_with_the_list(cast, put, head):
    put("older", OLDER)
    newer = put("newer", NEWER, AT + timedelta(days=1))

    assert tell_owners(newer, "/list/1/", AT) >= 1
    assert tell_owners(newer, "/list/1/", AT) == 0

    [told] = Notice.objects.filter(person=head.person)
    assert told.case is None
    assert told.link == "/list/1/"
    assert "2025年3月1日起的版本" in told.text
    assert "事项 1" in told.text


def test_nobody_is_told_where_nothing_rests_on_the_change(put):
    put("older", OLDER)
    assert tell_owners(put("newer", NEWER), "/list/1/", AT) == 0


def test_a_law_that_ends_another_touches_what_rests_on_that(cast, put, head):
    put("older", OLDER)
    assert tell_owners(put("later", LATER), "/list/1/", AT) >= 1
    assert Notice.objects.filter(person=head.person).count() == 1


def test_versions_that_come_in_together_are_no_news(put):
    put("older", OLDER)
    newer = put("newer", NEWER)
    assert news([TITLE], AT) == []

    Version.objects.get(adopted_on="2010-01-05").files.update(
        recorded_at=AT - timedelta(days=3)
    )
    assert news([TITLE], AT) == [newer]


def test_a_notice_of_a_list_leads_to_it(as_, cast, put, head):
    put("older", OLDER)
    newer = put("newer", NEWER)
    link = reverse("law_change", args=[newer.pk])
    tell_owners(newer, link, AT)
    client = as_("郑宏")

    assert f'href="{link}"' in client.get(reverse("notices")).content.decode()
    page = client.get(link, follow=True)
    assert "修改影响" in page.content.decode()


def test_what_a_reviewer_says_of_the_lineage_tells_the_head(as_, cast, put, head):
    put("older", OLDER)
    newer = put("newer", NEWER)
    row = Lineage.objects.filter(later=newer, kind="modified").first()

    client = as_("苏文静")
    client.post(reverse("law_lineage", args=[row.pk]), {"answer": "confirm"})

    assert Notice.objects.filter(person=head.person, case=None).count() == 1
