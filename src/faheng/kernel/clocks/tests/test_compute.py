from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faheng.kernel.clocks.compute import (
    compute,
    compute_hours,
    earliest_event,
    latest_notice,
    left,
)
from faheng.kernel.clocks.declare import (
    DAYS,
    HOURS,
    MONTHS,
    WORKING_DAYS,
    YEARS,
    Extension,
    Ledger,
    NotCountedInDays,
    Pause,
    Regime,
    Unit,
)
from faheng.kernel.clocks.periods import add_months
from faheng.kernel.clocks.regimes import (
    COERCION,
    DISCLOSURE,
    LICENSING,
    LITIGATION,
    PENALTY,
    PETITION,
    PLAIN,
    RECONSIDERATION,
    REGIMES,
    regime_of,
)
from faheng.kernel.clocks.tests.oracle import CALENDAR
from faheng.kernel.law.declare import LocalRule, Practice

STARTS = st.dates(date(2024, 1, 1), date(2026, 6, 30))
LENGTHS = st.integers(0, 60)
UNITS = st.sampled_from([DAYS, WORKING_DAYS, MONTHS])
REGIME = st.sampled_from(list(REGIMES))


@st.composite
def pauses(draw: st.DrawFn) -> Pause:
    from_on = draw(st.dates(date(2024, 1, 1), date(2026, 9, 30)))
    return Pause(from_on, from_on + timedelta(draw(st.integers(0, 40))), "检测")


def due(
    regime: Regime, unit: Unit, length: int, start_on: date, *held: Pause
) -> Ledger:
    return compute(
        regime=regime,
        unit=unit,
        length=length,
        start_on=start_on,
        calendar=CALENDAR,
        pauses=held,
    )


@pytest.mark.parametrize(
    ("unit", "length", "start_on", "due_on"),
    [
        (WORKING_DAYS, 7, date(2026, 9, 28), date(2026, 10, 13)),
        (WORKING_DAYS, 10, date(2026, 4, 28), date(2026, 5, 14)),
        (WORKING_DAYS, 5, date(2026, 2, 12), date(2026, 2, 26)),
        (DAYS, 90, date(2026, 7, 10), date(2026, 10, 8)),
    ],
)
def test_the_vectors_of_the_data_standard_hold(
    unit: Unit, length: int, start_on: date, due_on: date
) -> None:
    assert due(PENALTY, unit, length, start_on).due_on == due_on


@pytest.mark.parametrize(
    ("regime", "working", "calendar"),
    [
        (PENALTY, {2, 3, 5, 7}, {1, 10, 15, 30, 60, 90}),
        (COERCION, {1, 3, 5, 7, 10}, {11, 15, 30, 60}),
        (RECONSIDERATION, {3, 5, 7, 10}, {2, 15, 30, 60}),
        (LITIGATION, set(), {3, 5, 7, 10, 15}),
        (LICENSING, {5, 10, 20, 45}, set()),
        (DISCLOSURE, set(), {7, 15, 20}),
        (PETITION, set(), {5, 15, 60}),
        (PLAIN, set(), {3, 7}),
    ],
)
def test_a_regime_says_which_lengths_are_working_days(
    regime: Regime, working: set[int], calendar: set[int]
) -> None:
    for length in working:
        assert regime.counted_in(DAYS, length) is WORKING_DAYS
    for length in calendar:
        assert regime.counted_in(DAYS, length) is DAYS
    assert regime.counted_in(WORKING_DAYS, 4) is WORKING_DAYS
    assert regime.counted_in(MONTHS, 3) is MONTHS


def test_there_are_eight_regimes() -> None:
    assert len(REGIMES) == 8


def test_a_ground_without_a_regime_counts_plainly() -> None:
    assert regime_of(Practice("惯例")) is PLAIN
    assert regime_of(LocalRule("审核期限", "参数")) is PLAIN
    assert regime_of(LocalRule("审核期限", "参数", "penalty")) is PENALTY


def test_seven_days_of_the_penalty_law_span_national_day_week() -> None:
    ledger = due(PENALTY, DAYS, 7, date(2026, 9, 30))
    assert ledger.due_on == date(2026, 10, 15)
    assert ledger.counted_in is WORKING_DAYS


def test_a_make_up_saturday_counts_and_can_be_the_last_day() -> None:
    assert due(PENALTY, DAYS, 2, date(2026, 10, 8)).due_on == date(2026, 10, 10)
    assert due(LITIGATION, DAYS, 2, date(2026, 10, 8)).due_on == date(2026, 10, 10)


def test_a_last_day_in_national_day_week_moves_behind_it() -> None:
    ledger = due(PENALTY, DAYS, 30, date(2026, 9, 1))
    assert ledger.raw_due_on == date(2026, 10, 1)
    assert ledger.due_on == date(2026, 10, 8)


def test_a_regime_that_does_not_roll_keeps_the_last_day() -> None:
    strict = Regime("strict", "不顺延", "某法第1条", rolls=False)
    ledger = due(strict, DAYS, 30, date(2026, 9, 1))
    assert ledger.due_on == ledger.raw_due_on == date(2026, 10, 1)
    assert not due(strict, DAYS, 300, date(2026, 9, 1)).provisional


def test_a_regime_that_counts_the_first_day_ends_one_day_earlier() -> None:
    eager = Regime("eager", "当日计入", "某法第1条", first_day_counts=True)
    ledger = due(eager, DAYS, 3, date(2026, 3, 3))
    assert ledger.due_on == date(2026, 3, 5)
    assert "当日计入" in ledger.lines[0].text


@pytest.mark.parametrize(
    ("start_on", "unit", "length", "raw"),
    [
        (date(2026, 3, 31), MONTHS, 3, date(2026, 6, 30)),
        (date(2026, 1, 31), MONTHS, 1, date(2026, 2, 28)),
        (date(2024, 1, 31), MONTHS, 1, date(2024, 2, 29)),
        (date(2026, 2, 28), MONTHS, 1, date(2026, 3, 28)),
        (date(2025, 12, 15), MONTHS, 3, date(2026, 3, 15)),
        (date(2024, 2, 29), YEARS, 1, date(2025, 2, 28)),
        (date(2024, 2, 29), YEARS, 2, date(2026, 2, 28)),
        (date(2025, 12, 31), MONTHS, 6, date(2026, 6, 30)),
    ],
)
def test_months_and_years_end_on_the_same_number_or_the_months_end(
    start_on: date, unit: Unit, length: int, raw: date
) -> None:
    ledger = due(LITIGATION, unit, length, start_on)
    assert ledger.raw_due_on == raw
    assert ledger.due_on == CALENDAR.next_workday(raw)
    assert ledger.counted_in is DAYS


def test_a_period_runs_over_the_end_of_the_year() -> None:
    assert due(PENALTY, DAYS, 5, date(2024, 12, 30)).due_on == date(2025, 1, 7)
    assert due(PENALTY, DAYS, 15, date(2025, 12, 18)).due_on == date(2026, 1, 4)


def test_a_pause_adds_its_calendar_days() -> None:
    pause = Pause(date(2026, 4, 13), date(2026, 4, 20), "检测")
    ledger = due(COERCION, DAYS, 30, date(2026, 4, 7), pause)
    assert ledger.raw_due_on == ledger.due_on == date(2026, 5, 15)
    assert len(ledger.excluded) == 8


def test_a_pause_skips_working_days() -> None:
    pause = Pause(date(2026, 3, 5), date(2026, 3, 9), "补正")
    assert due(PENALTY, DAYS, 5, date(2026, 3, 3), pause).due_on == date(2026, 3, 13)


def test_days_left_out_twice_count_once() -> None:
    one = Pause(date(2026, 4, 13), date(2026, 4, 20), "检测")
    two = Pause(date(2026, 4, 16), date(2026, 4, 22), "鉴定")
    both = due(COERCION, DAYS, 30, date(2026, 4, 7), one, two)
    union = Pause(date(2026, 4, 13), date(2026, 4, 22), "检测")
    assert both.due_on == due(COERCION, DAYS, 30, date(2026, 4, 7), union).due_on


def test_a_pause_outside_the_period_changes_nothing() -> None:
    bare = due(COERCION, DAYS, 10, date(2026, 4, 7))
    before = Pause(date(2026, 4, 1), date(2026, 4, 7), "检测")
    after = Pause(bare.due_on + timedelta(1), date(2026, 5, 30), "检测")
    ledger = due(COERCION, DAYS, 10, date(2026, 4, 7), before, after)
    assert ledger.due_on == bare.due_on
    assert [line.days for line in ledger.lines if line.kind == "扣除"] == [0, 0]


def test_a_pause_in_the_time_made_good_counts_as_well() -> None:
    one = Pause(date(2026, 3, 10), date(2026, 3, 14), "检测")
    two = Pause(date(2026, 3, 20), date(2026, 3, 21), "鉴定")
    ledger = due(LITIGATION, DAYS, 15, date(2026, 3, 2), one, two)
    assert ledger.raw_due_on == date(2026, 3, 24)


def test_an_open_pause_holds_the_clock() -> None:
    ledger = compute(
        regime=COERCION,
        unit=DAYS,
        length=30,
        start_on=date(2026, 3, 2),
        calendar=CALENDAR,
        pauses=[Pause(date(2026, 3, 10), None, "检测")],
        as_of=date(2026, 3, 19),
    )
    assert ledger.standing
    assert ledger.raw_due_on == date(2026, 4, 11)
    assert any("停止计算" in line.text for line in ledger.lines)


def test_an_open_pause_after_the_last_day_holds_nothing() -> None:
    ledger = compute(
        regime=COERCION,
        unit=DAYS,
        length=5,
        start_on=date(2026, 3, 2),
        calendar=CALENDAR,
        pauses=[Pause(date(2026, 3, 20), None, "检测")],
        as_of=date(2026, 3, 25),
    )
    assert not ledger.standing
    assert ledger.due_on == date(2026, 3, 9)


def test_an_open_pause_that_has_not_begun_holds_nothing() -> None:
    ledger = compute(
        regime=COERCION,
        unit=DAYS,
        length=30,
        start_on=date(2026, 3, 2),
        calendar=CALENDAR,
        pauses=[Pause(date(2026, 3, 20), None, "检测")],
        as_of=date(2026, 3, 10),
    )
    assert not ledger.standing
    assert ledger.excluded == ()


def test_a_pause_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends on or after"):
        Pause(date(2026, 3, 2), date(2026, 3, 1), "检测")


def test_an_extension_runs_from_the_unmoved_end() -> None:
    ledger = compute(
        regime=COERCION,
        unit=DAYS,
        length=30,
        start_on=date(2026, 9, 1),
        calendar=CALENDAR,
        extensions=[Extension(30, DAYS, "经负责人批准")],
    )
    assert ledger.segments[0].end_on == date(2026, 10, 1)
    assert ledger.raw_due_on == date(2026, 10, 31)
    assert ledger.due_on == date(2026, 11, 2)


def test_an_extension_counts_in_its_own_unit() -> None:
    ledger = compute(
        regime=RECONSIDERATION,
        unit=DAYS,
        length=60,
        start_on=date(2026, 3, 2),
        calendar=CALENDAR,
        extensions=[Extension(5, WORKING_DAYS, "")],
    )
    assert ledger.segments[0].end_on == date(2026, 5, 1)
    assert ledger.due_on == date(2026, 5, 11)
    assert ledger.counted_in is WORKING_DAYS


def test_hours_are_clock_hours() -> None:
    start_at = datetime(2026, 10, 1, 15, 30, tzinfo=UTC)
    assert compute_hours(start_at, 24) == start_at + timedelta(days=1)
    with pytest.raises(ValueError, match="time zone"):
        compute_hours(datetime(2026, 10, 1), 24)
    with pytest.raises(NotCountedInDays):
        due(COERCION, HOURS, 24, date(2026, 10, 1))


def test_a_negative_length_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter than nothing"):
        due(PENALTY, DAYS, -1, date(2026, 3, 2))


def test_beyond_the_last_known_year_a_date_is_provisional_and_says_so() -> None:
    ledger = due(PENALTY, DAYS, 90, date(2026, 11, 21))
    assert ledger.provisional
    assert any("2027年放假安排尚未载入" in line.text for line in ledger.lines)


def test_a_date_inside_the_known_years_is_not_provisional() -> None:
    assert not due(PENALTY, DAYS, 30, date(2026, 11, 21)).provisional
    assert due(PENALTY, DAYS, 5, date(2026, 12, 31)).provisional


def test_a_last_day_that_would_move_into_an_unknown_year_is_provisional() -> None:
    assert not due(LITIGATION, DAYS, 31, date(2025, 11, 30)).provisional
    assert due(LITIGATION, DAYS, 1, date(2026, 12, 31)).provisional


def test_the_explanation_adds_up_in_words() -> None:
    ledger = compute(
        regime=PENALTY,
        unit=DAYS,
        length=90,
        start_on=date(2026, 3, 1),
        calendar=CALENDAR,
        pauses=[
            Pause(date(2026, 4, 1), date(2026, 4, 5), "检测"),
            Pause(date(2026, 4, 4), date(2026, 4, 8), "鉴定"),
        ],
        extensions=[Extension(30, DAYS, "经负责人批准")],
    )
    told = [(line.kind.value, line.days, line.on) for line in ledger.lines]
    assert told == [
        ("起算", 0, date(2026, 3, 2)),
        ("期限", 90, date(2026, 5, 30)),
        ("扣除", 5, date(2026, 6, 4)),
        ("扣除", 3, date(2026, 6, 7)),
        ("延长", 30, date(2026, 7, 7)),
        ("届满", 0, date(2026, 7, 7)),
    ]
    assert "检测（4月1日至4月5日）不计入，扣除5日" in ledger.lines[2].text
    assert ledger.lines[-1].text == "2026年7月7日 周二届满"


@pytest.mark.parametrize(
    ("today", "counted_in", "days"),
    [
        (date(2026, 9, 29), WORKING_DAYS, 2),
        (date(2026, 9, 29), DAYS, 9),
        (date(2026, 10, 8), WORKING_DAYS, 0),
        (date(2026, 10, 9), WORKING_DAYS, -1),
        (date(2026, 10, 11), WORKING_DAYS, -2),
        (date(2026, 10, 18), DAYS, -10),
    ],
)
def test_what_is_left_is_told_in_the_unit_that_counts(
    today: date, counted_in: Unit, days: int
) -> None:
    assert left(date(2026, 10, 8), today, counted_in, CALENDAR) == days


def test_the_first_rest_day_after_the_last_day_is_overdue() -> None:
    assert left(date(2026, 5, 15), date(2026, 5, 16), WORKING_DAYS, CALENDAR) == -1


def test_a_hearing_needs_seven_working_days_of_notice() -> None:
    hearing_on = date(2026, 10, 13)
    notice_on = latest_notice(PENALTY, DAYS, 7, hearing_on, CALENDAR)
    assert notice_on == date(2026, 9, 28)
    assert earliest_event(PENALTY, DAYS, 7, notice_on, CALENDAR) == hearing_on
    assert latest_notice(PENALTY, DAYS, 15, hearing_on, CALENDAR) == date(2026, 9, 28)


# ── What holds for every clock ───────────────────────────────────────────────


@given(REGIME, UNITS, LENGTHS, STARTS)
def test_a_rolled_last_day_is_a_working_day_not_before_the_raw_one(
    regime: Regime, unit: Unit, length: int, start_on: date
) -> None:
    ledger = due(regime, unit, length, start_on)
    assert CALENDAR.is_workday(ledger.due_on)
    assert start_on <= ledger.raw_due_on <= ledger.due_on
    assert CALENDAR.workdays_between(ledger.raw_due_on, ledger.due_on) <= 1


@given(st.sampled_from([LITIGATION, LICENSING]), UNITS, LENGTHS, STARTS, pauses())
def test_a_longer_period_never_ends_earlier(
    regime: Regime, unit: Unit, length: int, start_on: date, pause: Pause
) -> None:
    one = due(regime, unit, length, start_on, pause)
    two = due(regime, unit, length + 1, start_on, pause)
    assert one.raw_due_on < two.raw_due_on
    assert one.due_on <= two.due_on


@given(REGIME, UNITS, LENGTHS, STARTS, pauses(), pauses())
def test_a_further_pause_never_ends_a_period_earlier(
    regime: Regime, unit: Unit, length: int, start_on: date, one: Pause, two: Pause
) -> None:
    bare = due(regime, unit, length, start_on)
    paused = due(regime, unit, length, start_on, one)
    twice = due(regime, unit, length, start_on, one, two)
    assert bare.raw_due_on <= paused.raw_due_on <= twice.raw_due_on
    assert twice.raw_due_on == due(regime, unit, length, start_on, two, one).raw_due_on


@given(REGIME, UNITS, LENGTHS, STARTS, pauses())
def test_the_same_pause_twice_is_the_pause_once(
    regime: Regime, unit: Unit, length: int, start_on: date, pause: Pause
) -> None:
    once = due(regime, unit, length, start_on, pause)
    twice = due(regime, unit, length, start_on, pause, pause)
    assert once.due_on == twice.due_on


@given(REGIME, st.sampled_from([DAYS, WORKING_DAYS]), LENGTHS, STARTS, pauses())
def test_just_the_length_is_counted_outside_the_pauses(
    regime: Regime, unit: Unit, length: int, start_on: date, pause: Pause
) -> None:
    ledger = due(regime, unit, length, start_on, pause)
    days = [
        start_on + timedelta(number)
        for number in range(1, (ledger.raw_due_on - start_on).days + 1)
    ]
    counted = [
        day
        for day in days
        if day not in ledger.excluded
        and (ledger.counted_in is DAYS or CALENDAR.is_workday(day))
    ]
    assert len(counted) == length
    assert not counted or counted[-1] == ledger.raw_due_on


@given(STARTS, st.integers(0, 40))
def test_months_keep_the_day_or_end_the_month(day: date, count: int) -> None:
    end = add_months(day, count)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == count
    assert end.day == day.day or (end + timedelta(1)).day == 1


@given(STARTS, st.integers(-400, 400), st.sampled_from([DAYS, WORKING_DAYS]))
def test_what_is_left_has_the_sign_of_the_calendar(
    due_on: date, offset: int, unit: Unit
) -> None:
    days = left(due_on, due_on + timedelta(offset), unit, CALENDAR)
    assert (days < 0) == (offset > 0)


@given(st.sampled_from([5, 7, 15]), STARTS)
def test_the_latest_notice_is_just_early_enough(length: int, event_on: date) -> None:
    notice_on = latest_notice(PENALTY, DAYS, length, event_on, CALENDAR)
    later = notice_on + timedelta(1)
    assert earliest_event(PENALTY, DAYS, length, notice_on, CALENDAR) <= event_on
    assert earliest_event(PENALTY, DAYS, length, later, CALENDAR) > event_on
