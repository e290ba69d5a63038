"""Which rooms of the house are Django apps, in the order of the storeys."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]

ROOMS = [
    "faheng.kernel.parties",
    "faheng.kernel.record",
    "faheng.kernel.clocks",
    "faheng.kernel.documents",
    "faheng.kernel.procedures",
    "faheng.kernel.registers",
    "faheng.kernel.cases",
    "faheng.lawbase",
    "faheng.domains.enforcement",
    "faheng.web",
    "faheng.portal",
    "faheng.api",
]


def stands(room: str) -> bool:
    """Whether the room's package has been built."""
    folder = PACKAGE.joinpath(*room.split(".")[1:])
    return (folder / "__init__.py").exists()


def standing() -> list[str]:
    """The rooms that exist, lowest storey first."""
    return [room for room in ROOMS if stands(room)]
