"""Where a visitor comes from, as far as the proxies in front can be trusted."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def source_of(request: HttpRequest) -> str:
    """Return the address of whoever asks.

    Each trusted proxy appends the address it was asked from, so what stands further
    left was written by the visitor and is not believed.
    """
    proxies: int = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    passed = [
        one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",")
    ]
    if proxies and len(passed) >= proxies:
        return passed[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))
