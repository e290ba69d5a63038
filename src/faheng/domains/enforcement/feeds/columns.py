"""Columns and expressions that several feeds share."""

from __future__ import annotations

from faheng.kernel.feeds.declare import Fill, key_of

FED = "'enforcement.fed_penalty'"
"""What a fed case runs under: no procedure of ours, so that no paper is missed in it."""

ORGAN_ID = (
    "coalesce((SELECT max(o.id) FROM organs AS o WHERE o.code = fed.organ_code),"
    " (SELECT max(o.id) FROM organs AS o WHERE o.uscc = fed.organ_code))"
)
"""The key of the organ; it is named by its code or its credit code."""

DIVISION_PATH = (
    "(SELECT max(d.path) FROM divisions AS d JOIN organs AS o ON o.division_id = d.id"
    " WHERE o.code = fed.organ_code)"
)
ITEM_ID = "(SELECT max(i.id) FROM enforcement_items AS i WHERE i.code = fed.item)"
ITEM_FIELD = (
    "coalesce((SELECT max(i.field) FROM enforcement_items AS i"
    " WHERE i.code = fed.item), '')"
)
PLACE_ID = "(SELECT max(d.id) FROM divisions AS d WHERE d.code = fed.place_division)"
CERTIFICATE_ID = (
    "(SELECT max(c.id) FROM certificates AS c WHERE c.number = fed.certificate_no)"
)


def act(case: str, step: str, on: str) -> Fill:
    """Give what happened on a day as an act of the case.

    Args:
        case: the column that holds the source's key of the case.
        step: what it is called in our procedure.
        on: the column that holds the day.
    """
    return Fill(
        "acts",
        {
            "id": key_of("id", step),
            "case_id": key_of(case),
            "course_id": key_of(case),
            "step": f"'{step}'",
            "occurred_on": on,
            "recorded_on": "_received_on",
        },
        where=f"{on} IS NOT NULL",
    )
