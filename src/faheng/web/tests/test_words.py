from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from faheng.web import words


@pytest.mark.parametrize(
    ("left", "unit", "said"),
    [
        (0, "days", "今天"),
        (3, "working_days", "还剩 3 个工作日"),
        (-1, "days", "逾期 1 天"),
        (None, "days", "没有期限"),
        (5, "hours", "还剩 5 小时"),
    ],
)
def test_what_is_left_is_said_in_words(left: int | None, unit: str, said: str) -> None:
    assert words.left_words(left, unit) == said


@pytest.mark.parametrize(
    ("left", "mark"), [(-1, "late"), (0, "soon"), (2, "soon"), (3, "hint")]
)
def test_the_mark_follows_what_is_left(left: int, mark: str) -> None:
    assert words.tone(left) == mark


def test_a_paused_clock_is_never_late() -> None:
    assert words.tone(-5, paused=True) == "paused"


def test_a_deadline_names_its_weekday_and_another_year() -> None:
    assert words.short_date(date(2026, 5, 14)) == "5月14日 周四"
    assert words.short_date(date(2027, 1, 4), date(2026, 5, 14)) == "2027年1月4日 周一"


def test_a_moment_is_local() -> None:
    assert words.moment(datetime(2026, 5, 14, 17, 30, tzinfo=UTC)) == "5月15日 01:30"


def test_english_says_it_in_english() -> None:
    with translation.override("en"):
        assert words.short_date(date(2026, 5, 14)) == "Thu 14 May"
