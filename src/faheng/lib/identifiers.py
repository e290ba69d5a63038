"""Numbers that carry their own proof: credit codes and citizen numbers.

Each `…_problem` gives one Chinese sentence that says what is wrong, or None.
"""

from __future__ import annotations

import unicodedata
from datetime import date

_USCC_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_LENGTH = 18
_ORGANISATION_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION_LENGTH = 9
_CITIZEN_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CITIZEN_CHECKS = "10X98765432"
_CITIZEN_LENGTH = 18
_SHOWN = 4
_OLDEST_BIRTH = date(1900, 1, 1)


def normalise(text: str) -> str:
    """Bring full-width signs, spaces and small letters to the form that is kept."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def _uscc_check(body: str) -> str:
    total = sum(
        _USCC_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(body)
    )
    return _USCC_SIGNS[-total % 31]


def _organisation_check(body: str) -> str:
    pairs = zip(body, _ORGANISATION_WEIGHTS, strict=True)
    total = sum(_ORGANISATION_SIGNS.index(sign) * weight for sign, weight in pairs)
    return "0123456789X"[-total % 11]


def _citizen_check(body: str) -> str:
    pairs = zip(body, _CITIZEN_WEIGHTS, strict=True)
    return _CITIZEN_CHECKS[sum(int(sign) * weight for sign, weight in pairs) % 11]


def uscc_problem(text: str) -> str | None:
    """What is wrong with a unified social credit code (GB 32100).

    >>> uscc_problem("91350100M000100Y43")
    >>> uscc_problem("91350100M000100Y44")
    '统一社会信用代码校验位不符：末位应为“3”'
    """
    code = normalise(text)
    if len(code) != _USCC_LENGTH:
        return f"统一社会信用代码应为18位，现为{len(code)}位"
    foreign = [sign for sign in code if sign not in _USCC_SIGNS]
    if foreign:
        return f"统一社会信用代码不使用“{foreign[0]}”（没有字母I、O、S、V、Z）"
    if code[17] != (right := _uscc_check(code[:17])):
        return f"统一社会信用代码校验位不符：末位应为“{right}”"
    return None


def uscc_doubt(text: str) -> str | None:
    """What is odd in a code that may still be right.

    Codes given before 2015 carry organisation codes whose own check digit is not
    always kept: a reason to ask, not to refuse.
    """
    code = normalise(text)
    if uscc_problem(code) or organisation_problem(code[8:17]) is None:
        return None
    return "统一社会信用代码第9至17位的组织机构代码校验位不符，请核对"


def organisation_problem(text: str) -> str | None:
    """What is wrong with a nine-sign organisation code (GB 11714).

    >>> organisation_problem("M000100Y-4")
    """
    code = normalise(text).replace("-", "")
    if len(code) != _ORGANISATION_LENGTH:
        return f"组织机构代码应为9位，现为{len(code)}位"
    foreign = [sign for sign in code if sign not in _ORGANISATION_SIGNS]
    if foreign:
        return f"组织机构代码不使用“{foreign[0]}”"
    if code[8] != (right := _organisation_check(code[:8])):
        return f"组织机构代码校验位不符：末位应为“{right}”"
    return None


def citizen_id_problem(text: str, today: date) -> str | None:
    """What is wrong with a citizen number (GB 11643).

    Residence permits that follow the same form (81, 82, 83 and 9) pass too.

    Args:
        text: the number as typed.
        today: the day on which it is read; nobody is born after it.
    """
    code = normalise(text)
    if len(code) != _CITIZEN_LENGTH:
        return f"公民身份号码应为18位，现为{len(code)}位"
    body, check = code[:17], code[17]
    if not (body.isascii() and body.isdigit()):
        return "公民身份号码前17位应为数字"
    born = birth_on(code)
    if born is None:
        return f"公民身份号码中的出生日期{code[6:14]}不存在"
    if born > today:
        return f"公民身份号码中的出生日期{code[6:14]}晚于今天"
    if born < _OLDEST_BIRTH:
        return f"公民身份号码中的出生日期{code[6:14]}早于1900年"
    if check != (right := _citizen_check(body)):
        return f"公民身份号码校验位不符：末位应为“{right}”"
    return None


def birth_on(text: str) -> date | None:
    """The day of birth in a citizen number, None if it holds none."""
    code = normalise(text)
    try:
        return date(int(code[6:10]), int(code[10:12]), int(code[12:14]))
    except ValueError:
        return None


def is_male(text: str) -> bool:
    """Whether the sequence digit of a citizen number is odd."""
    return int(normalise(text)[16]) % 2 == 1


def make_uscc(division: str, organisation: str, entity: str = "91") -> str:
    """Make a credit code that passes, for invented bodies.

    Args:
        division: six-digit division code.
        organisation: eight signs of the organisation code.
        entity: registering authority and class; "11" for state organs.

    >>> make_uscc("350100", "M000100Y")
    '91350100M000100Y43'
    """
    body = entity + division + organisation + _organisation_check(organisation)
    code = body + _uscc_check(body)
    if problem := uscc_problem(code):
        raise ValueError(problem)
    return code


def make_citizen_id(division: str, born: date, sequence: int) -> str:
    """Make a citizen number that passes, for invented people.

    >>> make_citizen_id("110105", date(1949, 12, 31), 2)
    '11010519491231002X'
    """
    body = f"{division}{born:%Y%m%d}{sequence:03d}"
    return body + _citizen_check(body)


def mask_citizen_id(text: str) -> str:
    """Hide the middle of a citizen number.

    >>> mask_citizen_id("440300199001011238")
    '4403**********1238'
    """
    code = normalise(text)
    if len(code) <= _SHOWN * 2:
        return "*" * len(code)
    return code[:_SHOWN] + "*" * (len(code) - _SHOWN * 2) + code[-_SHOWN:]
