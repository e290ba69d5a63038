"""`migrate`, and what the first act after it needs.

The rules count working days by a table of numbered days and are compiled once for a
version of Faheng. Left to the first act, an officer waits seconds for both, and on
PostgreSQL the days and a plan made without them come in one transaction.
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from faheng.kernel.clocks.numbering import renumber_if_stale
from faheng.kernel.questions.compiling import compiled


class Command(migrate.Command):
    """Bring the tables up to date, then number the days and compile the rules."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate; what follows is only for a database that is brought up to date."""
        super().handle(*args, **options)
        if options["app_label"] or options["plan"] or options["check_unapplied"]:
            return
        renumber_if_stale()
        compiled(connections[options["database"]].vendor)
