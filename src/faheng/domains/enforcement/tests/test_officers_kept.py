"""What officers were trained in, and where their certificates hold, is kept."""

from __future__ import annotations

import pytest

from faheng.domains.enforcement.lists import CERTIFICATES, OFFICERS, TRAININGS
from faheng.domains.enforcement.tests.rows import bring
from faheng.kernel.parties import actions
from faheng.kernel.parties.declare import NewTraining
from faheng.kernel.parties.models import Certificate, Person, Training
from faheng.kernel.parties.queries import NOBODY
from faheng.kernel.parties.refusals import NotAdministrator
from faheng.kernel.parties.tests.cast import AT, DAY, build

pytestmark = pytest.mark.django_db

HELD = {"人员编号": "P1", "培训日期": "2026-03-01", "学时": "16", "培训内容": "文书"}


@pytest.fixture
def officer() -> Person:
    build()
    row = {"人员编号": "P1", "姓名": "李四", "主体代码": "bureau"}
    assert bring(OFFICERS, row).accepted
    return Person.objects.get(officer_no="P1")


def test_trainings_come_in_by_the_register_and_only_once(officer):
    assert len(bring(TRAININGS, HELD).accepted) == 1
    again = bring(TRAININGS, HELD)
    assert not again.accepted
    assert len(again.rejected) == 1
    assert Training.objects.get().hours == 16


def test_whoever_does_not_keep_the_people_records_no_training(officer):
    what = NewTraining(officer.pk, DAY, 8, "证据")
    with pytest.raises(NotAdministrator):
        actions.record_training(what, by=NOBODY, at=AT)


def test_a_certificate_names_where_it_holds(officer):
    code = officer.organ.division.code
    card = {"证号": "ZF9", "人员编号": "P1", "有效期起": "2025-01-01"}
    assert bring(CERTIFICATES, card | {"执法区域代码": code}).accepted
    assert Certificate.objects.get().division == officer.organ.division
