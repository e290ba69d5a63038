"""Addresses of the registers."""

from __future__ import annotations

from django.urls import path

from faheng.web.views import (
    benchmark_import,
    benchmarks,
    discretion_lists,
    register_import,
    registers,
)

urlpatterns = [
    path("registers/", registers.index, name="register_list"),
    path(
        "registers/benchmarks/changed/", benchmarks.changed, name="benchmarks_changed"
    ),
    path("registers/benchmarks/rows/", benchmarks.rows, name="benchmark_rows"),
    path(
        "registers/benchmarks/upload/",
        benchmark_import.upload,
        name="benchmark_import",
    ),
    path("registers/discretion_lists/rows/", discretion_lists.rows, name="list_rows"),
    path(
        "registers/discretion_lists/<int:pk>/",
        discretion_lists.listed,
        name="discretion_list",
    ),
    path(
        "registers/discretion_lists/<int:pk>/publish/",
        discretion_lists.publish,
        name="discretion_list_publish",
    ),
    path("registers/benchmarks/<int:pk>/", benchmarks.benchmark, name="benchmark"),
    path(
        "registers/benchmarks/<int:pk>/publish/",
        benchmarks.publish,
        name="benchmark_publish",
    ),
    path("registers/<slug:key>/", registers.page, name="register"),
    path(
        "registers/<slug:key>/entries/<int:pk>/", registers.entry, name="register_entry"
    ),
    path(
        "registers/<slug:key>/export.<str:kind>",
        registers.download,
        name="register_export",
    ),
    path(
        "registers/<slug:key>/template.xlsx",
        register_import.template,
        name="register_template",
    ),
    path(
        "registers/<slug:key>/import/", register_import.upload, name="register_import"
    ),
    path(
        "registers/<slug:key>/import/rejected.xlsx",
        register_import.rehearsal_rejected,
        name="register_rehearsal_rejected",
    ),
    path(
        "registers/<slug:key>/batches/",
        register_import.batches,
        name="register_batches",
    ),
    path(
        "registers/<slug:key>/batches/<int:pk>/",
        register_import.batch,
        name="register_batch",
    ),
    path(
        "registers/<slug:key>/batches/<int:pk>/rejected.xlsx",
        register_import.batch_rejected,
        name="register_batch_rejected",
    ),
]
