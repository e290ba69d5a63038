"""What must hold for what was seized to be decided on and given back."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.files.seized_goods import (
    Fate,
    GoodFate,
    ReturnedGood,
    SeizedGood,
    SoldGood,
)
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_coercion_law import COERCION_LAW


def _listed(s: Any) -> list[int]:
    return [row.pk for row in s.rows(SeizedGood, of_course=True)]


def _to_release(s: Any) -> list[int]:
    fates = s.rows(GoodFate, of_course=True)
    gone = {row.good_id for row in fates if row.fate != Fate.RELEASE}
    return [pk for pk in _listed(s) if pk not in gone]


@condition(
    "对清单上的每一项都作出处理，并且只作一次",
    basis=COERCION_LAW.article(27),
    mend="对照清单补全或者删去重复的物品",
    watch="WS-15",
    on_given=True,
)
def every_good_decided(s: Any) -> bool:
    """Tell whether the goods decided on are those on the list."""
    decided = [row.good_id for row in s.rows(GoodFate, of_course=True)]
    return sorted(decided) == sorted(_listed(s))


@condition(
    "有需要解除的物品",
    basis=COERCION_LAW.article(28),
    mend="全部没收、销毁或者移送的，直接办结",
)
def something_to_release(s: Any) -> bool:
    """Tell whether anything is to be given back."""
    return bool(_to_release(s))


@condition(
    "没有应当退还的物品",
    basis=COERCION_LAW.article(28, 2),
    mend="先解除查封、扣押并退还",
)
def nothing_to_release(s: Any) -> bool:
    """Tell whether everything was confiscated, destroyed or handed on."""
    return not _to_release(s)


@condition(
    "退还全部应当退还的物品",
    basis=COERCION_LAW.article(28, 2),
    mend="对照清单补全；已变卖的退还所得款项",
    watch="WS-15",
    on_given=True,
)
def all_returned(s: Any) -> bool:
    """Tell whether what came back and what was disposed of make up the list."""
    returned = [row.good_id for row in s.rows(ReturnedGood, of_course=True)]
    return sorted(returned) == sorted(_to_release(s))


@condition(
    "等认领公告期满",
    basis=COERCION_LAW.article(28, 2),
    mend="公告期未满的，继续等待认领",
)
def claim_period_over(s: Any) -> bool:
    """Tell whether nobody came while the notice stood."""
    return bool(s.lapsed(s.procedure.terms()["claiming"]))


@condition(
    "只先行处置清单上的物品，每件一次",
    basis=COERCION_LAW.article(28, 2),
    mend="核对物品",
    on_given=True,
)
def sold_once(s: Any) -> bool:
    """Tell whether no good of the list was disposed of twice."""
    sold = [row.good_id for row in s.rows(SoldGood, of_course=True)]
    return len(sold) == len(set(sold)) and set(sold) <= set(_listed(s))
