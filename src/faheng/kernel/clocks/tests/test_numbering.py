"""The rules find every day numbered before anybody acts."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command

from faheng.kernel.clocks import queries
from faheng.kernel.clocks.models import CalendarDay, NumberedDay
from faheng.kernel.clocks.numbering import FIRST, LAST, renumber_if_stale

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_calendar():
    queries.forget()
    yield
    queries.forget()


def test_a_migrated_database_has_every_day_numbered():
    held = NumberedDay.objects.order_by("day")

    assert (held.first().day, held.last().day) == (FIRST, LAST)
    assert held.count() == (LAST - FIRST).days + 1
    assert renumber_if_stale() is False


def test_the_days_are_numbered_anew_when_the_calendar_says_otherwise():
    day = date(2031, 3, 4)
    before = NumberedDay.objects.get(day=LAST).workday_no
    CalendarDay.objects.create(
        day=day,
        kind="statutory_holiday",
        source="通知",
        imported_at=datetime(2026, 1, 1, tzinfo=UTC),
    )

    assert renumber_if_stale() is True

    assert not NumberedDay.objects.get(day=day).is_workday
    assert NumberedDay.objects.get(day=LAST).workday_no < before


def test_migrating_one_room_leaves_the_days_alone():
    NumberedDay.objects.all().delete()

    call_command("migrate", "clocks", verbosity=0)

    assert not NumberedDay.objects.exists()
