"""The surcharge: three per cent a day, never more than the fine."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from faheng.domains.enforcement.surcharge import (
    Due,
    Paid,
    Span,
    days_late,
    overdue,
    surcharge,
)

DUE = date(2026, 4, 14)
FINE = 8_600_00

fines = st.integers(min_value=1, max_value=10_000_000_00)
days = st.integers(min_value=0, max_value=400)


def after(number: int) -> date:
    return DUE + timedelta(days=number)


def test_nothing_accrues_on_the_last_day() -> None:
    assert surcharge([Due(DUE, FINE)], [], DUE) == 0


def test_the_first_day_late_costs_three_per_cent() -> None:
    assert surcharge([Due(DUE, FINE)], [], after(1)) == FINE * 3 // 100


def test_the_cap_is_reached_on_day_thirty_four() -> None:
    assert surcharge([Due(DUE, FINE)], [], after(33)) == FINE * 99 // 100
    assert surcharge([Due(DUE, FINE)], [], after(34)) == FINE
    assert surcharge([Due(DUE, FINE)], [], after(35)) == FINE


def test_a_payment_lowers_the_base_from_the_next_day() -> None:
    half = [Paid(after(2), FINE // 2)]
    expected = 2 * FINE * 3 // 100 + FINE // 2 * 3 // 100
    assert surcharge([Due(DUE, FINE)], half, after(3)) == expected


def test_an_instalment_not_yet_due_bears_nothing() -> None:
    plan = [Due(DUE, FINE // 2), Due(after(30), FINE // 2)]
    assert surcharge(plan, [Paid(DUE, FINE // 2)], after(30)) == 0
    assert surcharge(plan, [Paid(DUE, FINE // 2)], after(31)) == FINE // 2 * 3 // 100


def test_days_of_a_suit_are_left_out_with_both_ends() -> None:
    suit = [Span(after(2), after(9))]
    assert surcharge([Due(DUE, FINE)], [], after(10), suit) == 2 * FINE * 3 // 100
    assert days_late([Due(DUE, FINE)], after(10), suit) == 2


def test_a_suit_that_lasts_stops_the_count() -> None:
    suit = [Span(after(2))]
    assert surcharge([Due(DUE, FINE)], [], after(300), suit) == FINE * 3 // 100


@given(fines, days)
def test_it_never_exceeds_the_fine(fine: int, late: int) -> None:
    assert 0 <= surcharge([Due(DUE, fine)], [], after(late)) <= fine


@given(fines, days, days)
def test_it_never_shrinks_as_days_go_by(fine: int, one: int, more: int) -> None:
    due = [Due(DUE, fine)]
    assert surcharge(due, [], after(one)) <= surcharge(due, [], after(one + more))


@given(fines, st.integers(min_value=1, max_value=33))
def test_before_the_cap_it_is_three_per_cent_for_each_day(fine: int, late: int) -> None:
    assert surcharge([Due(DUE, fine)], [], after(late)) == fine * 3 * late // 100


@given(fines, days, days, days)
def test_paying_never_makes_it_dearer(fine: int, late: int, on: int, part: int) -> None:
    due, came = [Due(DUE, fine)], [Paid(after(on), min(part, fine))]
    assert surcharge(due, came, after(late)) <= surcharge(due, [], after(late))


@given(fines, days, days, days)
def test_days_left_out_never_make_it_dearer(
    fine: int, late: int, first: int, long: int
) -> None:
    due, suit = [Due(DUE, fine)], [Span(after(first), after(first + long))]
    assert surcharge(due, [], after(late), suit) <= surcharge(due, [], after(late))


@given(fines, days)
def test_nothing_is_overdue_once_all_is_paid(fine: int, late: int) -> None:
    assert overdue([Due(DUE, fine)], [Paid(DUE, fine)], after(late)) == 0
