"""Tables that the rules of enforcement read beside those made from the models."""

from __future__ import annotations

from faheng.domains.enforcement.parameters import DEFAULTS
from faheng.kernel.questions.tables import (
    TABLES,
    Kind,
    Table,
    add_column,
    by_name,
    plain,
)

_DEPTH = (
    "CASE WHEN d.path IS NULL THEN 0 "
    "ELSE LENGTH(d.path) - LENGTH(REPLACE(d.path, '/', '')) + 1 END"
)
_RANK = f"({_DEPTH}) * 2 + (CASE WHEN t.field = '' THEN 0 ELSE 1 END) + 1"

PARAMETERS = TABLES.add(
    "parameters",
    Table(
        "parameters",
        "办案参数",
        by_name((
            plain("name", Kind.TEXT, "参数"),
            plain("value", Kind.INT, "数值"),
            plain("unit", Kind.TEXT, "单位"),
            plain("division_path", Kind.TEXT, "区划路径", "COALESCE(d.path, '')"),
            plain("field", Kind.TEXT, "执法领域"),
            plain("valid_from", Kind.DATE, "生效日期"),
            plain("valid_until", Kind.DATE, "失效日期"),
            plain("rank", Kind.INT, "优先级", _RANK),
        )),
        source=(
            '"enforcement_parameter" AS t LEFT JOIN "parties_division" AS d '
            "ON d.id = t.division_id"
        ),
        rows=tuple(
            (name, told.value, str(told.unit.value), "", "", "1900-01-01", None, 0)
            for name, told in DEFAULTS.items()
        ),
    ),
)
"""Numbers that a place or a field set for itself, and those that hold everywhere."""

NUMBER_SERIES = TABLES.add(
    "number_series",
    Table(
        "number_series",
        "文号序列",
        by_name((
            plain("id", Kind.INT, "序列"),
            plain("organ_id", Kind.INT, "机关"),
            plain("mark", Kind.TEXT, "代字"),
            plain("year", Kind.INT, "年份"),
            plain("last", Kind.INT, "末号"),
        )),
        source='"documents_numberseries" AS t',
    ),
)
"""The numbers that organs gave out; a paper's own number names its series."""

VOIDED_NUMBERS = TABLES.add(
    "voided_numbers",
    Table(
        "voided_numbers",
        "作废文号",
        by_name((
            plain("id", Kind.INT, "作废文号"),
            plain("series_id", Kind.INT, "文号序列"),
            plain("number", Kind.INT, "序号"),
        )),
        source='"documents_voidednumber" AS t',
    ),
)
"""Numbers declared void, each with its reason."""

_FIELD = (
    '(SELECT MAX(i."field") FROM "{file}" AS f '
    'JOIN "cases_course" AS c ON c."id" = f."course_id" '
    'JOIN "enforcement_enforcementitem" AS i ON i."id" = f."item_id" '
    'WHERE c."case_id" = t."id")'
)
_FIELDS = ", ".join(
    _FIELD.format(file=file)
    for file in ("enforcement_penaltyfile", "enforcement_onthespotfile")
)
add_column("cases", plain("field", Kind.TEXT, "执法领域", f"COALESCE({_FIELDS}, '')"))
"""The field of a case is that of the item that is punished in it."""
