"""The Django application of the supervision of enforcement."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig

from faheng.lib.loading import load_modules

ROOMS = ("documents", "procedures", "rules")


class SupervisionConfig(AppConfig):
    """Instruments, complaints, campaigns and reports upward."""

    name = "faheng.domains.supervision"
    label = "supervision"
    verbose_name = "行政执法监督"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare every procedure before a page asks for one."""
        for name in ROOMS:
            load_modules(import_module(f"{self.name}.{name}"))
