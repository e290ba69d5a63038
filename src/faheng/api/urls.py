"""Addresses of the API."""

from __future__ import annotations

from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver

from faheng.api import pages
from faheng.api.surface import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("", pages.reference, name="api_reference"),
    path("openapi.json", pages.document, name="api_openapi"),
    path("", api.urls),
]
