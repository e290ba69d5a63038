from __future__ import annotations

from datetime import date
from time import monotonic

import pytest
from django.contrib.auth import authenticate, get_user_model
from pytest_django.fixtures import Settings

from faheng.cli.demo.load import DemoNotAskedFor, load_city
from faheng.cli.demo.logins import demo_logins
from faheng.cli.demo.parameters import OWN_NUMBERS
from faheng.domains.enforcement.kinds import Gate, Subject
from faheng.domains.enforcement.lists import PARAMETERS, POWERS, THRESHOLDS
from faheng.domains.enforcement.parameters import DEFAULTS, parameter
from faheng.domains.enforcement.powers import holds
from faheng.domains.enforcement.registers import (
    EnforcementItem,
    Power,
    Threshold,
)
from faheng.domains.enforcement.thresholds import Place, Sanction, required
from faheng.kernel.parties.declare import PartyKind, Role
from faheng.kernel.parties.models import Certificate, Organ, Party, Person
from faheng.kernel.parties.queries import certified, viewer
from faheng.lib.identifiers import citizen_id_problem, uscc_problem

DAY = date(2026, 11, 21)
EVE_OF_THE_CODE = date(2026, 8, 14)
DAY_OF_THE_CODE = date(2026, 8, 15)
LIMIT_SECONDS = 15


@pytest.fixture
def city(db: None, settings: Settings) -> None:
    settings.FAHENG_DEMO = True
    assert load_city(DAY)


@pytest.mark.django_db
def test_the_demo_is_refused_where_it_was_not_asked_for(
    settings: Settings,
) -> None:
    settings.FAHENG_DEMO = False
    with pytest.raises(DemoNotAskedFor, match="FAHENG_DEMO"):
        load_city(DAY)
    assert get_user_model().objects.count() == 0


@pytest.mark.django_db
def test_the_city_is_loaded_in_seconds_and_only_once(
    settings: Settings,
) -> None:
    settings.FAHENG_DEMO = True
    told: list[tuple[str, int, int]] = []
    begun = monotonic()
    assert load_city(DAY, lambda *step: told.append(step))
    assert monotonic() - begun < LIMIT_SECONDS
    assert told[-1][1] == told[-1][2] == len(told)
    people = Person.objects.count()
    assert not load_city(DAY)
    assert Person.objects.count() == people


@pytest.mark.usefixtures("city")
def test_every_organ_that_handles_cases_has_every_role() -> None:
    needed = {
        Role.HEAD,
        Role.TEAM_LEAD,
        Role.REVIEWER,
        Role.HOST,
        Role.RECORDER,
        Role.OFFICER,
    }
    for organ in Organ.objects.exclude(code__endswith="-SF"):
        roles = list(organ.appointments.values_list("role", flat=True))
        assert needed <= set(roles), organ
        assert roles.count(Role.OFFICER) >= 4, organ


@pytest.mark.usefixtures("city")
def test_every_power_is_held_by_somebody_who_may_use_it() -> None:
    items = EnforcementItem.objects.on(DAY)
    assert items.count() >= 60
    for item in items:
        assert Power.objects.on(DAY).filter(item=item).exists(), item


@pytest.mark.usefixtures("city")
def test_the_code_of_august_2026_replaces_the_wordings_before_it() -> None:
    before = EnforcementItem.objects.on(EVE_OF_THE_CODE).get(code="CG-010")
    after = EnforcementItem.objects.on(DAY_OF_THE_CODE).get(code="CG-010")
    assert after.replaces == before
    assert (before.fine_max, after.fine_max) == (500_00, 1000_00)
    for day, item in ((EVE_OF_THE_CODE, before), (DAY_OF_THE_CODE, after)):
        power = Power.objects.on(day).get(code="449902-CG/CG-010")
        assert power.item == item


@pytest.mark.usefixtures("city")
def test_a_branch_draws_on_the_powers_of_the_city_bureau() -> None:
    branch = Organ.objects.get(code="449902-HJ")
    item = EnforcementItem.objects.on(DAY).get(code="HJ-001")
    power = holds(branch, item, DAY)
    assert power is not None
    assert power.organ.code == "449900-HJ"


@pytest.mark.usefixtures("city")
def test_local_numbers_say_that_they_are_local() -> None:
    assert Threshold.objects.count() == 18
    assert all("非法定数额" in row.basis for row in Threshold.objects.all())
    assert set(OWN_NUMBERS) <= set(DEFAULTS)
    place = Organ.objects.get(code="449902-CG").division
    assert parameter("filing_days", DAY, division=place) == OWN_NUMBERS["filing_days"]


@pytest.mark.usefixtures("city")
def test_every_entry_has_the_code_that_its_register_would_give_it() -> None:
    for register in (POWERS, THRESHOLDS, PARAMETERS):
        entry = register.model._default_manager.first()
        assert entry is not None
        row = {field: getattr(entry, field) for field in register.identity}
        assert getattr(entry, "code") == register.code_of(row)  # noqa: B009


@pytest.mark.usefixtures("city")
def test_a_large_fine_opens_a_hearing_in_every_district() -> None:
    place = Place(Organ.objects.get(code="449902-CG").division.path)
    for fine, due in ((99_999_99, False), (100_000_00, True)):
        sanction = Sanction(Subject.ORGANISATION, fine=fine)
        found = required(Gate.HEARING, sanction, on=DAY, place=place)
        assert (found is not None) is due


@pytest.mark.usefixtures("city")
def test_parties_have_numbers_that_pass_and_that_can_be_found() -> None:
    assert Party.objects.count() == 200
    for party in Party.objects.all():
        assert party.versions.count() == 1
        if party.kind == PartyKind.CITIZEN:
            assert citizen_id_problem(party.id_no.reveal(), DAY) is None
            assert party.id_index
        else:
            assert uscc_problem(party.uscc) is None


@pytest.mark.usefixtures("city")
def test_a_few_certificates_have_expired_or_been_suspended() -> None:
    expired = Certificate.objects.filter(valid_until__lt=DAY)
    suspended = Certificate.objects.filter(status="suspended")
    whole = Certificate.objects.count()
    assert 0 < expired.count() < whole / 10
    assert 0 < suspended.count() < whole / 10
    row = suspended.exclude(pk__in=expired).first()
    assert row is not None
    problem = certified(row.person_id, DAY, row.fields.first() or "city_management")
    assert problem
    assert "暂扣" in problem


@pytest.mark.usefixtures("city")
def test_every_login_works_and_sees_what_it_should() -> None:
    bureau = Organ.objects.get(code="449902-CG")
    seen = {}
    for login in demo_logins():
        user = authenticate(username=login.username, password=login.password)
        assert user is not None, login
        who = viewer(user, DAY)
        seen[login.username] = who.sees(bureau.pk, bureau.division.path)
    blind = {"admin", "neighbour", "street"}
    assert {name for name, sees in seen.items() if not sees} == blind


@pytest.mark.usefixtures("city")
def test_the_officers_of_the_cast_may_enforce_in_their_field() -> None:
    for account in ("officer", "officer2", "street", "neighbour"):
        person = Person.objects.get(user__username=account)
        assert certified(person.pk, DAY, "city_management") is None
