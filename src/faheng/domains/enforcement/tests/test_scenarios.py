"""Every scenario that the legal department reads is carried out."""

from __future__ import annotations

from pathlib import Path

import pytest

from faheng.domains.enforcement.tests.cast import build
from faheng.domains.enforcement.tests.scenario import play, read, scripts


@pytest.mark.django_db
@pytest.mark.parametrize("path", scripts(), ids=lambda path: path.stem)
def test_a_scenario_goes_as_it_is_written(path: Path) -> None:
    play(read(path), build())
