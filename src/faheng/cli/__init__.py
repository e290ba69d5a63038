"""The command line: serve, migrate, load the demo and the statutes."""

from __future__ import annotations

import os
from importlib import import_module

import django


def main() -> None:
    """Run `faheng`; Django is set up before any command's module is read."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "faheng.config.settings")
    django.setup()
    import_module("faheng.cli.commands").app()
