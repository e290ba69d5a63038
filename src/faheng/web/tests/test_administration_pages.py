"""The administrator's pages: who may open them, and every write behind them."""

from __future__ import annotations

from datetime import date

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from faheng.kernel.clocks.models import CalendarDay
from faheng.kernel.parties.models import Appointment, Certificate, Person

pytestmark = pytest.mark.django_db

ORDINARY = ("陈立衡", "郑宏", "苏文静", "何佳", "杜衡", "邻人")


@pytest.fixture
def person(cast):
    return cast.city.people["周同"]


@pytest.fixture
def post(as_, person):
    """Let the administrator do one act on the person."""
    client = as_("管理")

    def act(name, **given):
        url = reverse("person", args=[person.pk])
        return client.post(url, {"act": name, **given})

    act.client = client
    return act


@pytest.mark.parametrize("name", ORDINARY)
def test_nobody_else_opens_the_administrators_pages(cast, as_, person, name):
    client = as_(name)
    urls = [
        *(reverse(one) for one in ("administration", "people", "person_new")),
        reverse("calendars"),
        reverse("person", args=[person.pk]),
        reverse("organ", args=[cast.city.organs["bureau"].pk]),
    ]

    assert {client.get(url).status_code for url in urls} == {403}
    assert client.post(urls[4], {"act": "close"}).status_code == 403


def test_without_a_login_they_lead_to_the_door(client, person):
    for url in (reverse("administration"), reverse("person", args=[person.pk])):
        assert "login" in client.get(url).headers["Location"]


def test_an_administrator_sees_their_own_division_only(cast, as_):
    client = as_("管理")
    foreign = cast.city.people["邻人"]

    page = client.get(reverse("people")).content.decode()

    assert "周同" in page
    assert "邻人" not in page
    assert client.get(reverse("person", args=[foreign.pk])).status_code == 404
    posted = client.post(reverse("person", args=[foreign.pk]), {"act": "close"})
    assert posted.status_code == 404
    organ = cast.city.organs["neighbour"].pk
    assert client.get(reverse("organ", args=[organ])).status_code == 404


@pytest.mark.parametrize("page", ["administration", "people", "person_new"])
def test_every_page_is_drawn_for_an_administrator(as_, page):
    assert as_("管理").get(reverse(page)).status_code == 200


def test_a_role_is_given_and_ended_with_a_reason(cast, post, person):
    organ = cast.city.organs["bureau"].pk

    post("appoint", role="team_lead", organ=organ, valid_from="2026-01-01")
    given = Appointment.objects.get(person=person, role="team_lead")
    without = post("end", appointment=given.pk, last_on="2026-06-30", reason="")
    assert without.status_code == 422
    post("end", appointment=given.pk, last_on="2026-06-30", reason="轮岗")

    given.refresh_from_db()
    assert given.valid_until == date(2026, 6, 30)
    assert given.end_reason == "轮岗"
    assert given.recorded_by == cast.city.people["管理"]


def test_a_refusal_is_shown_as_a_sentence(cast, post):
    organ = cast.city.organs["bureau"].pk

    answer = post("appoint", role="officer", organ=organ, valid_from="2026-01-01")

    assert answer.status_code == 422
    assert "已有同一单位的同一角色" in answer.content.decode()


def test_a_role_cannot_be_given_in_a_foreign_organ(cast, post):
    foreign = cast.city.organs["neighbour"].pk

    answer = post("appoint", role="head", organ=foreign, valid_from="2026-01-01")

    assert answer.status_code == 422
    assert not Appointment.objects.filter(role="head", organ=foreign).exists()


def test_the_appointment_of_another_cannot_be_ended_here(cast, post):
    other = Appointment.objects.get(person=cast.city.people["郑宏"])

    answer = post("end", appointment=other.pk, last_on="2026-06-30", reason="误")

    assert answer.status_code == 422
    other.refresh_from_db()
    assert other.valid_until is None


def test_nobody_appoints_themselves(cast, as_):
    me = cast.city.people["管理"]
    organ = cast.city.organs["bureau"].pk

    answer = as_("管理").post(
        reverse("person", args=[me.pk]),
        {"act": "appoint", "role": "head", "organ": organ, "valid_from": "2026-01-01"},
    )

    assert "不得为本人任职" in answer.content.decode()


def test_a_certificate_says_where_it_entitles_its_holder_to_act(
    post, person, as_, cast
):
    region = cast.city.organs["bureau"].division
    post(
        "issue",
        number="T-2",
        kind="enforcement",
        valid_from="2026-01-01",
        division=region.pk,
    )
    post("issue", number="T-3", kind="enforcement", valid_from="2026-01-01")

    held = Certificate.objects.filter(number__in=("T-2", "T-3")).order_by("number")
    assert [one.division for one in held] == [region, None]
    page = as_("管理").get(reverse("person", args=[person.pk])).content.decode()
    assert page.count(f"不限领域　{region.name}") == 1


def test_a_certificate_is_issued_suspended_restored_and_revoked(post, person):
    post("issue", number="T-1", kind="enforcement", valid_from="2026-01-01")
    for status, on in (
        ("suspended", "2026-02-01"),
        ("valid", "2026-03-01"),
        ("revoked", "2026-04-01"),
    ):
        post("change", number="T-1", status=status, from_on=on, reason="考核")

    certificate = Certificate.objects.get(number="T-1")
    assert certificate.person == person
    assert certificate.status == "revoked"
    assert certificate.changes.count() == 4
    back = post(
        "change", number="T-1", status="valid", from_on="2026-05-01", reason="复"
    )
    assert "已吊销，不能恢复" in back.content.decode()


def test_a_password_is_shown_once_and_must_be_changed(post, person):
    answer = post("open", username="zhou.tong")

    secret = answer.context["secret"]
    assert secret in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    again = post.client.get(reverse("person", args=[person.pk]))
    assert secret not in again.content.decode()

    theirs = Client()
    theirs.post(reverse("account_login"), {"login": "zhou.tong", "password": secret})
    first = theirs.get(reverse("work"))
    assert first.headers["Location"] == reverse("account_change_password")
    chosen = {"password1": "海棠里七号楼下", "password2": "海棠里七号楼下"}
    chosen = {key: f"{word}-{len(word)}-Kx" for key, word in chosen.items()}
    theirs.post(reverse("account_change_password"), {"oldpassword": secret, **chosen})
    entered = Client()
    entered.post(
        reverse("account_login"),
        {"login": "zhou.tong", "password": chosen["password1"]},
    )
    assert entered.get(reverse("work")).status_code == 200


@pytest.mark.parametrize("username", ["", "a", "中文名", "x" * 80, "a b c", "a\n"])
def test_a_strange_user_name_is_refused(post, username):
    assert post("open", username=username).status_code == 422


def through_the_page(user):
    """A client that logged in as a person does, which is what opens a session row."""
    user.set_password("tall-ginkgo-27-lantern")
    user.save()
    client = Client()
    given = {"login": user.username, "password": "tall-ginkgo-27-lantern"}
    client.post(reverse("account_login"), given)
    return client


def test_a_closed_account_is_out_at_once(cast, post, person):
    theirs = through_the_page(cast.users["周同"])
    assert UserSession.objects.filter(user=cast.users["周同"]).exists()

    post("close")

    assert not get_user_model().objects.get(pk=cast.users["周同"].pk).is_active
    assert "login" in theirs.get(reverse("work")).headers["Location"]


def test_nobody_closes_their_own_account(cast, as_):
    me = cast.city.people["管理"]

    answer = as_("管理").post(reverse("person", args=[me.pk]), {"act": "close"})

    assert answer.status_code == 422
    assert "不能关闭自己的账号" in answer.content.decode()


def test_one_session_is_ended_and_no_foreign_one(cast, post):
    theirs = through_the_page(cast.users["周同"])
    other = through_the_page(cast.users["郑宏"])
    mine = UserSession.objects.get(user=cast.users["周同"])
    foreign = UserSession.objects.get(user=cast.users["郑宏"])

    post("session", session=mine.pk)
    refused = post("session", session=foreign.pk)

    assert "login" in theirs.get(reverse("work")).headers["Location"]
    assert refused.status_code == 422
    assert other.get(reverse("work")).status_code == 200


def test_leaving_ends_what_is_open(post, person):
    post("leave", left_on="2026-06-30")

    person.refresh_from_db()
    assert person.left_on == date(2026, 6, 30)
    assert Appointment.objects.get(person=person).valid_until == date(2026, 6, 30)


@pytest.mark.parametrize("act", ["", "delete", "__class__"])
def test_an_unknown_act_is_not_found(post, act):
    assert post(act).status_code == 404


def test_a_person_is_entered(cast, as_):
    given = {
        "name": "新来的",
        "organ": cast.city.organs["bureau"].pk,
        "officer_no": "Z9",
        "post": "front_line",
    }
    client = as_("管理")

    client.post(reverse("person_new"), given)
    twice = client.post(reverse("person_new"), given)

    assert Person.objects.get(officer_no="Z9").name == "新来的"
    assert twice.status_code == 422
    assert "已经登记" in twice.content.decode()


def notice(text):
    return SimpleUploadedFile("2027.csv", text.encode())


def test_a_years_notice_is_imported_whole_or_not_at_all(as_):
    client = as_("管理")
    url = reverse("calendars")
    given = {"year": 2027, "source": "国办发明电〔2026〕1号"}

    bad = client.post(url, {**given, "file": notice("2027-01-01,法定节假日\n昨天,x\n")})
    assert bad.status_code == 422
    assert not CalendarDay.objects.exists()
    good = client.post(url, {**given, "file": notice("2027-01-01,法定节假日\n")})

    assert good.status_code == 302
    assert CalendarDay.objects.get().day == date(2027, 1, 1)


@pytest.mark.parametrize("content", ["", "\x00\x01", "a" * 2000])
def test_a_file_that_is_no_calendar_is_refused(as_, content):
    given = {"year": 2027, "source": "x", "file": notice(content)}

    answer = as_("管理").post(reverse("calendars"), given)

    assert answer.status_code == 422


def test_outside_the_demo_a_second_factor_is_asked_for(as_, settings):
    settings.FAHENG_PRODUCTION = True

    for name in ("管理", "杜衡"):
        answer = as_(name).get(reverse("law_index"))
        assert answer.headers["Location"] == reverse("mfa_index")
    assert as_("陈立衡").get(reverse("law_index")).status_code == 200
