"""The Django application that holds organs, people and parties."""

from __future__ import annotations

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """Organs, people, appointments, certificates and parties."""

    name = "faheng.kernel.parties"
    label = "parties"
    verbose_name = "主体与人员"
    default_auto_field = "django.db.models.BigAutoField"
