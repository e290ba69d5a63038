"""`django api_document`: print the OpenAPI document."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from faheng.api.pages import printed


class Command(BaseCommand):
    """Print the OpenAPI document, as docs/reference keeps it."""

    help = "Print the OpenAPI document."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it."""
        self.stdout.write(printed(), ending="")
