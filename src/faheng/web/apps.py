"""The room of the staff pages."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Staff pages, and the templates, styles and scripts every page shares."""

    name = "faheng.web"
    label = "web"
    verbose_name = "工作页面"
