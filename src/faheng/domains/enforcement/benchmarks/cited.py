"""What a benchmark cites: one citation may name several paragraphs or items."""

from __future__ import annotations

import re
from dataclasses import replace

from faheng.domains.enforcement.provisions import Provision, parse_provision
from faheng.kernel.registers.columns import BadCell

_LAW = re.compile(r"《(?P<law>.+?)》(?=第|$)")
_STEP = re.compile(r"第[^条款项]+(?P<unit>[条款项])")
_AND = re.compile(r"[、和及]")
_NOTE = re.compile(r"[（(]\d{4}年[^）)]*[）)]")


def law_of(citation: str) -> str:
    """Return the title that a citation names; empty where it names none.

    >>> law_of("《某省实施<某法>办法》第三十一条第一项")
    '某省实施<某法>办法'
    """
    found = _LAW.match(_NOTE.sub("", citation))
    return found["law"] if found else ""


def provisions_of(citation: str) -> list[Provision]:
    """Part a citation into provisions; none where it cannot be read.

    >>> [str(p) for p in provisions_of("《某和某法》第三十一条第一款、第二款")]
    ['《某和某法》第31条第1款', '《某和某法》第31条第2款']
    """
    plain = _NOTE.sub("", citation).strip()
    law = law_of(plain)
    if not law:
        return []
    found: list[Provision] = []
    place = ""
    for part in _AND.split(plain.partition(f"《{law}》")[2]):
        place = _under(place, part.strip())
        try:
            found.append(replace(parse_provision(f"《某》{place}"), law=law))
        except BadCell:
            return []
    return found


def _under(before: str, part: str) -> str:
    """Set 第二款 or 第三项 under what was cited before it."""
    first = _STEP.search(part)
    above = {"款": "条", "项": "款"}.get(first["unit"] if first else "")
    if above is None or not before:
        return part
    if above == "款" and "款" not in before:
        above = "条"
    head, found, _ = before.partition(above)
    return f"{head}{found}{part}"
