"""Addresses of the staff pages."""

from __future__ import annotations

from django.conf import settings
from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver

from faheng.web.style import views as style

urlpatterns: list[URLPattern | URLResolver] = []

if settings.DEBUG:
    urlpatterns += [
        path("style/", style.parts_page, name="style"),
        path("style/work/", style.work_page, name="style_work"),
        path("style/case/", style.case_page, name="style_case"),
        path("style/form/", style.form_page, name="style_form"),
        path("style/register/", style.register_page, name="style_register"),
        path("style/refusal/<int:status>/", style.refusal_page, name="style_refusal"),
    ]
