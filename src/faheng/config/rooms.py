"""Which rooms of the house are Django apps, and at which address each answers.

A new room is one line here; a room that is named but not yet built is left out.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]

APPS = [
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

ADDRESSES = {
    "faheng.api.urls": "api/v1/",
    "faheng.web.urls": "",
    "faheng.portal.urls": "",
}


def stands(name: str) -> bool:
    """Whether the package or module has been built."""
    path = PACKAGE.joinpath(*name.split(".")[1:])
    return (path / "__init__.py").exists() or path.with_suffix(".py").exists()


def standing_apps() -> list[str]:
    """The apps that exist, lowest storey first."""
    return [name for name in APPS if stands(name)]


def standing_addresses() -> dict[str, str]:
    """URL configuration of each surface that exists, with its prefix."""
    return {name: prefix for name, prefix in ADDRESSES.items() if stands(name)}
