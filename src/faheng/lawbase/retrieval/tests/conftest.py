"""A small shelf of invented statutes, indexed."""

from __future__ import annotations

from datetime import date

import pytest

from faheng.lawbase.retrieval import index
from faheng.lawbase.retrieval.passage import Kind, Line, Passage, Rank
from faheng.lawbase.retrieval.search import Searcher


def article(law, number, *lines, suffix=0, begins=None, ends=None, **more):
    placed = [
        line if isinstance(line, tuple) else (f"p{at}", line)
        for at, line in enumerate(lines, start=1)
    ]
    tail = f"-{suffix}" if suffix else ""
    return Passage(
        address=f"cn/law/{law}/a{number}{tail}",
        law=law,
        article=f"第{number}条",
        lines=tuple(Line(place, text) for place, text in placed),
        number=number,
        suffix=suffix,
        begins=begins,
        ends=ends,
        rank=more.pop("rank", Rank.STATUTE),
        batch=more.pop("batch", law),
        **more,
    )


SHELF = (
    article("恐龙管理法", 1, "为了管理恐龙，制定本法。", headings=("总则",)),
    article("恐龙管理法", 2, "养恐龙应当登记。", "登记不得收费。", headings=("登记",)),
    article("恐龙管理法", 2, "恐龙登记后一年内不得转让。", suffix=1),
    article(
        "恐龙管理法",
        3,
        "恐龙外出应当系绳。",
        ("p2", "有下列情形之一的，责令改正："),
        ("p2/i1", "（一）恐龙进入菜场的；"),
        ("p2/i2", "（二）恐龙夜间嚎叫，干扰他人生活的。"),
        begins=date(2020, 1, 1),
        ends=date(2026, 1, 1),
        batch="older",
    ),
    article(
        "恐龙管理法",
        3,
        "恐龙外出应当系绳并有人牵引。",
        begins=date(2026, 1, 1),
        batch="newer",
    ),
    article("风筝管理条例", 2, "放风筝应当避开电线。", rank=Rank.REGULATION),
    article(
        "风筝管理条例", 3, "风筝挂在电线上的，处一百元罚款。", rank=Rank.REGULATION
    ),
    article(
        "行政处罚事项", 0, ("", "恐龙未登记"), kind=Kind.ITEM, headings=("恐龙未登记",)
    ),
)


@pytest.fixture
def shelf(tmp_path):
    """The folder of the index."""
    index.build(tmp_path / "search", SHELF)
    return tmp_path / "search"


@pytest.fixture
def searcher(shelf):
    return Searcher.of(shelf)
