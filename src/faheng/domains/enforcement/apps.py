"""The Django application of administrative enforcement."""

from __future__ import annotations

from django.apps import AppConfig


class EnforcementConfig(AppConfig):
    """Enforcement items, powers, thresholds and the case files of penalties."""

    name = "faheng.domains.enforcement"
    label = "enforcement"
    verbose_name = "行政执法"
    default_auto_field = "django.db.models.BigAutoField"
