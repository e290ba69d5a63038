"""Addresses of the law base."""

from __future__ import annotations

from django.urls import path

from faheng.web.views.lawbook import (
    coverage,
    declared,
    finding,
    impact,
    items,
    pairing,
    penal,
    reading,
    sources,
    splitting,
)

urlpatterns = [
    path("law/", reading.index, name="law_index"),
    path("law/<str:title>/", reading.law, name="law_statute"),
    path("law/<str:title>/impact/", impact.impact, name="law_impact"),
    path("law/<str:title>/impact.xlsx", impact.impact_file, name="law_impact_file"),
    path("law/<str:title>/sources/", sources.sources, name="law_sources"),
    path("lawbase/changes/<int:pk>/", impact.change, name="law_change"),
    path("lawbase/lineage/<int:pk>/", impact.lineage, name="law_lineage"),
    path("law/<str:title>/<str:article>/", reading.article, name="law_article"),
    path("cn/law/<path:address>", reading.permanent, name="law_address"),
    path("lawbase/search/", finding.search, name="law_search"),
    path("lawbase/search/confirm/", finding.confirm, name="law_search_confirm"),
    path("lawbase/doubts/", splitting.doubts, name="law_doubts"),
    path("lawbase/doubts/<int:pk>/", splitting.confirm, name="law_doubt"),
    path("lawbase/files/<int:pk>/", splitting.bench, name="law_split"),
    path("lawbase/files/<int:pk>/remedy/", splitting.remedy, name="law_remedy"),
    path("lawbase/files/<int:pk>/original/", splitting.original, name="law_original"),
    path("lawbase/penalties/", penal.queue, name="law_penalties"),
    path("lawbase/penalties/<int:pk>/", penal.penalty, name="law_penalty"),
    path("lawbase/pairs/", pairing.queue, name="law_pairs"),
    path("lawbase/pairs/<int:version>/", pairing.pairing, name="law_pairing"),
    path(
        "lawbase/pairs/<int:version>/suggestions/",
        pairing.suggestions,
        name="law_suggestions",
    ),
    path("lawbase/pairs/<int:version>/choice/", pairing.choose, name="law_choice"),
    path("lawbase/items/<int:unit>/", items.item_new, name="law_item"),
    path("lawbase/declared/", declared.declared, name="law_declared"),
    path("lawbase/coverage/", coverage.coverage, name="law_coverage"),
]
