from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from faheng.lib.workdays import DayKind, WorkCalendar, days_after

REST = ["0102", "0220", "0223", "0406", "0504", "0505", "1005", "1006", "1007"]
WORK = ["0104", "0214", "0228", "0509", "0920", "1010"]
PUBLIC = [
    "0101",
    "0216",
    "0217",
    "0218",
    "0219",
    "0501",
    "0619",
    "0925",
    "1001",
    "1002",
]


def _days(written: list[str], kind: DayKind) -> dict[date, DayKind]:
    return {date(2026, int(one[:2]), int(one[2:])): kind for one in written}


CALENDAR = WorkCalendar(
    _days(PUBLIC, DayKind.STATUTORY_HOLIDAY)
    | _days(REST, DayKind.ADJUSTED_REST)
    | _days(WORK, DayKind.ADJUSTED_WORK),
    frozenset({2026}),
)
KNOWN = st.dates(date(2026, 1, 1), date(2026, 12, 31))
COUNTS = st.integers(0, 60)


def test_an_unknown_year_has_ordinary_weekends() -> None:
    assert not CALENDAR.is_known(date(2027, 1, 1))
    assert CALENDAR.kind(date(2027, 1, 1)) is DayKind.WORKDAY
    assert CALENDAR.kind(date(2027, 1, 2)) is DayKind.WEEKEND


@given(KNOWN, COUNTS)
def test_counting_undoes_adding(day: date, count: int) -> None:
    assert CALENDAR.workdays_between(day, CALENDAR.add_workdays(day, count)) == count


@given(KNOWN, st.integers(1, 60))
def test_adding_ends_on_a_working_day(day: date, count: int) -> None:
    assert CALENDAR.is_workday(CALENDAR.add_workdays(day, count))
    assert CALENDAR.is_workday(CALENDAR.add_workdays(day, -count))


@given(KNOWN, COUNTS)
def test_going_forth_and_back_from_a_working_day_comes_home(
    day: date, count: int
) -> None:
    day = CALENDAR.next_workday(day)
    there = CALENDAR.add_workdays(day, count)
    assert CALENDAR.add_workdays(there, -count) == day


@given(KNOWN, COUNTS, COUNTS)
def test_adding_in_two_parts_is_adding_at_once(day: date, one: int, two: int) -> None:
    parts = CALENDAR.add_workdays(CALENDAR.add_workdays(day, one), two)
    assert parts == CALENDAR.add_workdays(day, one + two)


@given(KNOWN, KNOWN, KNOWN)
def test_counts_add_up(a: date, b: date, c: date) -> None:
    a, b, c = sorted([a, b, c])
    total = CALENDAR.workdays_between(a, b) + CALENDAR.workdays_between(b, c)
    assert total == CALENDAR.workdays_between(a, c)
    assert CALENDAR.workdays_between(c, a) == -CALENDAR.workdays_between(a, c)


@given(KNOWN)
def test_the_next_working_day_is_the_nearest(day: date) -> None:
    found = CALENDAR.next_workday(day)
    assert CALENDAR.is_workday(found)
    assert CALENDAR.workdays_between(day - timedelta(days=1), found) == 1
    assert CALENDAR.is_workday(CALENDAR.previous_workday(day))


def test_an_imported_year_replaces_the_held_one_whole() -> None:
    newer = CALENDAR.with_days(
        {date(2026, 10, 1): DayKind.STATUTORY_HOLIDAY}, frozenset({2026})
    )
    assert newer.is_workday(date(2026, 10, 5))
    assert not newer.is_workday(date(2026, 10, 1))
    assert newer.known_years == {2026}


def test_every_kind_has_a_name_and_works_or_rests() -> None:
    assert {kind.label for kind in DayKind if kind.works} == {"工作日", "调休上班"}


def test_days_after_leave_out_the_first_and_keep_the_last() -> None:
    days = list(days_after(date(2026, 2, 27), date(2026, 3, 1)))
    assert days == [date(2026, 2, 28), date(2026, 3, 1)]
