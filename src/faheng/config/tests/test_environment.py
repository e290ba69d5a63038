"""Secrets come from the operator, or are made once where that is harmless."""

from __future__ import annotations

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from faheng.config import environment


def test_a_secret_in_the_environment_counts(monkeypatch, tmp_path):
    monkeypatch.setenv("FAHENG_X", "from the environment")

    assert environment.secret("FAHENG_X", tmp_path / "x") == "from the environment"
    assert not (tmp_path / "x").exists()


def test_a_secret_may_be_kept_in_a_file(monkeypatch, tmp_path):
    (tmp_path / "kept").write_text("from a file\n")
    monkeypatch.setenv("FAHENG_X_FILE", str(tmp_path / "kept"))

    assert environment.secret("FAHENG_X", None) == "from a file"


def test_a_secret_is_made_once_and_for_its_owner_only(tmp_path):
    first = environment.secret("FAHENG_X", tmp_path / "x")
    second = environment.secret("FAHENG_X", tmp_path / "x")

    assert first == second
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_no_secret_is_made_up_in_production():
    with pytest.raises(ImproperlyConfigured, match="FAHENG_X"):
        environment.secret("FAHENG_X", None)


@pytest.mark.parametrize(
    ("said", "meant"), [("1", True), ("TRUE", True), ("0", False), ("", False)]
)
def test_a_flag_says_yes_or_nothing(monkeypatch, said, meant):
    monkeypatch.setenv("FAHENG_X", said)

    assert environment.flag("FAHENG_X") is meant


def test_words_are_parted_by_commas(monkeypatch):
    monkeypatch.setenv("FAHENG_X", "a.example, b.example,")

    assert environment.words("FAHENG_X") == ["a.example", "b.example"]
