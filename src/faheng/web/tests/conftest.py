"""The cast, and a browser of each of them."""

from __future__ import annotations

import pytest

from faheng.web.tests.cast import gather
from faheng.web.tests.lawbook import put_on_shelf


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


@pytest.fixture
def shelf(cast, tmp_path):
    """Invented statutes in the law base."""
    folder = tmp_path / "laws"
    folder.mkdir()
    return put_on_shelf(folder)
