"""The Django application that holds import batches and corrections."""

from __future__ import annotations

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """Imports of registers, rows rejected and corrections made."""

    name = "faheng.kernel.registers"
    label = "registers"
    verbose_name = "名录"
    default_auto_field = "django.db.models.BigAutoField"
