"""Three months are counted as the calendar counts them."""

from __future__ import annotations

from datetime import date, timedelta

import duckdb
import ibis

from faheng.domains.enforcement.rules.months import three_months
from faheng.kernel.clocks.periods import add_months


def test_three_months_agree_with_the_calendar_on_every_day_of_five_years():
    days = [date(2023, 1, 1) + timedelta(days=n) for n in range(1_826)]
    table = ibis.memtable({"day": days}, schema={"day": "date"})
    asked = table.select("day", length=three_months(table.day))
    told = {row["day"]: row["length"] for row in _rows(asked)}
    assert told == {day: (add_months(day, 3) - day).days for day in days}


def _rows(asked):
    return ibis.duckdb.from_connection(duckdb.connect()).to_pyarrow(asked).to_pylist()
