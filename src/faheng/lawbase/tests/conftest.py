from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

LAWS = [
    ("dino1", "中华人民共和国恐龙管理法", "2010-01-01", "2010-03-01", "历史版本"),
    ("dino2", "中华人民共和国恐龙管理法", "2025-06-01", "2026-01-01", "现行有效"),
    ("kite", "中华人民共和国风筝法", "2018-12-29", "1999-05-01", "现行有效"),
    ("plan", "关于风筝法的解释", "2019-01-01", None, "现行有效"),
]
ARTICLES = [
    ("dino1", "第一条", 1, "第一章 总则", "为了管理恐龙，制定本法。"),
    ("dino1", "第二条", 2, "第一章 总则", "养恐龙应当登记。\n登记不收费。"),
    ("dino2", "第一条", 1, None, "为了与恐龙相处，制定本法。"),
    (
        "dino2",
        "第二条",
        2,
        None,
        "有下列情形之一的，处罚款：\n（一）不登记的；\n（二）不系绳的。",
    ),
    ("dino2", "第二条之一", 2, None, "雷龙另行规定。"),
    ("kite", "第十二条", 12, None, "放风筝应当避开电线。"),
    ("plan", "全文", None, None, "风筝包括纸鸢。"),
]


@pytest.fixture
def laws_db(tmp_path: Path) -> Path:
    path = tmp_path / "laws.db"
    with sqlite3.connect(path) as source:
        source.execute(
            "create table laws (law_id, law_name, doc_type, level, issuing_body,"
            " publish_date, effective_date, version_date, status, law_department)"
        )
        source.execute(
            "create table articles (id integer primary key, law_id, law_name,"
            " law_department, level, status, chapter, section, article_no,"
            " article_no_arabic, article_text, char_count)"
        )
        source.executemany(
            "insert into laws (law_id, law_name, version_date, effective_date, status,"
            " level) values (?, ?, ?, ?, ?, '法律')",
            LAWS,
        )
        source.executemany(
            "insert into articles (law_id, article_no, article_no_arabic, chapter,"
            " article_text) values (?, ?, ?, ?, ?)",
            ARTICLES,
        )
    source.close()
    return path
