"""Benchmarks come in by a page: rehearsed, every failed check named, then kept."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from faheng.domains.enforcement.benchmarks.models import Benchmark, DiscretionList
from faheng.domains.enforcement.benchmarks.tests.invented import folder

pytestmark = pytest.mark.django_db
URL = "/registers/benchmarks/upload/"


@pytest.fixture
def place(cast):
    return cast.city.organs["bureau"].division


@pytest.fixture
def admin(as_):
    return as_("管理")


def tables(path):
    return [
        SimpleUploadedFile(one.name, one.read_bytes())
        for one in sorted(folder(path).glob("*.csv"))
    ]


def workbook(path):
    book = Workbook()
    book.remove(book.active)
    for one in sorted(folder(path).glob("*.csv")):
        sheet = book.create_sheet(one.stem)
        with one.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return [SimpleUploadedFile("甲.xlsx", out.getvalue())]


def send(client, place, files, **more):
    sent = {"tables": files, "division": place.pk, "field": "water", **more}
    return client.post(URL, sent)


@pytest.mark.parametrize("made", [tables, workbook])
def test_files_are_rehearsed_and_every_fault_is_named_by_its_row(
    admin, place, tmp_path, made
):
    page = send(admin, place, made(tmp_path))

    outcomes = page.context["report"].outcomes
    faults = [fault for one in outcomes for fault in one.faults]
    assert page.status_code == 200
    assert page.context["report"].new == 3
    assert any("第5行" in one.place or "第 5 行" in one.place for one in faults)
    assert "检查 1" in page.content.decode()
    assert not Benchmark.objects.exists()


def test_what_was_confirmed_is_kept_for_the_place_and_field(admin, place, tmp_path):
    send(admin, place, tables(tmp_path))

    kept = admin.post(URL, {"confirm": "1"})

    assert kept.status_code == 302
    assert Benchmark.objects.count() == 2
    assert DiscretionList.objects.count() == 1
    assert {one.division for one in Benchmark.objects.all()} == {place}
    assert {one.field for one in Benchmark.objects.all()} == {"water"}


def test_the_same_files_again_change_nothing(admin, place, tmp_path):
    for _ in range(2):
        page = send(admin, place, tables(tmp_path))
        admin.post(URL, {"confirm": "1"})

    assert page.context["report"].new == 0
    assert Benchmark.objects.count() == 2


def test_a_later_one_is_a_new_version_that_closes_the_one_before(
    admin, place, tmp_path
):
    one = [f for f in tables(tmp_path) if f.name != "documents.csv"]
    for begins in ("2024-01-01", "2026-01-01"):
        for file in one:
            file.seek(0)
        page = send(admin, place, one, valid_from=begins)
        admin.post(URL, {"confirm": "1"})

    first, second = Benchmark.objects.filter(title="town").order_by("valid_from")
    assert first.valid_until == date(2025, 12, 31)
    assert second.replaces == first
    assert any(o.replaces == "2024-01-01" for o in page.context["report"].outcomes)


def test_without_a_day_a_document_is_refused_with_what_to_do(admin, place, tmp_path):
    one = [f for f in tables(tmp_path) if f.name != "documents.csv"]

    page = send(admin, place, one)

    assert "没有生效日期" in page.content.decode()
    assert page.context["report"].new == 0


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([], "一个或者几个文件"),
        ([("甲.pdf", b"%PDF-1.7")], "只能都是 csv"),
        ([("甲.xlsx", b"no workbook")], "xlsx"),
        ([("甲.csv", b"\x00\x01")], "甲.csv"),
        ([("甲.csv", "名称\n乙\n".encode())], "没有认出"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_waits(admin, place, files, said):
    page = send(admin, place, [SimpleUploadedFile(*one) for one in files])

    assert page.status_code == 422
    assert said in page.content.decode() or "还没有" in page.content.decode()
    assert "已经不在了" in admin.post(URL, {"confirm": "1"}).content.decode()


def test_a_table_as_office_programs_save_it_is_read(admin, place, tmp_path):
    files = [
        SimpleUploadedFile(one.name, one.read().decode("utf-8-sig").encode("gb18030"))
        for one in tables(tmp_path)
    ]

    assert send(admin, place, files).context["report"].new == 3


@pytest.mark.parametrize("name", ["陈立衡", "杜衡", "邻人"])
def test_only_those_who_keep_registers_import(as_, name):
    assert as_(name).get(URL).status_code == 403


def test_a_place_that_one_does_not_keep_is_not_offered(admin, cast, tmp_path):
    elsewhere = cast.city.organs["neighbour"].division

    page = send(admin, elsewhere, tables(tmp_path))

    assert page.status_code == 422


def test_a_list_is_shown_and_published_by_its_keeper_alone(admin, as_, place, tmp_path):
    send(admin, place, tables(tmp_path))
    admin.post(URL, {"confirm": "1"})
    listed = DiscretionList.objects.get()
    DiscretionList.objects.update(published_on=None)
    publish = reverse("discretion_list_publish", args=[listed.pk])
    sent = {"on": "2026-01-05", "url": "https://example.test/9"}

    page = admin.get(reverse("discretion_list", args=[listed.pk])).content.decode()
    admin.post(publish, sent)
    listed.refresh_from_db()
    refused = as_("陈立衡").post(publish, sent)

    assert all(one.violation in page for one in listed.entries.all())
    assert listed.published_on == date(2026, 1, 5)
    assert refused.status_code == 403
