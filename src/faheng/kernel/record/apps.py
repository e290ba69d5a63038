"""Django's handle on the record."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """The append-only record."""

    name = "faheng.kernel.record"
    label = "record"
    verbose_name = "记录"
    default_auto_field = "django.db.models.BigAutoField"
