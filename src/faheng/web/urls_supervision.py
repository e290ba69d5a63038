"""Addresses of the pages of those who watch."""

from __future__ import annotations

from django.urls import path

from faheng.web.views import supervision

urlpatterns = [path("supervision/", supervision.board, name="supervision")]
