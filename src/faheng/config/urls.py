"""Addresses: each surface brings its own."""

from __future__ import annotations

from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

from faheng.config.rooms import ADDRESSES

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("allauth.urls")),
    path("language/", include("django.conf.urls.i18n")),
    *(path(prefix, include(name)) for name, prefix in ADDRESSES.items()),
]
