"""The law base as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class LawbaseConfig(AppConfig):
    """The law base."""

    name = "faheng.lawbase"
    label = "lawbase"
    verbose_name = "法规库"
    default_auto_field = "django.db.models.BigAutoField"
