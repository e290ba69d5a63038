"""What everyone may see, and what nobody sees here."""

from __future__ import annotations

import pytest
from django.urls import reverse

from faheng.kernel.parties import actions
from faheng.kernel.parties.actions.certificates import Change
from faheng.kernel.parties.declare import NewCertificate, Role
from faheng.kernel.parties.queries import system
from faheng.kernel.parties.tests.cast import AT, SINCE, build
from faheng.kernel.registers.declare import REGISTERS

pytestmark = pytest.mark.django_db

PUBLIC = [one.key for one in REGISTERS if one.is_public]
INNER = [one.key for one in REGISTERS if not one.is_public]


@pytest.fixture
def city():
    made = build()
    person = made.hire("陈立衡", "bureau", Role.OFFICER)
    card = NewCertificate(person.pk, "44990001", SINCE)
    actions.issue_certificate(card, by=system(), at=AT)
    return made


@pytest.mark.parametrize("key", PUBLIC)
def test_a_published_register_is_open_to_everyone(client, city, key):
    assert client.get(reverse("public_register", args=[key])).status_code == 200


@pytest.mark.parametrize("key", [*INNER, "nothing"])
def test_an_inner_register_is_not_there(client, city, key):
    assert client.get(reverse("public_register", args=[key])).status_code == 404
    url = reverse("public_register_entry", args=[key, 1])
    assert client.get(url).status_code == 404


def test_an_entry_shows_its_columns_and_versions(client, city):
    organ = city.organs["bureau"]
    url = reverse("public_register_entry", args=["organs", organ.pk])

    page = client.get(url).content.decode()

    assert organ.name in page
    assert "2024-01-01 至 今" in page


def test_the_list_of_registers_names_the_public_ones_only(client, city):
    page = client.get(reverse("public_registers")).content.decode()

    assert "执法主体名录" in page
    assert "执法人员名录" not in page


def test_a_certificate_is_checked_by_its_whole_number(client, city):
    url = reverse("check_certificate")

    valid = client.get(url, {"number": "44990001"}).content.decode()
    part = client.get(url, {"number": "4499"})

    assert "今天有效" in valid
    assert "陈立衡" in valid
    assert part.status_code == 404
    assert "陈立衡" not in part.content.decode()


def test_a_suspended_certificate_is_said_to_be_so(client, city):
    change = Change("44990001", SINCE, "考核")
    actions.suspend_certificate(change, by=system(), at=AT)

    page = client.get(reverse("check_certificate"), {"number": "44990001"})

    assert "暂扣" in page.content.decode()


@pytest.mark.parametrize(
    "asked", [{"on": "x"}, {"after": "~~~"}, {"q": "\x00<script>x</script>"}]
)
def test_nonsense_in_the_address_does_no_harm(client, city, asked):
    answer = client.get(reverse("public_register", args=["organs"]), asked)

    assert answer.status_code == 200
    assert "<script>x" not in answer.content.decode()
