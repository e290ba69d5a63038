"""The Django application that keeps the calendar of working days."""

from __future__ import annotations

from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """Working days, and the arithmetic of periods beside it."""

    name = "faheng.kernel.clocks"
    label = "clocks"
    verbose_name = "期限与工作日"
    default_auto_field = "django.db.models.BigAutoField"
