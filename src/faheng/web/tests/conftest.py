"""The cast, and a browser of each of them."""

from __future__ import annotations

import pytest

from faheng.web.tests.cast import gather


@pytest.fixture
def cast(db, settings, tmp_path):
    """Everybody, with files kept apart."""
    settings.MEDIA_ROOT = tmp_path / "files"
    return gather()


@pytest.fixture
def as_(cast, client):
    """A client logged in as somebody of the cast."""

    def log_in(name):
        client.force_login(cast.users[name])
        return client

    return log_in
