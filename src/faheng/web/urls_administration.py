"""Addresses of the administrator's pages."""

from __future__ import annotations

from django.urls import path

from faheng.web.views import (
    administration,
    administration_new,
    administration_person,
    calendars,
)

urlpatterns = [
    path("administration/", administration.overview, name="administration"),
    path("administration/people/", administration.people, name="people"),
    path("administration/people/new/", administration_new.new, name="person_new"),
    path(
        "administration/people/<int:pk>/", administration_person.person, name="person"
    ),
    path("administration/organs/<int:pk>/", administration.organ, name="organ"),
    path("administration/calendars/", calendars.years, name="calendars"),
]
