"""The Django application that holds import batches and corrections."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RegistersConfig(AppConfig):
    """Imports of registers, rows rejected and corrections made."""

    name = "faheng.kernel.registers"
    label = "registers"
    verbose_name = "名录"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Read every domain's ``lists`` module, where its registers are declared."""
        autodiscover_modules("lists")
