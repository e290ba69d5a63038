"""`faheng migrate`: bring the database to the present tables."""

from __future__ import annotations

from django.core.management import call_command


def migrate() -> None:
    """Bring the database to the present tables."""
    call_command("migrate", interactive=False)
