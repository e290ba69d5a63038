"""Columns and expressions that several feeds share."""

from __future__ import annotations

from faheng.kernel.feeds.declare import key_of

FED_CASE = key_of("id")
"""The key of a fed case: negative, so that it is never a case of ours."""

ORGAN_ID = (
    "coalesce((SELECT max(o.id) FROM organs AS o WHERE o.code = fed.organ_code),"
    " (SELECT max(o.id) FROM organs AS o WHERE o.uscc = fed.organ_code))"
)
"""The key of the organ; it is named by its code or its credit code."""

DIVISION_PATH = (
    "(SELECT max(d.path) FROM divisions AS d JOIN organs AS o ON o.division_id = d.id"
    " WHERE o.code = fed.organ_code OR o.uscc = fed.organ_code)"
)
