"""The registers of enforcement as they are shown, imported and exported."""

from __future__ import annotations

from faheng.domains.enforcement.lists.bodies import CERTIFICATES, OFFICERS, ORGANS
from faheng.domains.enforcement.lists.discretion import BENCHMARKS, DISCRETION_LISTS
from faheng.domains.enforcement.lists.matters import (
    ITEMS,
    PARAMETERS,
    POWERS,
    THRESHOLDS,
)
from faheng.domains.enforcement.lists.training import TRAININGS

__all__ = [
    "BENCHMARKS",
    "CERTIFICATES",
    "DISCRETION_LISTS",
    "ITEMS",
    "OFFICERS",
    "ORGANS",
    "PARAMETERS",
    "POWERS",
    "THRESHOLDS",
    "TRAININGS",
]
