"""Addresses of the feeds."""

from __future__ import annotations

from django.urls import path

from faheng.web.views import feed_upload, feeds

urlpatterns = [
    path("feeds/", feeds.index, name="feed_quality"),
    path("feeds/sources/<slug:code>/<slug:entity>/", feeds.source, name="feed_source"),
    path("feeds/deliveries/<int:pk>/", feeds.delivery, name="feed_delivery"),
    path(
        "feeds/deliveries/<int:pk>/figures/<int:measure>/",
        feeds.behind,
        name="feed_behind",
    ),
    path(
        "feeds/deliveries/<int:pk>/rejected.<str:kind>",
        feeds.rejected,
        name="feed_rejected",
    ),
    path("feeds/<slug:entity>/", feeds.feed, name="feed"),
    path("feeds/<slug:entity>/template.xlsx", feeds.template, name="feed_template"),
    path("feeds/<slug:entity>/standard.csv", feeds.standard, name="feed_standard"),
    path("feeds/<slug:entity>/deliver/", feed_upload.deliver, name="feed_deliver"),
]
