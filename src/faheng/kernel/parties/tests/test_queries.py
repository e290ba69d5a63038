from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser

from faheng.kernel.parties import actions
from faheng.kernel.parties.actions.certificates import Change
from faheng.kernel.parties.declare import Field, NewCertificate, Role, within
from faheng.kernel.parties.models import Organ
from faheng.kernel.parties.queries import (
    NOBODY,
    certified,
    scope,
    system,
    viewer,
)
from faheng.kernel.parties.tests.cast import AT, DAY, SINCE, City, build

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return build()


EVERY = {"city", "bureau", "street", "sibling", "neighbour"}
ORGAN_WIDE = [
    Role.OFFICER,
    Role.TEAM_LEAD,
    Role.HEAD,
    Role.REVIEWER,
    Role.HOST,
    Role.RECORDER,
]
SEEN = [
    *[(role, "bureau", {"bureau", "street"}) for role in ORGAN_WIDE],
    *[(role, "street", {"street"}) for role in ORGAN_WIDE],
    *[(role, "city", {"city"}) for role in ORGAN_WIDE],
    (Role.SUPERVISOR, "city", EVERY),
    (Role.SUPERVISOR, "bureau", {"bureau", "street", "sibling"}),
    (Role.SUPERVISOR, "street", {"street"}),
    (Role.SUPERVISOR, "neighbour", {"neighbour"}),
    (Role.ADMINISTRATOR, "city", set()),
    (Role.ADMINISTRATOR, "bureau", set()),
]


@pytest.mark.parametrize(("role", "organ", "seen"), SEEN)
def test_each_role_sees_exactly_its_organs(city, role, organ, seen):
    city.hire("甲", organ, role, legal_qualification_no="A1")
    who = city.viewer("甲")
    by_value = {
        key for key, row in city.organs.items() if who.sees(row.pk, row.division.path)
    }
    by_query = set(Organ.objects.filter(scope(who, "")).values_list("code", flat=True))
    assert by_value == by_query == seen


@pytest.mark.parametrize("role", [Role.HEAD, Role.REVIEWER, Role.HOST])
def test_who_decides_for_an_organ_decides_for_bodies_acting_in_its_name(city, role):
    city.hire("甲", "bureau", role, legal_qualification_no="A1")
    assert city.viewer("甲").has(role, city.organs["street"].pk)
    assert not city.viewer("甲").has(role, city.organs["sibling"].pk)


def test_an_officer_of_the_parent_is_not_an_officer_of_the_street(city):
    city.hire("甲", "bureau", Role.OFFICER)
    assert city.viewer("甲").has(Role.OFFICER, city.organs["bureau"].pk)
    assert not city.viewer("甲").has(Role.OFFICER, city.organs["street"].pk)


def test_a_person_without_appointment_sees_nothing(city):
    city.hire("甲", "bureau", None)
    who = city.viewer("甲")
    assert not who.roles
    assert not Organ.objects.filter(scope(who, "")).exists()


@pytest.mark.parametrize("user", [None, AnonymousUser()])
def test_no_user_is_nobody(user):
    assert viewer(user, DAY) is NOBODY


def test_nobody_passes_no_question():
    assert not NOBODY.sees(1, "4499")
    assert not NOBODY.sees(1, "")
    assert not any(NOBODY.has(role, 1) or NOBODY.holds(role) for role in Role)
    assert not NOBODY.administers("4499")


def test_a_user_without_a_person_is_nobody():
    user = get_user_model().objects.create_user("x")
    assert viewer(user, DAY) is NOBODY


def test_a_closed_account_is_nobody(city):
    city.hire("甲", "bureau", Role.OFFICER)
    person = actions.open_account(
        city.people["甲"].pk, "jia", "tide-9-Lantern", by=system()
    )
    assert viewer(person.user, DAY).name == "甲"
    person = actions.close_account(person.pk, by=system())
    assert viewer(person.user, DAY) is NOBODY


def test_an_appointment_counts_from_its_first_to_its_last_day(city):
    city.hire("甲", "bureau", None)
    city.appoint("甲", Role.HEAD, "bureau", valid_from=DAY, valid_until=DAY)
    day = timedelta(days=1)
    roles = [bool(city.viewer("甲", on).roles) for on in (DAY - day, DAY, DAY + day)]
    assert roles == [False, True, False]


def test_a_person_who_left_sees_nothing_from_the_day_after(city):
    city.hire("甲", "bureau", Role.OFFICER)
    actions.leave(city.people["甲"].pk, DAY, by=system(), at=AT)
    assert city.viewer("甲", DAY).roles
    assert city.viewer("甲", DAY + timedelta(days=1)) is NOBODY


def test_the_system_sees_no_cases_and_administers_all():
    assert not system().sees(1, "4499")
    assert system().administers("4499")


def test_a_path_is_within_another_only_at_a_stroke():
    assert within("4499/449901", "4499/449901")
    assert not within("4499/4499011", "4499/449901")
    assert not within("4499", "")


class TestCertified:
    @pytest.fixture
    def officer(self, city) -> int:
        person = city.hire("甲", "bureau", Role.OFFICER)
        actions.issue_certificate(
            NewCertificate(
                person_id=person.pk,
                number="ZF001",
                valid_from=SINCE,
                valid_until=DAY,
                fields=(Field.CITY,),
            ),
            by=system(),
            at=AT,
        )
        return person.pk

    def test_a_valid_certificate_has_no_problem_on_its_last_day(self, officer):
        assert certified(officer, DAY, Field.CITY) is None
        assert certified(officer, SINCE, "city_management") is None

    def test_the_day_after_it_has_expired(self, officer):
        problem = certified(officer, DAY + timedelta(days=1), Field.CITY)
        assert "已过期" in problem

    def test_the_day_before_it_is_not_yet_valid(self, officer):
        assert "尚未生效" in certified(officer, SINCE - timedelta(days=1), Field.CITY)

    def test_another_field_is_not_covered(self, officer):
        assert "不含该执法领域" in certified(officer, DAY, Field.MARKET)

    def test_a_suspension_counts_from_its_day_and_until_restored(self, officer):
        day = timedelta(days=1)
        actions.suspend_certificate(
            Change("ZF001", DAY - 3 * day, "考核不合格"), by=system(), at=AT
        )
        actions.restore_certificate(
            Change("ZF001", DAY - day, "考核合格"), by=system(), at=AT
        )
        found = [certified(officer, DAY - n * day, Field.CITY) for n in (4, 3, 2, 1)]
        assert [bool(problem) for problem in found] == [False, True, True, False]
        assert "暂扣" in found[1]

    def test_without_certificate_the_article_is_named(self, city):
        person = city.hire("乙", "bureau", Role.OFFICER)
        problem = certified(person.pk, DAY, Field.CITY)
        assert "没有行政执法证" in problem
        assert "行政处罚法第42条" in problem

    def test_an_auxiliary_is_never_certified(self, city):
        person = city.hire("乙", "bureau", None, is_auxiliary=True)
        assert "辅助人员" in certified(person.pk, DAY, Field.CITY)

    def test_an_unknown_person_is_a_problem(self):
        assert certified(0, DAY, Field.CITY)
