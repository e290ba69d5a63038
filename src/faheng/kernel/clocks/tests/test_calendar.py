from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from openpyxl import Workbook
from pytest_django import DjangoAssertNumQueries

from faheng.kernel.clocks import queries
from faheng.kernel.clocks.actions import import_calendar_year
from faheng.kernel.clocks.declare import SHIPPED_YEARS
from faheng.kernel.clocks.models import CalendarDay
from faheng.kernel.clocks.reading import CalendarFileUnreadable, Row, judge, rows_of
from faheng.lib.workdays import DayKind

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
NOTICE = "2027年通知"
GOOD: list[Row] = [
    ("日期", "类别"),
    ("2027-01-01", "法定节假日"),
    ("2027年2月5日", "调休放假"),
    ("2027/2/14", "adjusted_work"),
]


@pytest.fixture(autouse=True)
def fresh_calendar() -> Iterator[None]:
    queries.forget()
    yield
    queries.forget()


@pytest.mark.django_db
def test_an_imported_year_is_known_at_once() -> None:
    assert 2027 not in queries.calendar().known_years
    result = import_calendar_year(2027, GOOD, source=NOTICE, at=AT)
    assert (result.accepted, result.rejected) == (3, ())
    held = queries.calendar()
    assert held.kind(date(2027, 1, 1)) is DayKind.STATUTORY_HOLIDAY
    assert not held.is_workday(date(2027, 2, 5))
    assert held.is_workday(date(2027, 2, 14))
    assert 2027 in held.known_years


@pytest.mark.django_db
def test_shipped_years_stay_known_beside_imported_ones() -> None:
    import_calendar_year(2027, GOOD, source=NOTICE, at=AT)
    known = queries.known_years()
    assert [year.year for year in known] == [2024, 2025, 2026, 2027]
    assert [year.imported for year in known] == [False, False, False, True]
    assert known[-1].source == NOTICE


@pytest.mark.django_db
def test_importing_again_replaces_the_year() -> None:
    import_calendar_year(2027, GOOD, source=NOTICE, at=AT)
    import_calendar_year(2027, GOOD[:2], source=NOTICE, at=AT)
    assert CalendarDay.objects.count() == 1


@pytest.mark.django_db
def test_one_bad_row_and_nothing_is_stored() -> None:
    import_calendar_year(2027, GOOD, source=NOTICE, at=AT)
    bad = [*GOOD, ("2027-13-01", "法定节假日")]
    result = import_calendar_year(2027, bad, source="别的", at=AT)
    assert result.accepted == 0
    assert [one.line for one in result.rejected] == [5]
    assert set(CalendarDay.objects.values_list("source", flat=True)) == {NOTICE}


@pytest.mark.django_db
def test_an_empty_file_is_rejected() -> None:
    result = import_calendar_year(2027, GOOD[:1], source=NOTICE, at=AT)
    assert "没有任何日期" in result.rejected[0].reason


@pytest.mark.django_db
def test_a_process_that_did_not_import_sees_it_after_refreshing() -> None:
    before = queries.calendar()
    CalendarDay.objects.create(
        day=date(2027, 1, 1),
        kind=DayKind.STATUTORY_HOLIDAY,
        source=NOTICE,
        imported_at=AT,
    )
    assert queries.calendar() is before
    queries.refresh()
    assert 2027 in queries.calendar().known_years


@pytest.mark.django_db
def test_the_calendar_is_read_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    queries.calendar()
    with django_assert_num_queries(0):
        queries.calendar()


@pytest.mark.django_db
def test_next_year_is_missed_in_december_only() -> None:
    assert queries.missing_year(date(2026, 11, 30)) is None
    assert queries.missing_year(date(2026, 12, 1)) == 2027
    assert queries.missing_year(date(2028, 3, 1)) == 2028


def test_the_program_ships_years() -> None:
    assert SHIPPED_YEARS.names() == ("2024", "2025", "2026")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (("下周一", "调休放假"), "日期无法识别"),
        ((None, "调休放假"), "日期无法识别"),
        (("2026-10-01", "法定节假日"), "日期不在2027年"),
        (("2027-10-01", "放假"), "类别应为"),
        (("2027-10-01",), "类别应为"),
        (("2027-10-09", "调休放假"), "当日是周末，不能记为调休放假"),
        (("2027-10-08", "调休上班"), "当日不是周末，不能记为调休上班"),
    ],
)
def test_a_bad_row_is_rejected_with_its_reason(row: Row, says: str) -> None:
    taken, rejected = judge(2027, [row])
    assert taken == ()
    assert says in rejected[0].reason


def test_a_repeated_day_names_the_row_before() -> None:
    _, rejected = judge(2027, [*GOOD, ("2027-01-01", "法定节假日")])
    assert rejected[0].reason == "与第2行日期重复"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_is_read_in_the_encodings_that_offices_use(encoding: str) -> None:
    content = "日期,类别\n2027-01-01,法定节假日\n\n".encode(encoding)
    taken, rejected = judge(2027, rows_of(content))
    assert [one.day for one in taken] == [date(2027, 1, 1)]
    assert rejected == ()


def test_xlsx_is_read_with_real_dates() -> None:
    book, content = Workbook(), io.BytesIO()
    book.active.append(["日期", "类别"])
    book.active.append([datetime(2027, 1, 1), "法定节假日"])
    book.save(content)
    taken, rejected = judge(2027, rows_of(content.getvalue()))
    assert [one.kind for one in taken] == [DayKind.STATUTORY_HOLIDAY]
    assert rejected == ()


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 not a book",
        b"\xff\xfe\x00\x01",
        b"a\0b",
        b"x" * 1_000_001,
        b"\n" * 1_001,
    ],
    ids=["broken xlsx", "binary", "nul", "too large", "too long"],
)
def test_a_file_that_is_no_calendar_is_refused(content: bytes) -> None:
    with pytest.raises(CalendarFileUnreadable):
        rows_of(content)


def test_a_file_that_swells_when_unpacked_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/sharedStrings.xml", b"0" * 30_000_000)
    with pytest.raises(CalendarFileUnreadable, match="解压后过大"):
        rows_of(content.getvalue())
