from __future__ import annotations

from datetime import timedelta

import pytest

from faheng.kernel.parties import actions
from faheng.kernel.parties.actions.certificates import Change
from faheng.kernel.parties.declare import (
    CertificateStatus,
    Field,
    NewCertificate,
    Role,
)
from faheng.kernel.parties.queries import NOBODY, system
from faheng.kernel.parties.rosters import organs, people, person_card
from faheng.kernel.parties.tests.cast import AT, DAY, SINCE, City, build

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    city = build()
    city.hire("管", "bureau", Role.ADMINISTRATOR)
    city.hire("甲", "street", Role.OFFICER)
    city.hire("邻", "neighbour", Role.OFFICER)
    return city


def test_an_administrator_finds_the_organs_and_people_of_the_division(city):
    by = city.viewer("管")
    assert {row.code for row in organs(by)} == {"bureau", "sibling", "street"}
    assert [row.name for row in people(by)] == ["管", "甲"]
    assert [row.name for row in people(by, search="甲 street")] == ["甲"]
    assert [row.name for row in people(by, after="N0000")] == ["甲"]


def test_nobody_else_finds_any(city):
    for who in (NOBODY, city.viewer("甲")):
        assert not organs(who)
        assert not people(who)
        assert person_card(city.people["甲"].pk, DAY, who) is None
    assert person_card(city.people["邻"].pk, DAY, city.viewer("管")) is None


def test_a_card_holds_every_role_and_certificate_with_its_changes(city):
    person = city.people["甲"]
    actions.issue_certificate(
        NewCertificate(person.pk, "ZF1", SINCE, DAY, fields=(Field.CITY,)),
        by=system(),
        at=AT,
    )
    actions.suspend_certificate(Change("ZF1", DAY, "查"), by=city.viewer("管"), at=AT)
    day = timedelta(days=1)
    before, on, later = (
        person_card(person.pk, DAY + n * day, city.viewer("管")).certificates[0]
        for n in (-1, 0, 1)
    )
    assert before.status is CertificateStatus.VALID
    assert (on.status, on.is_expired) == (CertificateStatus.SUSPENDED, False)
    assert later.is_expired
    assert [line.recorded_by for line in on.changes] == ["系统", "管"]
    roles = person_card(person.pk, DAY, system()).appointments
    assert [line.role for line in roles] == [Role.OFFICER]


def test_a_card_asks_the_same_number_of_questions_however_much_it_holds(
    city, django_assert_max_num_queries
):
    person = city.people["甲"]
    for n in range(5):
        actions.issue_certificate(
            NewCertificate(person.pk, f"ZF{n}", SINCE), by=system(), at=AT
        )
    by = city.viewer("管")
    with django_assert_max_num_queries(6):
        person_card(person.pk, DAY, by)


def test_a_viewer_is_built_with_few_questions(city, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        city.viewer("甲")
