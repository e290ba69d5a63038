"""Addresses of the public pages."""

from __future__ import annotations

from django.urls import path

from faheng.portal import views

urlpatterns = [path("", views.home, name="home")]
