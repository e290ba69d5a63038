"""Addresses of the pages of those who watch."""

from __future__ import annotations

from django.urls import path

from faheng.web.views import complaints, supervision

urlpatterns = [
    path("supervision/", supervision.board, name="supervision"),
    path("supervision/complaints/", complaints.tray, name="complaints"),
    path("supervision/complaints/new/", complaints.write_down, name="complaint_new"),
    path("supervision/complaints/<int:pk>/", complaints.slip, name="complaint"),
]
