"""The Django application of administrative enforcement."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig

from faheng.lib.loading import load_modules

ROOMS = ("documents", "procedures", "rules")


class EnforcementConfig(AppConfig):
    """Enforcement items, powers, thresholds and the case files of penalties."""

    name = "faheng.domains.enforcement"
    label = "enforcement"
    verbose_name = "行政执法"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare every procedure before a page asks for one."""
        for name in ROOMS:
            load_modules(import_module(f"{self.name}.{name}"))
