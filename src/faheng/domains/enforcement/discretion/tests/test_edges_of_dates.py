"""The edges of questions with dates."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from faheng.domains.enforcement.discretion.answers import KINDS, answer


def ask(kind: str, **fields: Any) -> dict[str, Any]:
    return answer({"id": "q", "kind": kind, **fields})


def law(*provisions: tuple[str, str | None, int, int], **more: Any) -> dict[str, Any]:
    rows = [
        {"id": f"v{n}", "from": since, "until": until, "min_fen": low, "max_fen": high}
        for n, (since, until, low, high) in enumerate(provisions)
    ]
    dates = {
        "act_start": "2024-01-01",
        "act_end": "2024-06-30",
        "decision_on": "2025-01-10",
    }
    return ask("law_choice", provisions=rows, **(dates | more))


OLD = ("2010-01-01", "2024-07-01", 10, 100)


@pytest.mark.parametrize(
    ("new", "applies"),
    [
        ((5, 100), "v1"),
        ((10, 99), "v1"),
        ((10, 100), "v0"),
        ((9, 101), "v0"),
        ((20, 90), "v1"),
    ],
)
def test_the_lighter_law_by_maximum_then_minimum(
    new: tuple[int, int], applies: str
) -> None:
    assert law(OLD, ("2024-07-01", None, *new))["applies"] == applies


def test_an_act_that_goes_on_into_the_new_law_is_under_it() -> None:
    new = ("2024-07-01", None, 500, 900)
    assert law(OLD, new, act_end="2024-07-01")["applies"] == "v1"
    assert law(OLD, new, act_end="2024-06-30")["applies"] == "v0"


def test_no_law_then_or_no_law_now_is_no_violation() -> None:
    assert law(OLD)["applies"] is None
    assert law(("2024-07-01", None, 1, 2))["applies"] is None


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"act_end": "2023-12-31"}, "act_end"),
        ({"decision_on": "2024-06-29"}, "decision_on"),
        ({"act_start": "2024-02-30"}, "act_start"),
    ],
)
def test_dates_out_of_order_are_refused(more: dict[str, Any], field: str) -> None:
    assert law(OLD, **more)["error"]["field"] == field


def test_two_versions_at_once_are_refused() -> None:
    assert law(OLD, ("2020-01-01", None, 1, 2))["error"]["field"] == "provisions"


def concurrence(*rows: tuple[str, str | None, int, int]) -> dict[str, Any]:
    provisions = [
        {"id": f"p{n}", "from": since, "until": until, "min_fen": low, "max_fen": high}
        for n, (since, until, low, high) in enumerate(rows)
    ]
    return ask("concurrence", act_end="2025-03-05", provisions=provisions)


def test_the_higher_fine_among_those_in_force() -> None:
    assert (
        concurrence(("2020-01-01", None, 1, 5), ("2020-01-01", None, 2, 5))["applies"]
        == "p1"
    )
    lapsed = ("2020-01-01", "2025-03-05", 1, 900)
    assert concurrence(lapsed, ("2020-01-01", None, 1, 5))["applies"] == "p1"
    assert concurrence(("2025-03-05", None, 1, 9), OLD)["applies"] == "p0"
    assert concurrence(lapsed)["error"]["field"] == "provisions"
    wrong = concurrence(("2020-01-01", None, 9, 5))
    assert wrong["error"]["field"] == "provisions[0].max_fen"


def surcharge(paid: str, *stopped: list[str], fine: int = 10_000) -> dict[str, Any]:
    return ask(
        "surcharge",
        fine_fen=fine,
        served_on="2026-03-02",
        pay_days=15,
        paid_on=paid,
        suspensions=list(stopped),
    )


@pytest.mark.parametrize(
    ("paid", "days", "owed"),
    [
        ("2026-03-10", 0, 0),
        ("2026-03-17", 0, 0),
        ("2026-03-18", 1, 300),
        ("2026-04-19", 33, 9900),
        ("2026-04-20", 34, 10_000),
        ("2026-12-31", 289, 10_000),
    ],
)
def test_the_cap_bites_on_the_thirty_fourth_day(
    paid: str, days: int, owed: int
) -> None:
    found = surcharge(paid)
    assert (found["days"], found["surcharge_fen"]) == (days, owed)


@pytest.mark.parametrize(
    ("stopped", "days"),
    [
        ([["2026-03-01", "2026-03-10"]], 34),
        ([["2026-03-10", "2026-03-20"]], 31),
        ([["2026-04-15", "2026-05-20"]], 28),
        ([["2026-03-20", "2026-04-10"], ["2026-03-25", "2026-03-30"]], 12),
        ([["2026-03-20", "2026-03-20"]], 33),
        ([["2026-05-01", "2026-05-20"]], 34),
        ([["2026-03-01", "2026-05-01"]], 0),
    ],
)
def test_suspensions_before_within_beyond_and_inside_one_another(
    stopped: list[list[str]], days: int
) -> None:
    assert surcharge("2026-04-20", *stopped)["days"] == days


def test_a_surcharge_question_out_of_order_is_refused() -> None:
    assert surcharge("2026-03-01")["error"]["field"] == "paid_on"
    backwards = ["2026-04-10", "2026-03-25"]
    assert surcharge("2026-04-20", backwards)["error"]["field"] == "suspensions"
    assert surcharge("2026-04-20", ["2026-04-10"])["error"]["field"] == "suspensions"


def test_a_part_of_a_fen_of_surcharge_is_dropped() -> None:
    assert surcharge("2026-03-18", fine=33)["surcharge_fen"] == 0
    assert surcharge("2026-03-19", fine=33)["surcharge_fen"] == 1


def test_the_last_day_to_pay_rolls_off_a_rest_day() -> None:
    found = ask(
        "surcharge",
        fine_fen=100,
        served_on="2026-03-06",
        pay_days=15,
        paid_on="2026-03-24",
        suspensions=[],
    )
    assert (found["due_on"], found["days"]) == ("2026-03-23", 1)


def test_days_of_a_continuing_fine() -> None:
    asked = {"base_fen": 100, "ordered_on": "2024-02-28"}
    assert ask("daily_fine", recheck_on="2024-03-01", **asked)["days"] == 2
    assert ask("daily_fine", recheck_on="2024-02-28", **asked)["fine_fen"] == 0
    early = ask("daily_fine", recheck_on="2024-02-27", **asked)
    assert early["error"]["field"] == "recheck_on"


@pytest.mark.parametrize(
    ("served", "instalments", "suit", "apply"),
    [
        ("2026-03-10", None, "2026-09-10", "2026-12-10"),
        ("2025-08-31", None, "2026-02-28", "2026-05-28"),
        ("2026-03-10", "2026-11-30", "2026-09-10", "2027-03-01"),
        ("2024-08-29", None, "2025-02-28", "2025-05-28"),
    ],
)
def test_months_end_where_a_month_has_fewer_days(
    served: str, instalments: str | None, suit: str, apply: str
) -> None:
    found = ask("court_window", served_on=served, instalments_end=instalments)
    assert (found["suit_until"], found["apply_until"]) == (suit, apply)


@pytest.mark.parametrize(
    ("receipts", "refunds", "costs", "deduct", "kept"),
    [
        (100, 0, 40, False, 100),
        (100, 100, 40, False, 0),
        (100, 30, 40, True, 30),
        (100, 30, 90, True, 0),
        (100, 30, None, False, 70),
    ],
)
def test_costs_count_only_where_a_rule_says(
    receipts: int, refunds: int, costs: int | None, deduct: bool, kept: int
) -> None:
    found = ask(
        "gains",
        receipts_fen=receipts,
        refunds_fen=refunds,
        costs_fen=costs,
        deduct_costs=deduct,
    )
    assert found["confiscate_fen"] == kept


@pytest.mark.parametrize(
    ("act", "discovered", "harm", "in_time"),
    [
        ("2023-05-10", "2025-05-10", False, True),
        ("2023-05-10", "2025-05-11", False, False),
        ("2020-05-10", "2025-05-10", True, True),
        ("2020-05-10", "2025-05-11", True, False),
        ("2024-02-29", "2026-02-28", False, True),
        ("2024-02-29", "2026-03-01", False, False),
        ("2025-05-10", "2025-01-01", False, True),
    ],
)
def test_limitation_includes_its_last_day(
    act: str, discovered: str, harm: bool, in_time: bool
) -> None:
    found = ask(
        "limitation",
        act_end=act,
        discovered_on=discovered,
        life_health_or_finance_harm=harm,
    )
    assert found["in_time"] is in_time


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("junk", [None, [], {}, "x", -1, 1.5, True, Decimal("NaN")])
def test_junk_in_every_field_is_an_error_and_never_a_crash(
    kind: str, junk: Any
) -> None:
    names = [
        "fine_rule",
        "base_fen",
        "direction",
        "split",
        "floor_ratio",
        "min_fen",
        "max_fen",
        "weights",
        "scores",
        "round_to_fen",
        "start",
        "factors",
        "cap",
        "party",
        "kinds",
        "fine_fen",
        "threshold_fen",
        "inclusive",
        "notice_on",
        "hearing_on",
        "act_start",
        "act_end",
        "decision_on",
        "provisions",
        "served_on",
        "pay_days",
        "paid_on",
        "suspensions",
        "ordered_on",
        "recheck_on",
        "instalments_end",
        "receipts_fen",
        "refunds_fen",
        "costs_fen",
        "deduct_costs",
        "discovered_on",
        "life_health_or_finance_harm",
        "facts",
        "amounts",
        "benchmark",
        "choices",
        "parameters",
        "lists",
        "thresholds",
        "gains",
    ]
    error = ask(kind, **dict.fromkeys(names, junk))["error"]
    assert error["reason"]
    assert error["article"]
