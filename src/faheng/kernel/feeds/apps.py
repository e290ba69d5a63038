"""The Django application that holds deliveries and what became of them."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class FeedsConfig(AppConfig):
    """Sources, deliveries, rejected rows and figures of quality."""

    name = "faheng.kernel.feeds"
    label = "feeds"
    verbose_name = "数据报送"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Read every domain's ``feeds`` module, where its feeds are declared."""
        autodiscover_modules("feeds")
