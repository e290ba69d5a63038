"""Who comes in: a session with its token against forgery, or a personal token."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from faheng.api import tokens
from faheng.api.models import ApiToken


def test_nobody_comes_in_without_a_name(db):
    client = Client()

    assert client.get("/api/v1/cases").status_code == 401
    assert client.post("/api/v1/cases", {}).status_code in {401, 403}
    assert client.get("/api/v1/openapi.json").status_code == 302


def test_somebody_logged_in_reads(cast):
    client = Client()
    client.force_login(cast.people["陈立衡"].user)

    assert client.get("/api/v1/me").json()["name"] == "陈立衡"
    assert client.get("/api/v1/").status_code == 200
    assert client.get("/api/v1/openapi.json").json()["openapi"].startswith("3.")


def test_a_forged_request_does_not_act(cast, opening):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.people["陈立衡"].user)

    answer = client.post("/api/v1/cases", opening, content_type="application/json")

    assert answer.status_code == 403


def test_a_session_acts_with_its_token_against_forgery(cast, opening):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.people["陈立衡"].user)
    client.cookies["csrftoken"] = "a" * 32

    answer = client.post(
        "/api/v1/cases",
        opening,
        content_type="application/json",
        headers={"X-CSRFToken": "a" * 32},
    )

    assert answer.status_code == 201, answer.content.decode()


def test_only_the_hash_of_a_token_is_kept(cast):
    token, text = tokens.give_out(cast.people["陈立衡"].pk, "x", 1, timezone.now())

    assert text not in str(ApiToken.objects.filter(pk=token.pk).values())


def test_an_ended_token_opens_nothing(cast):
    person, now = cast.people["陈立衡"], timezone.now()
    _, expired = tokens.give_out(person.pk, "a", 1, now - timedelta(days=2))
    token, revoked = tokens.give_out(person.pk, "b", 1, now)
    tokens.revoke(person.pk, token.pk, now)

    for text in (expired, revoked, "faheng_nonsense", ""):
        answer = Client().get("/api/v1/me", headers={"Authorization": f"Bearer {text}"})
        assert answer.status_code == 401


def test_a_token_ends_with_its_owners_account(cast):
    person = cast.people["陈立衡"]
    _, text = tokens.give_out(person.pk, "a", 1, timezone.now())
    person.user.is_active = False
    person.user.save()

    answer = Client().get("/api/v1/me", headers={"Authorization": f"Bearer {text}"})

    assert answer.status_code == 401


def test_a_token_sees_what_its_owner_sees_today(cast, program):
    person = cast.people["陈立衡"]
    officer = program("陈立衡")
    assert officer.get("/me").json()["roles"]
    person.left_on = timezone.localdate() - timedelta(days=1)
    person.save()

    assert officer.get("/me").json()["roles"] == []


def test_an_owner_makes_and_ends_tokens_but_a_token_does_not(cast, program):
    client = Client()
    client.force_login(cast.people["陈立衡"].user)
    json = "application/json"

    made = client.post("/api/v1/tokens", {"label": "统计"}, content_type=json)
    assert made.status_code == 201, made.content
    assert made.json()["token"].startswith(tokens.PREFIX)
    assert "token" not in client.get("/api/v1/tokens").json()[0]
    path = f"/api/v1/tokens/{made.json()['id']}"
    assert program("林晓岚").post("/tokens", {"label": "x"}).status_code in {401, 403}
    other = Client()
    other.force_login(cast.people["林晓岚"].user)
    assert other.delete(path).status_code == 404
    assert client.delete(path).status_code == 204
    assert client.delete(path).status_code == 404
    long = client.post("/api/v1/tokens", {"label": "x", "days": 999}, content_type=json)
    assert long.status_code == 422


def test_the_command_gives_out_and_ends_tokens(cast):
    account = cast.people["陈立衡"].user.username
    out = StringIO()

    call_command("api_token", account, label="夜间", stdout=out)
    token = ApiToken.objects.get()
    call_command("api_token", account, revoke=token.pk)

    assert tokens.holder(out.getvalue().strip(), timezone.now()) is None
    with pytest.raises(CommandError):
        call_command("api_token", account, revoke=token.pk)
    with pytest.raises(CommandError):
        call_command("api_token", "nobody")
