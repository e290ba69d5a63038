from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faheng.lib import identifiers as ids

TODAY = date(2026, 11, 21)
DIVISIONS = st.from_regex("[1-6][0-9]{5}", fullmatch=True)
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
ORGANISATIONS = st.text(SIGNS, min_size=8, max_size=8)


@pytest.mark.parametrize(
    "code", ["91350100M000100Y43", "9144030071526726XG", "11440300007542312L"]
)
def test_a_right_credit_code_has_no_problem(code: str) -> None:
    assert ids.uscc_problem(code) is None
    assert ids.uscc_doubt(code) is None
    assert ids.organisation_problem(code[8:17]) is None


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("91350100M000100Y44", "末位应为“3”"),
        ("91350100M000100Y4", "应为18位，现为17位"),
        ("91350100M000100S43", "不使用“S”"),
        ("91350100M000100IY4", "不使用“I”"),
        ("", "现为0位"),
    ],
)
def test_a_wrong_credit_code_says_what_is_wrong(code: str, says: str) -> None:
    assert says in (ids.uscc_problem(code) or "")


def test_small_letters_spaces_and_full_width_signs_are_understood() -> None:
    assert ids.uscc_problem(" 9135 0100m000100y43 ") is None
    assert ids.citizen_id_problem("１１０１０５１９４９１２３１００２ｘ", TODAY) is None


def test_a_code_with_a_foreign_organisation_digit_is_a_doubt_not_a_problem() -> None:
    body = "91350100M000100Y5"
    codes = [body + sign for sign in SIGNS]
    (code,) = [code for code in codes if ids.uscc_problem(code) is None]
    assert "第9至17位" in (ids.uscc_doubt(code) or "")


def test_an_organisation_code_says_what_is_wrong() -> None:
    assert "应为9位" in (ids.organisation_problem("M000100Y") or "")
    assert "末位应为“4”" in (ids.organisation_problem("M000100Y-5") or "")
    assert "不使用" in (ids.organisation_problem("M00010?Y4") or "")


@pytest.mark.parametrize(
    "code",
    [
        "11010519491231002X",
        "440300199001011238",
        "44030520120229001X",
        "810000198506150020",
    ],
)
def test_a_right_citizen_number_has_no_problem(code: str) -> None:
    assert ids.citizen_id_problem(code, TODAY) is None


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("440300199002301239", "出生日期19900230不存在"),
        ("440300199001011239", "末位应为“8”"),
        ("44030019900101123", "现为17位"),
        ("44030019900101A238", "前17位应为数字"),
        ("440300202612311238", "晚于今天"),
        ("440300189901011238", "早于1900年"),
    ],
)
def test_a_wrong_citizen_number_says_what_is_wrong(code: str, says: str) -> None:
    assert says in (ids.citizen_id_problem(code, TODAY) or "")


@given(DIVISIONS, ORGANISATIONS)
def test_made_credit_codes_pass_and_one_changed_sign_fails(
    division: str, organisation: str
) -> None:
    code = ids.make_uscc(division, organisation)
    assert ids.uscc_problem(code) is None
    assert ids.uscc_doubt(code) is None
    other = SIGNS[(SIGNS.index(code[9]) + 1) % len(SIGNS)]
    assert ids.uscc_problem(code[:9] + other + code[10:])


@given(DIVISIONS, st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999))
def test_made_citizen_numbers_pass_and_tell_birth_and_sex(
    division: str, born: date, sequence: int
) -> None:
    code = ids.make_citizen_id(division, born, sequence)
    assert ids.citizen_id_problem(code, TODAY) is None
    assert ids.birth_on(code) == born
    assert ids.is_male(code) == (sequence % 2 == 1)
    assert ids.citizen_id_problem(code, born - timedelta(days=1))
    changed = str((int(code[16]) + 1) % 10)
    assert ids.citizen_id_problem(code[:16] + changed + code[17], TODAY)


def test_a_mask_keeps_the_ends_only() -> None:
    assert ids.mask_citizen_id("440300199001011238") == "4403**********1238"
    assert ids.mask_citizen_id("1234") == "****"
    assert ids.mask_citizen_id("") == ""


@given(st.text(max_size=24))
def test_any_text_gets_an_answer(text: str) -> None:
    ids.uscc_problem(text)
    ids.uscc_doubt(text)
    ids.organisation_problem(text)
    ids.citizen_id_problem(text, TODAY)
