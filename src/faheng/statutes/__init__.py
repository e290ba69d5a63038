"""Statutes as declarations, one file each; calendars, one file a year.

A statute is cited by importing its constant. `load_all` declares every one of
them and every calendar year, for the pages and checks that need the whole list.
"""

from __future__ import annotations

import sys

from faheng.kernel.law.declare import STATUTES, Statute
from faheng.lib.loading import load_modules
from faheng.lib.registry import Registry


def load_all() -> Registry[Statute]:
    """Import every statute and calendar of this package, and give the statutes."""
    load_modules(sys.modules[__name__])
    return STATUTES
