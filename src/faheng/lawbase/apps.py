"""The law base as a Django app."""

from __future__ import annotations

from django.apps import AppConfig

from faheng.statutes import load_all


class LawbaseConfig(AppConfig):
    """The law base."""

    name = "faheng.lawbase"
    label = "lawbase"
    verbose_name = "法规库"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare every statute and calendar year before anything asks for one."""
        load_all()
