"""An invented benchmark in the files that real ones come in."""

from __future__ import annotations

import csv
from pathlib import Path

Rows = list[list[str]]

DOCUMENTS: Rows = [
    [
        "title",
        "issuer",
        "doc_no",
        "issued",
        "effective",
        "valid_until",
        "held",
        "published",
        "url",
    ],
    [
        "某市甲类裁量基准",
        "某局",
        "某发1号",
        "2021",
        "2022-01-01",
        "2026-12-31",
        "full (town_*.csv)",
        "2021-12-20",
        "https://example.test/1",
    ],
    [
        "某市乙类裁量标准",
        "某局",
        "某发2号",
        "2020",
        "2020-03-01",
        "",
        "full: 3 rows",
        "2020-02-20",
        "https://example.test/2",
    ],
    [
        "某市不罚清单",
        "某局",
        "某发3号",
        "2021",
        "2022-01-01",
        "",
        "full: 2 rows",
        "2021-12-20",
        "https://example.test/3",
    ],
]
SECTIONS: Rows = [
    [
        "section",
        "chapter",
        "violation",
        "mode",
        "violated",
        "penalty_basis",
        "formula",
        "note",
        "page",
    ],
    [
        "1.1",
        "甲",
        "甲行为",
        "weights",
        "《某法》第三条",
        "《某法》第九条第一款、第二款",
        "罚款金额＝裁量百分值总和×20万",
        "",
        "1",
    ],
    [
        "1.2",
        "甲",
        "乙行为",
        "ranges",
        "《某法》第四条",
        "《某法》第十条第一项",
        "",
        "",
        "2",
    ],
    [
        "1.3",
        "甲",
        "丙行为",
        "weights",
        "《某法》第五条",
        "《某法》第十一条",
        "（1）限期内改正的罚款金额=限期内改正的裁量百分值总和×10万；"
        "（2）逾期未改正的罚款金额=逾期未改正的裁量百分值总和×违法所得×5倍",
        "",
        "3",
    ],
    [
        "1.4",
        "甲",
        "丁行为",
        "ranges",
        "《某法》第六条",
        "《某法》第十二条",
        "",
        "",
        "4",
    ],
    [
        "1.4",
        "甲",
        "丁行为",
        "ranges",
        "《某法》第六条",
        "《某条例》第十二条",
        "",
        "",
        "5",
    ],
    [
        "1.5",
        "甲",
        "戊行为",
        "weights",
        "《某法》第七条",
        "《某法》第十三条",
        "罚款金额＝裁量百分值总和×20万",
        "",
        "6",
    ],
]
WEIGHTS: Rows = [
    ["section", "factor", "option", "variant", "weight", "page"],
    ["1.1", "裁量起点", "", "", "20%", "1"],
    ["1.1", "地点", "一般", "", "0%", "1"],
    ["1.1", "地点", "敏感", "", "30%", "1"],
    ["1.1", "次数", "1次", "", "0%", "1"],
    ["1.1", "次数", "2次", "", "50%", "1"],
    ["1.3", "裁量起点", "", "限期内改正", "40%", "3"],
    ["1.3", "裁量起点", "", "逾期未改正", "60%", "3"],
    ["1.3", "地点", "一般", "", "0%", "3"],
    ["1.3", "地点", "敏感", "限期内改正", "60%", "3"],
    ["1.3", "地点", "敏感", "逾期未改正", "40%", "3"],
    ["1.5", "地点", "一般", "", "0%", "6"],
]
RANGES: Rows = [
    ["section", "conditions", "penalty", "page"],
    ["1.2", "地点:一般 ； 整改:按期", "罚款:1万元以上3万元以下", "2"],
    ["1.2", "地点:一般 ； 整改:逾期", "罚款:3万元以上5万元", "2"],
    ["1.2", "", "罚款:以下", "2"],
    ["1.2", "地点:敏感 ； 整改:按期", "罚款:5万元以上10万元以上", "2"],
    ["1.4", "地点:一般", "对单位罚款:1万元以上2万元以下 ； 对个人罚款:500元", "4"],
    ["1.4", "地点:敏感", "对单位罚款:2万元以上3万元以下 ； 对个人罚款:1000元", "4"],
    ["1.4", "地点:一般", "对单位罚款:1万元以上2万元以下 ； 对个人罚款:500元", "5"],
    ["1.4", "地点:敏感", "对单位罚款:2万元以上3万元以下 ； 对个人罚款:1000元", "5"],
]
RULES: Rows = [
    ["article", "topic", "rule"],
    ["5", "missing factor", "counted at its lowest grade"],
    ["6", "within a range of amounts", "by the mean"],
    [
        "7",
        "one limit only",
        "only a maximum: 从轻 20%, 一般 50% of it; "
        "only a minimum: 从重 5 times, 一般 2 times it",
    ],
    ["8", "counting", "以上 includes the number, 以下 does not"],
]
STANDARD: Rows = [
    [
        "sheet",
        "law",
        "no",
        "violation",
        "basis",
        "grade",
        "circumstances",
        "standard",
        "remark",
        "row",
    ],
    [
        "某法",
        "某法",
        "1-1",
        "己行为",
        "《某法》（2016年修订）第八条第（二）项：有下列",
        "1",
        "轻",
        "责令改正，处一万元以上三万元以下罚款，对个人处五百元罚款",
        "",
        "3",
    ],
    [
        "某法",
        "某法",
        "1-1",
        "己行为",
        "《某法》（2016年修订）第八条第（二）项：有下列",
        "2",
        "重",
        "责令改正，处三万元以上五万元以下的罚款，对个人处一千元罚款",
        "",
        "4",
    ],
    ["某法", "某法", "1-2", "庚行为", "《某法》第八条：有下列", "1", "轻", "", "", "5"],
]
LISTED: Rows = [
    ["no", "category", "violation", "provision", "conditions"],
    [
        "1",
        "甲",
        "甲行为",
        "《某法》第三条应当做甲。",
        "同时满足下列情形的：（1）属于首次违法；（2）按期改正，危害后果轻微。",
    ],
    ["2", "甲", "乙行为", "《某法》第四条应当做乙。", "没有造成危害后果并及时改正。"],
]
TABLES = {
    "documents": DOCUMENTS,
    "town_sections": SECTIONS,
    "town_weights": WEIGHTS,
    "town_ranges": RANGES,
    "town_rules": RULES,
    "standards": STANDARD,
    "spared": LISTED,
}


def folder(path: Path, **changed: Rows) -> Path:
    """Write the files of the invented benchmark."""
    for name, rows in (TABLES | changed).items():
        with (path / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
    return path
