from __future__ import annotations

from datetime import date

import duckdb
import pytest
from openpyxl import Workbook

from faheng.kernel.feeds import store
from faheng.kernel.feeds.engine import engine
from faheng.kernel.feeds.exports import rejected_as_csv
from faheng.kernel.feeds.models import Dimension, FeedMeasure, RejectedFeedRow, State
from faheng.kernel.feeds.queries import filled
from faheng.kernel.feeds.tests.trial import (
    FIRM,
    PERSON,
    TrialVisits,
    current,
    deliver,
    row,
    write_csv,
    write_lines,
)
from faheng.kernel.parties.secrecy import index_of

pytestmark = pytest.mark.django_db


def counts(delivery):
    return {
        key: getattr(delivery, key)
        for key in ("fresh", "newer", "older", "repeated", "rejected")
        if getattr(delivery, key)
    }


def reasons(delivery):
    return {one.line: one.reason for one in delivery.rows.order_by("line")}


def full():
    return row(
        place="990001",
        ended_on="2026年5月14日",
        at="2026-05-13T01:30:00Z",
        tags="乙;a",
        firm=FIRM,
        person=PERSON,
        people="12",
        cost="1,234.50",
        fine="0.000001",
        remote="是",
        remark="无",
    )


def test_every_kind_of_column_is_read_and_kept(source, tmp_path):
    delivery = deliver(source, write_csv(tmp_path / "a.csv", [full()]))

    assert delivery.state == State.STORED, delivery.reason
    assert counts(delivery) == {"fresh": 1}
    kept = current(tmp_path)["V1"]
    assert kept["visited_on"] == date(2026, 5, 13)
    assert kept["ended_on"] == date(2026, 5, 14)
    assert kept["at"].isoformat() == "2026-05-13T09:30:00"
    assert (kept["tags"], kept["people"], kept["remote"]) == ("a;b", 12, True)
    assert (kept["cost"], kept["fine"]) == (123450, 1)


def test_a_citizen_number_is_kept_masked_with_the_digest_of_the_parties(
    source, tmp_path
):
    deliver(source, write_csv(tmp_path / "a.csv", [full()]))

    kept = current(tmp_path)["V1"]
    assert kept["person"] == f"{PERSON[:4]}{'*' * 10}{PERSON[-4:]}"
    assert kept["person_index"] == index_of(PERSON)
    assert PERSON not in str(kept)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_is_read_in_whatever_encoding_it_came(source, tmp_path, encoding):
    rows = [row(remark="㐂龍与中文"), row(2, remark="第二行")]
    delivery = deliver(source, write_csv(tmp_path / "a.csv", rows, encoding))

    assert counts(delivery) == {"fresh": 2}
    assert current(tmp_path)["V1"]["remark"] == "㐂龍与中文"


def test_headings_may_be_titles_names_or_titles_with_a_star(source, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        "记录编号*,version,机关*,走访日期*,种类,没有的列\nV1,1,990001-X,2026-5-1,计划,x\n",
        encoding="utf-8",
    )
    delivery = deliver(source, path)

    assert counts(delivery) == {"fresh": 1}
    assert delivery.ignored == "没有的列"
    assert "费用" in delivery.absent
    assert current(tmp_path)["V1"]["kind"] == "plan"


def test_json_lines_are_read_and_broken_ones_named(source, tmp_path):
    path = write_lines(tmp_path / "a.jsonl", [row(people=3), row(2, extra="x")])
    path.write_text(path.read_text() + '{"id": "V3", \n[1]\n\n', encoding="utf-8")
    delivery = deliver(source, path)

    assert counts(delivery) == {"fresh": 2, "rejected": 2}
    assert reasons(delivery)[3] == "不是完整的JSON对象；" + "；".join(
        f"缺少“{c.title}”" for c in TrialVisits.columns if c.required
    )
    assert delivery.ignored == "extra"
    assert delivery.rows.first().raw == {"原始行": '{"id": "V3", '}


def test_parquet_keeps_its_types(source, tmp_path):
    path = tmp_path / "a.parquet"
    duckdb.execute(
        "COPY (SELECT 'V1' AS id, 1 AS version, '990001-X' AS organ_code,"
        " DATE '2026-05-13' AS visited_on, 12.5::DECIMAL(9, 2) AS cost,"
        " TIMESTAMPTZ '2026-05-13 01:30:00+00' AS at, true AS remote)"
        f" TO '{path}' (FORMAT parquet)"
    )
    delivery = deliver(source, path)

    assert counts(delivery) == {"fresh": 1}
    kept = current(tmp_path)["V1"]
    assert (kept["cost"], kept["remote"]) == (1250, True)
    assert kept["at"].isoformat() == "2026-05-13T09:30:00"


def test_a_workbook_is_read_and_its_formulas_are_not(source, tmp_path):
    book = Workbook()
    sheet = book.active
    names = list(row())
    sheet.append(names)
    sheet.append([*row().values()])
    bad = row(2)
    bad["kind"] = '=CONCAT("pl","an")'
    sheet.append([*bad.values()])
    dated = {**row(3), "visited_on": date(2026, 5, 1), "version": 1}
    sheet.append([*dated.values()])
    path = tmp_path / "a.xlsx"
    book.save(path)
    delivery = deliver(source, path)

    assert counts(delivery) == {"fresh": 2, "rejected": 1}
    assert reasons(delivery)[3].startswith("含有公式")
    assert current(tmp_path)["V3"]["visited_on"] == date(2026, 5, 1)


def bad_cells():
    yield "visited_on", "1900-01-01", "早于1949-10-01"
    yield "visited_on", "2026-02-30", "不是日期"
    yield "visited_on", "epoch", "不是日期"
    yield "visited_on", "2026-05-15", "晚于报送当日"
    yield "visited_on", "", "缺少“走访日期”"
    yield "version", "0", "超出范围"
    yield "version", "1.0", "不是整数"
    yield "cost", "0.005", "小于一分"
    yield "cost", "1e3", "不是金额"
    yield "cost", "-1", "不是金额"
    yield "fine", "0.0000001", "小于一分"
    yield "firm", FIRM[:-1] + "I", "校验不符"
    yield "person", PERSON[:-1] + "0", "校验不符"
    yield "organ_code", "990001-Y", "未登记"
    yield "place", "000000", "未登记"
    yield "kind", "walk", "不在代码表内"
    yield "tags", "a;c", "不在代码表内"
    yield "remote", "maybe", "应为是或否"
    yield "at", "2026-05-13", "不是时间"
    yield "ended_on", "2026-05-12", "结束早于走访"
    yield "remark", "字" * 21, "过长"


@pytest.mark.parametrize(("name", "text", "says"), list(bad_cells()))
def test_a_bad_cell_turns_its_row_away_and_leaves_the_others(
    source, tmp_path, name, text, says
):
    path = write_csv(tmp_path / "a.csv", [row(**{name: text}), row(2)])
    delivery = deliver(source, path)

    assert counts(delivery) == {"fresh": 1, "rejected": 1}
    assert says in reasons(delivery)[2]
    assert list(current(tmp_path)) == ["V2"]


def test_a_bad_citizen_number_is_masked_on_pages_and_not_told_in_the_reason(
    source, tmp_path
):
    wrong = PERSON[:-1] + "0"
    delivery = deliver(source, write_csv(tmp_path / "a.csv", [row(person=wrong)]))

    one = delivery.rows.get()
    assert wrong not in one.reason
    assert wrong not in str(one.raw)
    lying = [path for path in store.root().rglob("*") if path.is_file()]
    assert store.rejected(delivery.pk) in lying
    assert not any(wrong.encode() in path.read_bytes() for path in lying)
    assert wrong in b"".join(rejected_as_csv(delivery)).decode("utf-8-sig")


def test_lines_are_counted_as_in_the_file_past_rows_that_fall_apart(source, tmp_path):
    path = write_csv(tmp_path / "a.csv", [row(1), row(2), row(3, kind="x"), row(4)])
    lines = path.read_text().splitlines()
    lines[1:1] = ["V9,1"]
    lines[3:3] = ["V8,1,990001-X,2026-05-01,plan,too,many"]
    path.write_text("\n".join(lines) + "\n")
    delivery = deliver(source, path)

    assert counts(delivery) == {"fresh": 3, "rejected": 3}
    assert {line: reason[:4] for line, reason in reasons(delivery).items()} == {
        2: "列数不足",
        4: "列数过多",
        6: "“种类”",
    }


def test_bytes_of_no_encoding_cost_one_row_only(source, tmp_path):
    path = write_csv(
        tmp_path / "a.csv", [row(remark="读得出来的字"), row(2, remark="坏")]
    )
    data = path.read_bytes().replace("坏".encode(), b"\xff\xfe\x81")
    path.write_bytes(data)
    delivery = deliver(source, path)

    assert counts(delivery) == {"fresh": 1, "rejected": 1}
    assert "编码" in reasons(delivery)[3]


def test_the_same_again_is_counted_and_changes_nothing(source, tmp_path):
    path = write_csv(tmp_path / "a.csv", [row(1), row(2)])
    deliver(source, path)
    again = deliver(source, path)

    assert counts(again) == {"repeated": 2}
    assert len(current(tmp_path)) == 2


def test_versions_supersede_late_ones_are_history_and_twisted_ones_are_refused(
    source, tmp_path
):
    deliver(source, write_csv(tmp_path / "a.csv", [row(1, 2, people="2"), row(2)]))
    rows = [
        row(1, 3, people="3"),
        row(1, 1, people="1"),
        row(1, 2, people="9"),
        row(2, 1),
        row(3),
    ]
    second = deliver(source, write_csv(tmp_path / "b.csv", rows))

    assert counts(second) == {
        "fresh": 1,
        "newer": 1,
        "older": 1,
        "repeated": 1,
        "rejected": 1,
    }
    assert "升版本号" in reasons(second)[4]
    kept = current(tmp_path)
    assert {key: one["version"] for key, one in kept.items()} == {
        "V1": 3,
        "V2": 1,
        "V3": 1,
    }
    third = deliver(
        source, write_csv(tmp_path / "c.csv", [row(1, 4), row(1, 1, people="1")])
    )
    assert counts(third) == {"newer": 1, "repeated": 1}
    assert current(tmp_path)["V1"]["version"] == 4


def test_the_same_key_twice_in_a_file_counts_once(source, tmp_path):
    rows = [row(1), row(1), row(1, people="5"), row(2, 1), row(2, 2)]
    delivery = deliver(source, write_csv(tmp_path / "a.csv", rows))

    assert counts(delivery) == {"fresh": 2, "newer": 1, "repeated": 1, "rejected": 1}
    assert "不同内容" in reasons(delivery)[4]
    assert current(tmp_path)["V2"]["version"] == 2


def test_two_sources_may_use_the_same_key(source, tmp_path):
    path = write_csv(tmp_path / "a.csv", [row()])
    deliver(source, path)
    other = type(source).objects.create(code="other", name="另一", organ=source.organ)

    assert counts(deliver(other, path)) == {"fresh": 1}


def test_quality_has_a_numerator_and_a_denominator(source, tmp_path):
    rows = [
        row(1),
        row(2, visited_on="2026-05-01"),
        row(3, kind=None),
        row(4, firm="x"),
        row(5, visited_on=None),
    ]
    delivery = deliver(source, write_csv(tmp_path / "a.csv", rows))
    figures = {
        (one.dimension, one.key): (one.good, one.total)
        for one in FeedMeasure.objects.filter(delivery=delivery)
    }

    assert figures[Dimension.TIMELINESS, ""] == (2, 3)
    assert figures[Dimension.COMPLETENESS, "kind"] == (4, 5)
    assert figures[Dimension.COMPLETENESS, "visited_on"] == (4, 5)
    assert figures[Dimension.COMPLETENESS, ""] == (23, 25)
    assert figures[Dimension.ACCURACY, "firm.digit"] == (4, 5)
    assert figures[Dimension.ACCURACY, ""] == (4, 5)
    assert RejectedFeedRow.objects.filter(faults__contains="|firm.digit|").count() == 1


def test_fed_rows_fill_the_tables_that_rules_ask_of(source, tmp_path):
    deliver(source, write_csv(tmp_path / "a.csv", [full(), row(2)]))
    found = filled(TrialVisits)
    with engine(tmp_path) as connection:
        visits = connection.execute(found["visits"][0]).fetchall()
        tags = connection.execute(found["visit_tags"][0]).fetchall()

    assert len(visits) == 2
    assert all(key < 0 for key, _ in visits)
    assert sorted(tag for _, tag in tags) == ["a", "b"]
    assert {key for key, _ in tags} < {key for key, _ in visits}
