"""What must be true of the settings before anybody works on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured

LOCAL = {"localhost", "127.0.0.1", "[::1]", "testserver"}


def debug_in_production(**_: Any) -> Iterable[CheckMessage]:
    """Pages of a failing request would show data to strangers."""
    if settings.FAHENG_PRODUCTION and settings.DEBUG:
        yield Error(
            "FAHENG_DEBUG is on in production.",
            hint="Unset FAHENG_DEBUG.",
            id="faheng.E001",
        )


def demo_in_production(**_: Any) -> Iterable[CheckMessage]:
    """The demo prints its passwords."""
    if settings.FAHENG_PRODUCTION and settings.FAHENG_DEMO:
        yield Error(
            "FAHENG_DEMO is on in production.",
            hint="Unset FAHENG_DEMO: the demo's logins are public.",
            id="faheng.E002",
        )


def hosts_in_production(**_: Any) -> Iterable[CheckMessage]:
    """A wildcard would let anyone's name lead here."""
    hosts = set(settings.ALLOWED_HOSTS)
    if settings.FAHENG_PRODUCTION and ("*" in hosts or hosts <= LOCAL):
        yield Error(
            "FAHENG_HOSTS must name the hosts that people use in production.",
            hint="For instance FAHENG_HOSTS=fa.example.gov.cn",
            id="faheng.E003",
        )


def seen_from_outside(**_: Any) -> Iterable[CheckMessage]:
    """Without production settings cookies travel unencrypted."""
    if not settings.FAHENG_PRODUCTION and not set(settings.ALLOWED_HOSTS) <= LOCAL:
        yield checks.Warning(
            "Other machines may come in, but FAHENG_PRODUCTION is not set.",
            hint="Set FAHENG_PRODUCTION=1 behind TLS.",
            id="faheng.W001",
        )


def embedded_database_in_production(**_: Any) -> Iterable[CheckMessage]:
    """SQLite has one writer at a time."""
    engine: str = settings.DATABASES["default"]["ENGINE"]
    if settings.FAHENG_PRODUCTION and engine.endswith("sqlite3"):
        yield checks.Warning(
            "SQLite in production lets one person write at a time.",
            hint="Set DATABASE_URL to a PostgreSQL database.",
            id="faheng.W002",
        )


CHECKS = [
    debug_in_production,
    demo_in_production,
    hosts_in_production,
    seen_from_outside,
    embedded_database_in_production,
]


def register_all() -> None:
    """Let ``faheng manage check`` find them."""
    for check in CHECKS:
        checks.register(check)


def refuse_unfit() -> None:
    """Stop a server whose settings have errors; Django itself asks only on commands.

    Raises:
        ImproperlyConfigured: naming every error.
    """
    errors = [
        message for check in CHECKS for message in check() if isinstance(message, Error)
    ]
    if errors:
        raise ImproperlyConfigured("\n".join(str(error) for error in errors))
