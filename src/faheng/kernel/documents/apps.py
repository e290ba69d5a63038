"""The Django application that holds the numbers of papers."""

from __future__ import annotations

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Number series, and the numbers that were given out in vain."""

    name = "faheng.kernel.documents"
    label = "documents"
    verbose_name = "文书"
    default_auto_field = "django.db.models.BigAutoField"
