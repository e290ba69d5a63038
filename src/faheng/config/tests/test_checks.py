"""A server that would harm somebody does not start."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from faheng.config import checks


@pytest.fixture
def production(settings):
    settings.FAHENG_PRODUCTION = True
    settings.FAHENG_DEMO = settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["fa.example.gov.cn"]
    return settings


def ids():
    return [message.id for check in checks.CHECKS for message in check()]


def test_settings_for_production_are_accepted(production, monkeypatch):
    monkeypatch.setitem(
        production.DATABASES["default"], "ENGINE", "django.db.backends.postgresql"
    )

    assert ids() == []
    checks.refuse_unfit()


def test_debug_pages_are_refused_in_production(production):
    production.DEBUG = True

    assert "faheng.E001" in ids()
    with pytest.raises(ImproperlyConfigured, match="FAHENG_DEBUG"):
        checks.refuse_unfit()


def test_the_demo_is_refused_in_production(production):
    production.FAHENG_DEMO = True

    assert "faheng.E002" in ids()


@pytest.mark.parametrize("hosts", [["*"], ["localhost"], ["fa.example.gov.cn", "*"]])
def test_a_host_that_everybody_may_be_is_refused(production, hosts):
    production.ALLOWED_HOSTS = hosts

    assert "faheng.E003" in ids()


def test_serving_others_without_production_settings_is_warned_of(settings):
    settings.FAHENG_PRODUCTION = False
    settings.ALLOWED_HOSTS = ["fa.example.gov.cn"]

    assert ids() == ["faheng.W001"]
    checks.refuse_unfit()


def test_sqlite_in_production_is_warned_of(production, monkeypatch):
    monkeypatch.setitem(
        production.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3"
    )

    assert ids() == ["faheng.W002"]
