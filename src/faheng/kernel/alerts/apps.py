"""The Django application of findings."""

from __future__ import annotations

from django.apps import AppConfig

from faheng.kernel.cases.watching import watch_with


class AlertsConfig(AppConfig):
    """Findings of rules, and failures of rules."""

    name = "faheng.kernel.alerts"
    label = "alerts"
    verbose_name = "监督发现"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Watch at the door."""
        watch_with("faheng.kernel.alerts.actions")
