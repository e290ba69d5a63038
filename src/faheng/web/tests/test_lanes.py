from __future__ import annotations

from datetime import date

from faheng.web.lanes import Lane, draw

TODAY = date(2026, 5, 14)


def lane(**given: object) -> Lane:
    known = {"title": "决定", "start_on": date(2026, 4, 1), "due_on": date(2026, 6, 1)}
    return Lane(**{**known, **given})  # type: ignore[arg-type]


def test_a_running_clock_is_used_until_today_and_left_until_its_last_day() -> None:
    scale = draw([lane()], TODAY)
    used, left = scale.lanes[0].bars
    assert (used.kind, left.kind) == ("used", "left")
    assert abs(used.left + used.width - scale.today_at) < 0.1
    assert abs(left.left - scale.today_at) < 0.1


def test_a_late_clock_shows_the_days_over_its_last_day() -> None:
    scale = draw([lane(due_on=date(2026, 5, 8), late=True)], TODAY)
    used, over = scale.lanes[0].bars
    assert over.kind == "use-late"
    assert abs(used.left + used.width - over.left) < 0.1


def test_a_stopped_clock_has_nothing_left() -> None:
    scale = draw([lane(ended_on=date(2026, 5, 2))], TODAY)
    assert [bar.kind for bar in scale.lanes[0].bars] == ["closed"]
    assert scale.lanes[0].flag_at is None


def test_words_stand_after_the_last_pause() -> None:
    paused = lane(pauses=[(date(2026, 4, 10), date(2026, 4, 18))], label="用了")
    drawn = draw([paused], TODAY).lanes[0]
    pause = next(bar for bar in drawn.bars if bar.kind == "pause")
    assert drawn.label_at > pause.left + pause.width


def test_nothing_is_drawn_off_the_scale() -> None:
    scale = draw([lane(), lane(due_on=date(2027, 3, 1))], TODAY)
    for drawn in scale.lanes:
        assert all(
            0 <= bar.left <= 100 and bar.left + bar.width <= 100.5 for bar in drawn.bars
        )


def test_a_scale_without_lanes_still_has_today() -> None:
    assert 0 < draw([], TODAY).today_at < 100


def test_a_label_beside_a_short_bar_keeps_clear_of_the_due_date():
    short = Lane("备案", date(2026, 11, 20), date(2026, 11, 24), label="已过 2 天")
    long = Lane("缴款", date(2026, 11, 20), date(2026, 12, 7))

    drawn = draw([short, long], date(2026, 11, 22)).lanes[0]

    assert drawn.label_outside
    assert drawn.flag_at is not None
    assert drawn.label_at > drawn.flag_at + 8
