"""Who watches over whom."""

from __future__ import annotations

from dataclasses import replace

from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer

OWN = frozenset({Role.HEAD, Role.TEAM_LEAD})
"""Roles that watch over the organ they are held in."""


def watching(viewer: Viewer) -> Viewer | None:
    """Narrow a viewer to the organs watched over; None for who watches nothing."""
    own = frozenset(organ for role, organ in viewer.roles if role in OWN)
    if not own and not viewer.division_paths:
        return None
    return replace(viewer, organ_ids=own)
