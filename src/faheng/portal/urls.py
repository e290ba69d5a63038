"""Addresses of the public pages."""

from __future__ import annotations

from django.urls import path

from faheng.portal import (
    certificates,
    complaints,
    discretion,
    laws,
    registers,
    verification,
    views,
)

urlpatterns = [
    path("", views.home, name="home"),
    path("verify/", verification.ask, name="check_paper"),
    path("verify/<str:code>/", verification.answer, name="verify"),
    path("public/laws/", laws.index, name="public_laws"),
    path("public/laws/<str:title>/", laws.law, name="public_law"),
    path("public/registers/", registers.index, name="public_registers"),
    path("public/registers/<slug:key>/", registers.page, name="public_register"),
    path(
        "public/registers/<slug:key>/<int:pk>/",
        registers.entry,
        name="public_register_entry",
    ),
    path("public/complaints/", complaints.complain, name="complain"),
    path("public/complaints/state/", complaints.ask, name="complaint_ask"),
    path("public/complaints/state/found/", complaints.follow, name="complaint_state"),
    path("public/discretion/", discretion.index, name="public_discretion"),
    path(
        "public/discretion/<str:code>/",
        discretion.calculator,
        name="public_calculator",
    ),
    path("public/certificates/", certificates.check, name="check_certificate"),
]
