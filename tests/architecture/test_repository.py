"""What the repository must not carry, and what it must keep in step."""

from __future__ import annotations

import re
import subprocess
from importlib.metadata import version

import pytest

from tests.architecture.source import PACKAGE, ROOT

LOCKED = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKED, ids=lambda path: path.name)
def test_a_lock_holds_hashes_and_no_address(lock):
    text = lock.read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9][\w.-]*==", text, re.MULTILINE)

    assert pins
    assert text.count("--hash=sha256:") >= len(pins)
    assert "://" not in text
    assert "--index" not in text


def test_the_assets_lock_names_no_address():
    lock = (ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")

    assert '"resolved": "http' not in lock
    assert lock.count('"integrity"') > 0


def test_every_locked_requirement_has_its_wish_written_down():
    wishes = {path.stem for path in (ROOT / "requirements").glob("*.in")}

    assert wishes == {path.stem for path in LOCKED}


def test_the_version_is_the_changelogs():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+)", changelog, re.MULTILINE)

    assert newest
    assert version("faheng") == newest.group(1)


def test_what_is_generated_or_private_is_not_tracked():
    tracked = subprocess.run(
        ["git", "ls-files"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    private = re.compile(r"^(var|\.venv)/|node_modules/|/built/|\.sqlite3|uv\.lock$")

    assert not [path for path in tracked if private.search(path)]


def test_every_dependency_is_argued_for():
    """Two lines for each: what for, what instead."""
    wishes = (ROOT / "requirements" / "base.in").read_text(encoding="utf-8")
    argued = (ROOT / "docs/decisions/0008-few-dependencies.md").read_text(
        encoding="utf-8"
    )
    names = re.findall(r"^([A-Za-z][\w.-]*)", wishes, re.MULTILINE)

    assert not [name for name in names if f"**{name.lower()}**" not in argued.lower()]


def test_the_contributors_guide_can_be_read_in_one_sitting():
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert len(guide.splitlines()) <= 100


def test_the_package_says_that_it_is_typed():
    assert (PACKAGE / "py.typed").exists()
