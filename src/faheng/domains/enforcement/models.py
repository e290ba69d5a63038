"""The tables of enforcement, gathered where Django looks for them."""

from __future__ import annotations

from faheng.domains.enforcement.files.on_the_spot import OnTheSpotFile
from faheng.domains.enforcement.registers import (
    EnforcementItem,
    ItemKind,
    ItemProvision,
    Parameter,
    Power,
    Threshold,
)

__all__ = [
    "EnforcementItem",
    "ItemKind",
    "ItemProvision",
    "OnTheSpotFile",
    "Parameter",
    "Power",
    "Threshold",
]
