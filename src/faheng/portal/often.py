"""How often one visitor may have something computed."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

from faheng.portal.visitors import source_of

MOST_A_MINUTE = 60
MINUTE = 60


def too_often(request: HttpRequest, what: str) -> bool:
    """Count a computation, and tell whether there were too many in a minute."""
    key = f"often:{what}:{source_of(request)}"
    cache.add(key, 0, MINUTE)
    try:
        return bool(cache.incr(key) > MOST_A_MINUTE)
    except ValueError:  # it ran out between the two
        return False
