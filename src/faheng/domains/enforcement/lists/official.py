"""The item list as officials write it: law, 条, 款, 项, words, 违则, 罚则, code.

One row is one item. The words of the provision are filled in from the law base when
the list is written, and are never read: a list that came in may be out of date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.provisions import (
    Provision,
    parse_provision,
    provision_of,
)
from faheng.kernel.registers.columns import BadCell, Column, split
from faheng.kernel.registers.declare import Layout
from faheng.lawbase.addresses import address
from faheng.lawbase.parser.numerals import worth
from faheng.lawbase.queries import Reference, text
from faheng.lib.text import AmountUnreadable, parse_yuan, yuan

LAW, ARTICLE, PARA, ITEM, WORDS = "法律名称", "条", "款", "项", "条文内容"
VIOLATED, PUNISHED, FINE = "违则", "罚则", "罚款幅度"
NUMBER, CODE, NAME = "事项编码", "事项代码", "事项名称"
PLACE = (LAW, ARTICLE, PARA, ITEM, WORDS)
MOST_NAMED = 200
_AMOUNT = (
    r"(?P<{}>[0-9,.，．０-９]+|[零〇一二三四五六七八九十百千]+)\s*(?P<{}_unit>万?)元?"
)
_RANGE = re.compile(
    _AMOUNT.format("low", "low")
    + r"\s*(?:以上|-|—|~|～|至)\s*"
    + _AMOUNT.format("high", "high")
    + r"(?:以下)?"
)
_ONE = re.compile(_AMOUNT.format("one", "one") + r"(?P<which>以上|以下)")
_SUFFIXED = re.compile(r"第?(?P<number>[^之条]+)条?(?:之(?P<suffix>.+))?")


def official(columns: tuple[Column, ...]) -> Layout:
    """Lay the list out as officials do, with what else is kept behind."""
    covered = {"code", "name", "violations", "penalties", "fine_min", "fine_max"}
    covered |= {"kinds", "number", "department", "level"}
    rest = tuple(one for one in columns if one.field not in covered)
    own = {one.field: one for one in columns}
    listed = tuple(own[name] for name in ("kinds", "department", "level"))

    def written(entry: Any, on: date) -> tuple[str, ...]:
        return (
            entry.number,
            entry.code,
            entry.name,
            *_place(entry, on),
            own["violations"].read(entry),
            own["penalties"].read(entry),
            _range(entry.fine_min, entry.fine_max),
            *(one.read(entry) for one in (*listed, *rest)),
        )

    titles: tuple[str, ...] = (NUMBER, CODE, NAME, *PLACE, VIOLATED, PUNISHED, FINE)
    titles += tuple(one.title for one in (*listed, *rest))
    return Layout(
        "official",
        "官方清单格式",
        titles,
        (LAW, ARTICLE, PUNISHED, NUMBER),
        read,
        written,
    )


def read(raw: Mapping[str, str], on: date) -> dict[str, str]:
    """Set a row of officials under the register's own headings."""
    row = {title: cell for title, cell in raw.items() if title not in PLACE}
    place, violated = _cited(raw), row.pop(VIOLATED, "")
    cited = _citations(violated)
    if place and str(place) not in map(str, cited):
        cited = [place, *cited]
    low, high = _amounts(row.pop(FINE, ""))
    named = "" if _citations(violated) else violated
    return row | {
        CODE: row.get(CODE) or row.get(NUMBER, ""),
        NAME: row.get(NAME) or named[:MOST_NAMED],
        "违法行为说明": row.get("违法行为说明") or named,
        "违法依据": "；".join(map(str, cited)),
        "处罚依据": row.pop(PUNISHED, ""),
        "罚款下限（元）": low,
        "罚款上限（元）": high,
        "生效日期": row.get("生效日期") or on.isoformat(),
    }


def _citations(words: str) -> list[Provision]:
    """The provisions of a cell; none where it describes the act instead."""
    try:
        return [parse_provision(part) for part in split(words)]
    except BadCell:
        return []


def _cited(raw: Mapping[str, str]) -> Provision | None:
    """The provision of the cells 法律名称, 条, 款, 项."""
    found = _SUFFIXED.fullmatch(raw.get(ARTICLE, "").strip())
    law = raw.get(LAW, "").strip().strip("《》")
    if not law or found is None:
        return None
    return Provision(
        law,
        _figure(found["number"]) or 0,
        _figure(found["suffix"]) or 0,
        _figure(raw.get(PARA, "")),
        _figure(raw.get(ITEM, "")),
    )


def _figure(cell: str | None) -> int | None:
    plain = re.sub(r"[第款项()（）\s]", "", cell or "")
    return worth(plain) if plain else None


def _place(entry: Any, on: date) -> tuple[str, ...]:
    """The first violated provision, with its words as of the day."""
    rows = [
        one for one in entry.provisions.all() if one.role == ProvisionRole.VIOLATION
    ]
    if not rows:
        return ("",) * len(PLACE)
    one = provision_of(rows[0])
    number = f"{one.article}之{one.suffix}" if one.suffix else str(one.article)
    return (
        one.law,
        number,
        str(one.para or ""),
        str(one.item_no or ""),
        words_of(one, on),
    )


def words_of(one: Provision, on: date) -> str:
    """What a provision says on a day; empty where that text is not held."""
    para = one.para or (1 if one.item_no else None)
    whole = replace(one, para=para)
    place = Reference("", whole.article, whole.suffix, whole.para, whole.item_no).place
    found = text(address(one.law, place), on).unit
    return found.full_text if found else ""


def _range(low: int | None, high: int | None) -> str:
    if low and high is not None:
        return f"{yuan(low)}元以上{yuan(high)}元以下"
    if high is not None:
        return f"{yuan(high)}元以下"
    return f"{yuan(low)}元以上" if low else ""


def _amounts(words: str) -> tuple[str, str]:
    """Both ends of a range of money in yuan; what else it says is left out."""
    plain = words.replace("罚款", "").replace("人民币", "").strip()
    both = _RANGE.search(plain)
    if both:
        unit = both["low_unit"] or (
            both["high_unit"] if "元" not in both[0].split("以上")[0] else ""
        )
        return _yuan(both["low"], unit), _yuan(both["high"], both["high_unit"])
    one = _ONE.search(plain)
    if one is None:
        return "", ""
    amount = _yuan(one["one"], one["one_unit"])
    return (amount, "") if one["which"] == "以上" else ("", amount)


def _yuan(number: str, unit: str) -> str:
    try:
        fen = parse_yuan(f"{number}{unit}元" if unit else number)
    except AmountUnreadable:
        fen = worth(number) * 100 * (10_000 if unit else 1)
    return yuan(fen)
