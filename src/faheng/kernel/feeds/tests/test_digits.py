from __future__ import annotations

from datetime import date

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faheng.kernel.feeds import digits
from faheng.lib.identifiers import (
    citizen_id_problem,
    make_citizen_id,
    make_uscc,
    mask_citizen_id,
    uscc_problem,
)

TODAY = date(2026, 5, 14)
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXYISOZV０Ｘx "
BODIES = st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=8, max_size=8)
BORN = st.dates(date(1890, 1, 1), date(2030, 12, 31))


def asked(expression, text):
    return duckdb.execute(
        f"SELECT {expression} FROM (SELECT ?::VARCHAR AS c)", [text]
    ).fetchone()[0]


def uscc_wrong(text):
    return asked(digits.uscc_wrong(f"({digits.plain_code('c')})"), text)


def citizen_id_wrong(text):
    code = f"({digits.plain_code('c')})"
    return asked(digits.citizen_id_wrong(code, f"DATE '{TODAY}'"), text)


@given(st.text(SIGNS, min_size=16, max_size=20))
def test_any_text_is_judged_as_the_library_judges_a_credit_code(text):
    assert uscc_wrong(text) == (uscc_problem(text) is not None)


@given(BODIES, st.integers(0, 17), st.sampled_from("0123456789ABCX"))
def test_a_credit_code_with_one_sign_changed_is_judged_alike(body, place, sign):
    try:
        code = make_uscc("990001", body)
    except ValueError:
        return
    changed = code[:place] + sign + code[place + 1 :]

    assert not uscc_wrong(code)
    assert uscc_wrong(changed) == (uscc_problem(changed) is not None)


@given(BORN, st.integers(0, 999), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_a_citizen_number_is_judged_as_the_library_does(born, sequence, place, sign):
    code = make_citizen_id("990001", born, sequence)
    changed = code[:place] + sign + code[place + 1 :]

    for one in (code, changed, code.lower(), f" {code} "):
        assert citizen_id_wrong(one) == (citizen_id_problem(one, TODAY) is not None)


@pytest.mark.parametrize("text", ["", "1", "440300199002301239", "44030019900101123０"])
def test_odd_citizen_numbers_are_judged_alike(text):
    assert citizen_id_wrong(text) == (citizen_id_problem(text, TODAY) is not None)


def test_nothing_is_said_of_what_is_not_there():
    assert not uscc_wrong(None)
    assert not citizen_id_wrong(None)


def test_a_citizen_number_is_masked_as_everywhere_else():
    code = make_citizen_id("990001", date(1990, 1, 2), 12)

    assert asked(digits.masked("c"), code) == mask_citizen_id(code)
