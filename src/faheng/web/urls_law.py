"""Addresses of the law base."""

from __future__ import annotations

from django.urls import path

from faheng.web.views import law

urlpatterns = [
    path("law/", law.index, name="law_index"),
    path("law/<str:title>/", law.statute, name="law_statute"),
    path("law/<str:title>/<str:article>/", law.article, name="law_article"),
]
