"""What the law base holds, and whether a citation points at it."""

from faheng.lawbase.queries.texts import (
    ArticleView,
    Outcome,
    StatuteView,
    article,
    outcome,
    statutes,
    unresolved,
    versions,
)

__all__ = [
    "ArticleView",
    "Outcome",
    "StatuteView",
    "article",
    "outcome",
    "statutes",
    "unresolved",
    "versions",
]
