"""What was missing is found until it is entered, and then no longer."""

from __future__ import annotations

import pytest

from faheng.domains.enforcement.tests.cast import build
from faheng.domains.enforcement.tests.scenario import play, read, scripts
from faheng.kernel.alerts.models import Finding, FindingEvent
from faheng.kernel.cases.models import Defect

pytestmark = pytest.mark.django_db

CLUE, VERIFYING, FILING = 0, 1, 3
"""Places of lines in the scenario; the third is one that is refused."""


def entered(*places: int, last_without: str, again: bool):
    """Enter lines afterwards, the last without a fact; then, if asked, with it."""
    script = read(next(path for path in scripts() if path.stem == "普通程序_全程"))
    late = {"补录": True, "登记": "2026-03-06 08:00"}
    *lines, last = (script["经过"][place] | late for place in places)
    told = last["填写"]
    short = {name: value for name, value in told.items() if name != last_without}
    lines.append(last | {"填写": short, "发现": [last_without]})
    if again:
        lines.append(last | {"发现": []})
    play({**script, "经过": lines, "结果": {}}, build())


def missing():
    return Finding.objects.filter(code="SJ-17", cleared_at__isnull=True)


@pytest.mark.parametrize(
    ("places", "without", "field"),
    [
        ((CLUE, VERIFYING), "违法行为开始日期", "act_began_on"),
        ((CLUE, VERIFYING, FILING), "当事人", "case_party"),
    ],
    ids=["a field", "a row"],
)
def test_a_missing_fact_is_found_until_it_is_entered(places, without, field):
    entered(*places, last_without=without, again=False)

    assert Defect.objects.get(condition="missing").field == field
    assert missing().count() == 1


@pytest.mark.parametrize(
    ("places", "without"),
    [
        ((CLUE, VERIFYING), "违法行为开始日期"),
        ((CLUE, VERIFYING, FILING), "当事人"),
    ],
    ids=["a field", "a row"],
)
def test_a_missing_fact_that_is_entered_is_no_longer_found(places, without):
    entered(*places, last_without=without, again=True)

    defect = Defect.objects.get(condition="missing")
    assert defect.mended.seq == len(places) + 1
    assert not missing().exists()
    events = FindingEvent.objects.filter(finding__code="SJ-17").order_by("id")
    assert list(events.values_list("state", flat=True)) == ["raised", "cleared"]
