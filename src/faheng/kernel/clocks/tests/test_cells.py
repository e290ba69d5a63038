from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from faheng.kernel.clocks.compute import cells, compute, left
from faheng.kernel.clocks.declare import (
    DAYS,
    MONTHS,
    WORKING_DAYS,
    CellKind,
    Ledger,
    Pause,
    Unit,
)
from faheng.kernel.clocks.regimes import COERCION, PENALTY
from faheng.kernel.clocks.tests.oracle import CALENDAR


def strip(ledger: Ledger, today: date) -> str:
    return "".join(cell.kind.value[0] for cell in cells(ledger, today, CALENDAR))


def test_working_days_show_the_rest_between_them() -> None:
    ledger = compute(
        regime=PENALTY,
        unit=DAYS,
        length=7,
        start_on=date(2026, 4, 28),
        calendar=CALENDAR,
    )
    shown = cells(ledger, date(2026, 4, 30), CALENDAR)
    assert strip(ledger, date(2026, 4, 30)) == "uurrrrrllllrl"
    assert [cell.on for cell in shown if cell.makeup] == [date(2026, 5, 9)]
    assert [cell.on for cell in shown if cell.today] == [date(2026, 4, 30)]
    assert [cell.on for cell in shown if cell.last] == [date(2026, 5, 11)]
    assert [cell.number for cell in shown if cell.number] == [1, 2, 3, 4, 5, 6, 7]


def test_calendar_days_show_what_a_pause_leaves_out() -> None:
    ledger = compute(
        regime=COERCION,
        unit=DAYS,
        length=11,
        start_on=date(2026, 4, 7),
        calendar=CALENDAR,
        pauses=[Pause(date(2026, 4, 13), date(2026, 4, 15), "检测")],
    )
    assert strip(ledger, date(2026, 4, 16)) == "uuuuuoooulllll"


def test_a_moved_last_day_shows_the_rest_it_moved_over() -> None:
    ledger = compute(
        regime=PENALTY,
        unit=DAYS,
        length=4,
        start_on=date(2026, 5, 12),
        calendar=CALENDAR,
    )
    shown = cells(ledger, date(2026, 5, 12), CALENDAR)
    assert [(cell.on.day, cell.number) for cell in shown] == [
        (13, 1),
        (14, 2),
        (15, 3),
        (16, 4),
        (17, None),
        (18, None),
    ]
    assert shown[-1].last
    assert shown[4].kind is CellKind.REST


def test_days_of_an_unknown_year_are_provisional() -> None:
    ledger = compute(
        regime=PENALTY,
        unit=MONTHS,
        length=1,
        start_on=date(2026, 12, 20),
        calendar=CALENDAR,
    )
    shown = cells(ledger, date(2026, 12, 21), CALENDAR)
    assert {cell.provisional for cell in shown if cell.on.year == 2027} == {True}
    assert {cell.provisional for cell in shown if cell.on.year == 2026} == {False}


@given(
    st.dates(date(2024, 1, 1), date(2026, 6, 30)),
    st.integers(1, 40),
    st.sampled_from([DAYS, WORKING_DAYS]),
    st.integers(0, 80),
)
def test_cells_agree_with_what_is_left(
    start_on: date, length: int, unit: Unit, step: int
) -> None:
    ledger = compute(
        regime=PENALTY, unit=unit, length=length, start_on=start_on, calendar=CALENDAR
    )
    today = date.fromordinal(start_on.toordinal() + step)
    shown = cells(ledger, today, CALENDAR)
    numbers = [cell.number for cell in shown if cell.number]
    assert numbers == list(range(1, length + 1))
    assert sum(cell.last for cell in shown) == 1
    if ledger.counted_in is WORKING_DAYS and today <= ledger.due_on:
        rest = sum(cell.kind is CellKind.LEFT for cell in shown)
        assert rest == left(ledger.due_on, today, WORKING_DAYS, CALENDAR)
