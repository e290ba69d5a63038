"""Files for the tests of registers: headings and cells as people send them."""

from __future__ import annotations

import csv
import io

from openpyxl import Workbook

from faheng.kernel.parties.queries import system
from faheng.kernel.parties.tests.cast import AT
from faheng.kernel.registers.actions import ImportResult, import_rows, writing
from faheng.kernel.registers.declare import Register
from faheng.kernel.registers.sheets import Upload

ITEM = {
    "事项代码": "330217001",
    "事项名称": "擅自在户外张挂宣传品",
    "执法领域": "城市管理",
    "违法依据": "《某某条例》第十七条第二款",
    "处罚依据": "《某某条例》第三十六条第一款第二项",
    "处罚种类": "警告、罚款",
    "罚款下限（元）": "100",
    "罚款上限（元）": "1,000.50",
    "生效日期": "2026-01-01",
}
THRESHOLD = {
    "门槛种类": "听证",
    "适用对象": "法人或者其他组织",
    "金额种类": "罚款",
    "金额（元）": "10万元",
    "含本数": "是",
    "依据": "某省听证办法",
    "生效日期": "2026-01-01",
}


def xlsx(*rows: dict[str, object]) -> bytes:
    book = Workbook()
    sheet = book.active
    titles = list(dict.fromkeys(title for row in rows for title in row))
    sheet.append(titles)
    for row in rows:
        sheet.append([row.get(title) for title in titles])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def as_csv(*rows: dict[str, str], encoding: str = "utf-8") -> bytes:
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue().encode(encoding)


def bring(
    register: Register, *rows: dict[str, object], by=None, reason="", dry_run=False
) -> ImportResult:
    return import_rows(
        register,
        Upload("名录.xlsx", xlsx(*rows)),
        writing=writing(by or system(), AT, reason),
        dry_run=dry_run,
    )
