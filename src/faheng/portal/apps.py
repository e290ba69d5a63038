"""The room of the public pages."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Public pages."""

    name = "faheng.portal"
    label = "portal"
    verbose_name = "公众页面"
