"""Lends its rules on periods and on service of papers."""

from __future__ import annotations

from datetime import date

from faheng.kernel.law.declare import Statute, declare

# Amended 2023-09-01; the numbering is that of this version.
CIVIL_PROCEDURE_LAW = declare(
    Statute(
        name="civil_procedure_law",
        title="中华人民共和国民事诉讼法",
        short="民事诉讼法",
        since=date(2024, 1, 1),
        regime="litigation",
    )
)
