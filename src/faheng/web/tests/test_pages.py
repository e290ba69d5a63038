from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from faheng.web.style import views

STYLE_PAGES = [
    views.parts_page,
    views.work_page,
    views.case_page,
    views.form_page,
    views.register_page,
]


@pytest.mark.parametrize("page", STYLE_PAGES, ids=lambda page: page.__name__)
@pytest.mark.django_db
def test_every_part_is_drawn(
    page: Callable[..., HttpResponse], rf: RequestFactory
) -> None:
    assert page(rf.get("/")).status_code == HTTPStatus.OK


@pytest.mark.django_db
def test_a_form_sent_empty_says_what_is_missing_twice(rf: RequestFactory) -> None:
    answer = views.form_page(rf.post("/", {"fine": "132000"}))
    said = answer.content.decode()
    assert said.count("132,000 元高于告知的 95,000 元") == len(("summary", "field"))
    assert "<title>错误：" in said


@pytest.mark.parametrize("status", [403, 404, 409, 422, 500])
@pytest.mark.django_db
def test_every_refusal_says_what_next(status: int, rf: RequestFactory) -> None:
    answer = views.refusal_page(rf.get("/"), status)
    assert answer.status_code == status
    assert "href=" in answer.content.decode()


def test_the_page_of_a_failure_needs_no_context() -> None:
    assert "什么也没有改" in render_to_string("500.html")


@pytest.mark.django_db
def test_the_first_page_leads_on(client: Client) -> None:
    answer = client.get("/")
    assert answer.status_code == HTTPStatus.OK
    assert "/accounts/login/" in answer.content.decode()


@pytest.mark.django_db
def test_looks_are_remembered_only_when_they_are_known(client: Client) -> None:
    client.cookies["theme"] = "dark"
    client.cookies["density"] = '"><script>'
    said = client.get("/").content.decode()
    assert 'data-theme="dark"' in said
    assert "data-density" not in said


@pytest.mark.django_db
def test_the_log_in_page_is_ours(client: Client) -> None:
    said = client.get("/accounts/login/").content.decode()
    assert "进入法衡" in said
