from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection

from faheng.kernel.parties import actions
from faheng.kernel.parties.declare import IdKind, PartyFacts, PartyKind
from faheng.kernel.parties.models import Party
from faheng.kernel.parties.queries import NOBODY, system
from faheng.kernel.parties.refusals import NobodyActs, NumberWrong
from faheng.kernel.parties.tests.cast import AT

pytestmark = pytest.mark.django_db

GOOD_ID = "440300199001011238"
OTHER_ID = "11010519491231002X"
GOOD_USCC = "91350100M000100Y43"


def citizen(**more) -> PartyFacts:
    plain = {"kind": PartyKind.CITIZEN, "name": "赵六", "id_no": GOOD_ID}
    return PartyFacts(**plain | more)


def enter(facts: PartyFacts) -> Party:
    return actions.find_or_create_party(facts, by=system(), at=AT)


class TestParty:
    def test_the_database_never_holds_the_plain_number(self):
        enter(citizen(phone="13800138000"))
        with connection.cursor() as cursor:
            for table in ("parties_party", "parties_partyversion"):
                cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - two names above
                held = repr(cursor.fetchall())
                assert GOOD_ID not in held
                assert GOOD_ID[6:14] not in held
                assert "13800138000" not in held

    def test_a_number_reads_back_masked_and_reveals_on_demand(self):
        party = Party.objects.get(pk=enter(citizen()).pk)
        assert str(party.id_no) == "4403**********1238"
        assert party.id_no.reveal() == GOOD_ID

    def test_the_birthday_comes_from_the_number(self):
        assert str(enter(citizen()).birth_on) == "1990-01-01"

    def test_the_same_number_is_the_same_party_whatever_its_form(self):
        wide = " 44030019900101１２３８ "
        assert enter(citizen()).pk == enter(citizen(id_no=wide)).pk
        assert enter(citizen(id_no=OTHER_ID.lower())).pk != enter(citizen()).pk

    def test_another_name_is_a_new_version_and_the_former_stays(self):
        party = enter(citizen(address="东门路1号"))
        renamed = enter(citizen(name="赵陆"))
        assert (renamed.pk, renamed.name) == (party.pk, "赵陆")
        assert renamed.address == "东门路1号"
        assert list(party.versions.values_list("number", "name")) == [
            (1, "赵六"),
            (2, "赵陆"),
        ]

    def test_nothing_new_makes_no_version(self):
        party = enter(citizen())
        enter(citizen())
        assert party.versions.count() == 1

    @pytest.mark.parametrize(
        "facts",
        [
            citizen(id_no="440300199001011239"),
            citizen(id_no="440300199002301239"),
            PartyFacts(PartyKind.ORGANISATION, "某公司", uscc="91350100M000100Y44"),
        ],
    )
    def test_a_wrong_check_digit_is_refused(self, facts):
        with pytest.raises(NumberWrong):
            enter(facts)
        assert not Party.objects.exists()

    def test_an_organisation_is_found_by_its_code(self):
        facts = PartyFacts(PartyKind.ORGANISATION, "某公司", uscc=GOOD_USCC)
        assert enter(facts).pk == enter(replace(facts, name="某某公司")).pk

    def test_a_businessman_with_a_shop_is_two_parties(self):
        shop = PartyFacts(
            PartyKind.INDIVIDUAL_BUSINESS, "小店", id_no=GOOD_ID, uscc=GOOD_USCC
        )
        assert enter(shop).pk != enter(citizen()).pk

    def test_a_passport_is_not_measured_by_the_citizen_standard(self):
        assert enter(citizen(id_kind=IdKind.PASSPORT, id_no="E12345678")).pk

    def test_two_people_of_one_name_without_numbers_stay_two(self):
        assert enter(citizen(id_no="")).pk != enter(citizen(id_no="")).pk

    def test_nobody_enters_no_party(self):
        with pytest.raises(NobodyActs):
            actions.find_or_create_party(citizen(), by=NOBODY, at=AT)
