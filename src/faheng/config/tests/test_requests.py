"""What every request meets, whatever page it asks for."""

from __future__ import annotations

import pytest
from django.utils import translation

LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def _language_as_before():
    with translation.override(None):
        yield


@pytest.mark.django_db
def test_a_page_is_chinese_even_for_an_english_browser(client):
    answer = client.get(LOGIN, headers={"accept-language": "en-US"})

    assert answer.headers["Content-Language"] == "zh-hans"


@pytest.mark.django_db
def test_the_switch_makes_it_english(client):
    client.post("/language/setlang/", {"language": "en"})

    assert client.get(LOGIN).headers["Content-Language"] == "en"


@pytest.mark.django_db
def test_a_language_that_is_not_offered_is_ignored(client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "xx"

    assert client.get(LOGIN).headers["Content-Language"] == "zh-hans"


@pytest.mark.django_db
def test_a_page_forbids_inline_script_and_being_framed_elsewhere(client):
    answer = client.get(LOGIN)
    policy = answer.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy


def test_a_request_that_is_too_large_is_told_so(client, settings):
    settings.FAHENG_UPLOAD_MAX = 1024 * 1024

    answer = client.post(LOGIN, {"file": "x" * (1024 * 1024 + 1)})

    assert answer.status_code == 413
    assert "1 MB" in answer.content.decode()


@pytest.mark.django_db
def test_nobody_signs_up(client, django_user_model):
    client.post(
        "/accounts/signup/",
        {"username": "me", "password1": "long enough 1", "password2": "long enough 1"},
    )

    assert not django_user_model.objects.exists()


def test_files_are_kept_outside_what_is_served(settings):
    assert not str(settings.MEDIA_ROOT).startswith(str(settings.STATIC_ROOT))
    assert settings.MEDIA_URL in {"", "/"}
