from __future__ import annotations

from datetime import date

import pytest

from faheng.kernel.feeds.models import FeedSource
from faheng.kernel.parties.models import Division, Organ


@pytest.fixture(autouse=True)
def feeds_folder(settings, tmp_path):
    settings.FAHENG_FEEDS = tmp_path / "feeds"
    return settings.FAHENG_FEEDS


@pytest.fixture
def organ(db):
    division = Division.objects.create(
        code="990001", name="试验区", level="district", path="990001"
    )
    return Organ.objects.create(
        code="990001-X",
        name="试验局",
        short_name="试验局",
        mark="试",
        level="district",
        division=division,
        qualified_from=date(2020, 1, 1),
    )


@pytest.fixture
def source(organ):
    return FeedSource.objects.create(code="trial", name="试验系统", organ=organ)
