"""The city is supervised daily, and what is touched between, by itself."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from faheng.cli import work
from faheng.kernel.alerts.models import RunKind, SupervisingRun
from faheng.kernel.alerts.runs import last_runs
from faheng.mart.supervising import Supervised

pytestmark = pytest.mark.django_db

MIDNIGHT = datetime(2026, 6, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
TWO = time(2, 0)


@pytest.fixture
def asked(monkeypatch):
    """Record what is asked, in the place of asking it."""
    told = []

    def asking(what, **came):
        def ask(at):
            told.append((what, at))
            return Supervised(0, came.get("raised", 0), 0, came.get("failed", ()))

        return ask

    monkeypatch.setattr(work, "_city", asking("city", raised=3))
    monkeypatch.setattr(work, "_touched", asking("touched"))
    return told


def at(hours):
    return MIDNIGHT + timedelta(hours=hours)


def look(hours):
    return work.due(lambda: at(hours), TWO)


def test_the_city_is_asked_once_a_day_and_what_is_touched_between(asked):
    for hours in (1, 2.1, 2.3, 20, 25, 26.1):
        assert look(hours)

    assert [what for what, _ in asked] == [
        *("touched", "city", "touched", "touched", "touched", "city")
    ]
    run = SupervisingRun.objects.filter(what=RunKind.CITY).latest("pk")
    assert (run.raised, run.error, run.ended_at) == (3, "", at(26.1))


def test_a_run_that_fails_is_noted_and_tried_again(asked, monkeypatch):
    sound = work._city

    def fails(_):
        message = "disk is full"
        raise OSError(message)

    monkeypatch.setattr(work, "_city", fails)
    assert not look(2.1)
    monkeypatch.setattr(work, "_city", sound)
    assert look(2.3)

    first, second = SupervisingRun.objects.order_by("pk")
    assert "disk is full" in first.error
    assert second.error == ""
    assert [run.pk for run in last_runs()] == [second.pk]


def test_a_run_that_was_killed_is_due_again(asked):
    SupervisingRun.objects.create(what=RunKind.CITY, begun_at=at(2.1))

    look(2.3)

    assert [what for what, _ in asked] == ["city"]


def test_rules_that_failed_are_named(asked, monkeypatch):
    monkeypatch.setattr(work, "_city", lambda _: Supervised(1, 1, 0, ("SX-04",)))

    assert not look(2.1)
    assert look(2.3)
    assert last_runs()[0].error == "SX-04"
