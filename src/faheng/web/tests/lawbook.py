"""Invented statutes, imported: two versions, a repealed one, a damaged one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from faheng.lawbase.actions import Import, import_paths, suggest_pairs
from faheng.lawbase.models import Version

TITLE = "中华人民共和国恐龙管理法"
OLDER = """中华人民共和国恐龙管理法

（2010年1月1日第一届恐龙代表大会第一次会议通过）

第一章　总则

第一条　为了管理恐龙，制定本法。

第二条　养恐龙应当向镇恐龙办公室登记，登记不得收费。

第三条　恐龙外出应当系绳。

第二章　法律责任

第四条　违反本法第二条规定，养恐龙不登记的，由镇恐龙办公室责令改正，处二千元以上一万元以下罚款。

第五条　本法自2010年3月1日起施行。
"""
NEWER = """中华人民共和国恐龙管理法

（2010年1月1日第一届恐龙代表大会第一次会议通过　2025年6月1日第二届恐龙代表大会第一次会议修订）

第一章　总则

第一条　为了管理恐龙，制定本法。

第二条　养恐龙应当向镇恐龙办公室登记，登记不得收费。

第三条　恐龙外出应当系绳并有人牵引。

第四条　恐龙不得进入菜场。

第二章　法律责任

第五条　违反本法第二条规定，养恐龙不登记的，由镇恐龙办公室责令改正，处五千元以上二万元以下罚款。

第六条　违反本法规定，恐龙进入菜场的，由镇恐龙办公室处一百元以上五百元以下罚款；情节严重的，收回恐龙。

第七条　本法自2026年1月1日起施行。《恐龙登记办法》同时废止。
"""
OLD_RULES = """恐龙登记办法

（2001年5月1日恐龙办公室公布）

第一条　养恐龙先登记。

第二条　本办法自2001年6月1日起施行。
"""
DAMAGED = """风筝管理条例

（2019年1月1日风筝办公室公布）

第一条　放风筝应当避开电线，并且
注意风向。

第二条　有下列情形之一的，不得放风筝：
（一）雷雨；
（三）大风。

第四条　本条例自2019年2月1日起施行。
"""
CITING = """恐龙展览办法

（2012年3月1日恐龙办公室公布）

第一条　展览恐龙，应当依照《恐龙管理法》第三条系绳，依照第一条管理。

第二条　本办法自2012年4月1日起施行。
"""
TEXTS = {
    "恐龙管理法(2010-01-01).md": OLDER,
    "恐龙管理法(2025-06-01).md": NEWER,
    "恐龙登记办法(2001-05-01).md": OLD_RULES,
    "风筝管理条例(2019-01-01).md": DAMAGED,
    "恐龙展览办法(2012-03-01).md": CITING,
}


def put_on_shelf(folder: Any) -> dict[str, Version]:
    """Import the statutes; the versions by their file's name without the ending."""
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    found = import_paths([folder], Import(at=timezone.now(), origin="镇志"))
    assert not found.problems, found.problems
    for version in Version.objects.filter(held=True):
        suggest_pairs(version.pk)
    by_day = {v.adopted_on: v for v in Version.objects.filter(held=True)}
    return {
        "older": by_day[date(2010, 1, 1)],
        "newer": by_day[date(2025, 6, 1)],
        "gone": by_day[date(2001, 5, 1)],
        "kite": by_day[date(2019, 1, 1)],
    }
