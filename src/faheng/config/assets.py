"""Styles, scripts and icons under names that change with their content."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Assets(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Fingerprinted names once assets are collected; plain names before."""

    def url(self, name: str | None, force: bool = False) -> str:  # noqa: FBT001, FBT002 - Django's signature
        """Address of an asset."""
        if name and not self.hashed_files:
            return f"{self.base_url}{name}"
        address: str = super().url(name, force)
        return address
