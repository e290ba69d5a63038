"""Check digits as DuckDB SQL; each says the same as its twin in ``lib.identifiers``."""

from __future__ import annotations

_USCC_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CITIZEN_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CITIZEN_CHECKS = "10X98765432"
_WIDE = "".join(chr(sign + 0xFEE0) for sign in range(0x21, 0x7F))
_NARROW = "".join(chr(sign) for sign in range(0x21, 0x7F)).replace("'", "''")


def narrow(text: str) -> str:
    """Bring full-width signs to plain ones; plain text, the usual case, costs little."""
    wide = f"translate({text}, '{_WIDE}', '{_NARROW}')"
    return f"CASE WHEN strlen({text}) = length({text}) THEN {text} ELSE {wide} END"


def plain_code(text: str) -> str:
    """Bring a code to the form that is kept: narrow, without blanks, capitals."""
    other = f"upper(regexp_replace({narrow(text)}, '[\\s\\x{{3000}}]+', '', 'g'))"
    usual = f"regexp_full_match({text}, '[0-9A-Z]+')"
    return f"CASE WHEN {usual} THEN {text} ELSE {other} END"


def uscc_wrong(code: str) -> str:
    """Tell whether a plain text is no unified social credit code (GB 32100)."""
    total = " + ".join(
        f"(instr('{_USCC_SIGNS}', {code}[{place + 1}]) - 1) * {pow(3, place, 31)}"
        for place in range(17)
    )
    right = f"'{_USCC_SIGNS}'[(31 - ({total}) % 31) % 31 + 1]"
    shape = f"regexp_full_match({code}, '[{_USCC_SIGNS}]{{18}}')"
    return f"CASE WHEN {shape} THEN {code}[18] <> {right} ELSE {code} IS NOT NULL END"


def citizen_id_wrong(code: str, day: str) -> str:
    """Tell whether a plain text is no citizen number (GB 11643) read on a day."""
    body = f"CAST({code}[1:17] AS BIGINT)"
    total = " + ".join(
        f"{body} // {10 ** (16 - place)} % 10 * {weight}"
        for place, weight in enumerate(_CITIZEN_WEIGHTS)
    )
    born = f"try_cast({code}[7:10] || '-' || {code}[11:12] || '-' || {code}[13:14] AS DATE)"
    in_time = f"coalesce({born} BETWEEN DATE '1900-01-01' AND {day}, false)"
    right = f"'{_CITIZEN_CHECKS}'[({total}) % 11 + 1]"
    shape = f"regexp_full_match({code}, '[0-9]{{17}}[0-9A-Z]')"
    return f"CASE WHEN {shape} THEN NOT {in_time} OR {code}[18] <> {right} ELSE {code} IS NOT NULL END"


def masked(code: str) -> str:
    """Hide the middle of a citizen number."""
    return f"{code}[1:4] || repeat('*', length({code}) - 8) || {code}[-4:]"


def keyed(code: str) -> str:
    """Give the keyed digest by which equal numbers are found, as HMAC-SHA256.

    The two pads are variables of the connection, so that no text of a query, and no
    message about one, holds the key.
    """
    inner = f"unhex(sha256(getvariable('inner_pad') || encode({code})))"
    return f"sha256(getvariable('outer_pad') || {inner})"
