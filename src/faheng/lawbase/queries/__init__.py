"""What the law base holds, as of a day."""

from faheng.lawbase.queries.checking import (
    Checked,
    Cited,
    Reference,
    check,
    cited_in,
    standings,
)
from faheng.lawbase.queries.hot import versions_of
from faheng.lawbase.queries.standing import (
    Found,
    Standing,
    standing,
    text,
    unit,
    units,
    version_at,
)
from faheng.lawbase.queries.texts import (
    ArticleView,
    Item,
    Outcome,
    Paragraph,
    article,
    outcome,
    unresolved,
)
from faheng.lawbase.queries.views import UnitView, VersionView

__all__ = [
    "ArticleView",
    "Checked",
    "Cited",
    "Found",
    "Item",
    "Outcome",
    "Paragraph",
    "Reference",
    "Standing",
    "UnitView",
    "VersionView",
    "article",
    "check",
    "cited_in",
    "outcome",
    "standing",
    "standings",
    "text",
    "unit",
    "units",
    "unresolved",
    "version_at",
    "versions_of",
]
