"""What is promised to programs changes only on purpose."""

from __future__ import annotations

from pathlib import Path

from faheng.api.pages import openapi, printed

KEPT = Path(__file__).parents[4] / "docs" / "reference" / "openapi.json"


def test_the_kept_document_is_current():
    """`faheng reference` writes it anew."""
    assert KEPT.read_text(encoding="utf-8") == printed()


def test_every_operation_has_a_summary_and_an_answer():
    for path, methods in openapi()["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"], (method, path)
            assert operation["responses"], (method, path)
