"""What the law base holds, as of a day."""

from faheng.lawbase.queries.standing import (
    Found,
    Standing,
    standing,
    text,
    unit,
    units,
    version_at,
    versions_of,
)
from faheng.lawbase.queries.texts import (
    ArticleView,
    Item,
    Outcome,
    Paragraph,
    StatuteView,
    article,
    outcome,
    statutes,
    unresolved,
    versions,
)
from faheng.lawbase.queries.views import UnitView, VersionView

__all__ = [
    "ArticleView",
    "Found",
    "Item",
    "Outcome",
    "Paragraph",
    "Standing",
    "StatuteView",
    "UnitView",
    "VersionView",
    "article",
    "outcome",
    "standing",
    "statutes",
    "text",
    "unit",
    "units",
    "unresolved",
    "version_at",
    "versions",
    "versions_of",
]
