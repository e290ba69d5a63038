"""The wiring as a Django app, so that its checks are found."""

from __future__ import annotations

from django.apps import AppConfig

from faheng.config import checks


class Wiring(AppConfig):
    """Settings, headers and the checks on them."""

    name = "faheng.config"
    label = "wiring"

    def ready(self) -> None:
        """Register the checks."""
        checks.register_all()
