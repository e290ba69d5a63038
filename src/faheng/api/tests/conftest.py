"""The cast of enforcement with accounts, and a case that has begun."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from faheng.api import tokens
from faheng.domains.enforcement.tests.cast import Cast, build


@pytest.fixture
def cast(db) -> Cast:
    cast = build()
    for number, person in enumerate(cast.people.values()):
        person.user = User.objects.create_user(f"user{number}")
        person.save()
    return cast


class Program:
    """A client that comes in with somebody's token."""

    def __init__(self, person) -> None:
        self.client = Client(raise_request_exception=True)
        _, text = tokens.give_out(person.pk, "test", 1, timezone.now())
        self.headers = {"Authorization": f"Bearer {text}"}

    def get(self, path, **query):
        return self.client.get(f"/api/v1{path}", query, headers=self.headers)

    def post(self, path, body, content_type="application/json"):
        return self.client.post(
            f"/api/v1{path}", body, content_type=content_type, headers=self.headers
        )


@pytest.fixture
def program(cast):
    return lambda name: Program(cast.people[name])


@pytest.fixture
def opening(cast):
    at = timezone.now() - timedelta(minutes=5)
    return {
        "procedure": "enforcement.on_the_spot_penalty",
        "step": "begin",
        "organ_id": cast.organs["bureau"].pk,
        "values": {
            "item": cast.items["占道经营"].pk,
            "act_at": at.isoformat(),
            "place": "和平路",
            "facts": "占道摆摊",
            "certificates_shown": True,
            "rights_told": True,
            "case_officer": [
                {"person": cast.people["陈立衡"].pk, "is_lead": True},
                {"person": cast.people["林晓岚"].pk},
            ],
            "case_party": {"kind": "citizen", "name": "丁阿顺"},
        },
    }


@pytest.fixture
def begun(program, opening):
    answer = program("陈立衡").post("/cases", opening)
    assert answer.status_code == 201, answer.content.decode()
    return answer.json()
