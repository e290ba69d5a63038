"""Registers on pages: reading, history, export, and imports good and bad."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from faheng.domains.enforcement.registers import Power
from faheng.kernel.parties.models import Person
from faheng.kernel.registers.declare import REGISTERS
from faheng.kernel.registers.models import ImportBatch

pytestmark = pytest.mark.django_db

KEYS = [one.key for one in REGISTERS]
HEADINGS = ["人员编号", "姓名", "主体代码", "岗位", "辅助人员", "法律职业资格证号"]


def xlsx(*rows, headings=HEADINGS):
    book = Workbook()
    for row in (headings, *rows):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def sent(client, content, name="人员.xlsx", key="officers", **more):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("register_import", args=[key]), {"file": file, **more})


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("name", ["陈立衡", "杜衡", "管理"])
def test_everybody_who_works_here_reads_every_register(as_, key, name):
    assert as_(name).get(reverse("register", args=[key])).status_code == 200


@pytest.mark.parametrize("name", ["陈立衡", "郑宏", "何佳", "杜衡"])
@pytest.mark.parametrize(
    "page",
    [
        "register_import",
        "register_template",
        "register_batches",
        "register_rehearsal_rejected",
    ],
)
def test_only_an_administrator_imports(as_, name, page):
    url = reverse(page, args=["officers"])

    assert as_(name).get(url).status_code == 403


def test_a_stranger_sees_no_officer_of_another_organ(cast, as_):
    theirs = cast.city.people["陈立衡"].pk
    url = reverse("register_entry", args=["officers", theirs])

    assert as_("邻人").get(url).status_code == 404
    assert as_("陈立衡").get(url).status_code == 200


def test_the_public_is_led_to_the_public_page_and_else_to_the_door(client, cast):
    public = client.get(reverse("register", args=["items"]))
    inner = client.get(reverse("register", args=["officers"]))

    assert public.headers["Location"] == reverse("public_register", args=["items"])
    assert "login" in inner.headers["Location"]


def test_a_register_shows_the_entries_of_the_chosen_day(cast, as_):
    client = as_("陈立衡")
    url = reverse("register", args=["items"])
    before = cast.item.valid_from - timedelta(days=1)

    assert cast.item.name in client.get(url).content.decode()
    past = client.get(url, {"on": before.isoformat()}).content.decode()
    assert cast.item.name not in past
    assert "不是今天" in past


@pytest.mark.parametrize(
    "asked",
    [
        {"on": "2026-13-45"},
        {"on": "'; drop table"},
        {"after": "x~y"},
        {"after": "~" * 400},
        {"q": "\x00<script>alert(1)</script>" * 20},
        {"columns": "none"},
    ],
)
def test_nonsense_in_the_address_does_no_harm(as_, asked):
    answer = as_("陈立衡").get(reverse("register", args=["items"]), asked)

    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("key", ["no-such", "items2"])
def test_an_unknown_register_is_not_found(as_, key):
    assert as_("管理").get(reverse("register", args=[key])).status_code == 404
    assert as_("管理").get(reverse("register_import", args=[key])).status_code == 404


def test_the_export_holds_what_is_shown(cast, as_):
    url = reverse("register_export", args=["items", "xlsx"])

    answer = as_("陈立衡").get(url, {"q": cast.item.name})

    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "事项代码"
    assert [row[0] for row in rows[1:]] == [cast.item.code]
    assert as_("陈立衡").get(url.replace("xlsx", "exe")).status_code == 404


def test_an_item_links_its_provisions_and_says_who_holds_the_power(cast, as_):
    url = reverse("register_entry", args=["items", cast.item.pk])

    page = as_("陈立衡").get(url).content.decode()

    provision = cast.item.provisions.first()
    assert f"第{provision.article}条" in page
    assert "/law/" in page
    assert Power.objects.get(item=cast.item).organ.name in page
    assert "当场行政处罚决定书" in page


def test_an_entry_names_the_cases_that_use_it_to_those_who_see_them(cast, as_):
    case = cast.begin()
    url = reverse("register_entry", args=["items", cast.item.pk])

    assert reverse("case", args=[case.pk]) in as_("陈立衡").get(url).content.decode()
    assert reverse("case", args=[case.pk]) not in as_("邻人").get(url).content.decode()


def test_a_rehearsal_writes_nothing_and_a_confirmation_does(cast, as_):
    client = as_("管理")
    good = ["Z0001", "欧阳澜", "bureau", "一线执法", "否", ""]

    rehearsal = sent(client, xlsx(good)).content.decode()
    assert "还什么都没有写进去" in rehearsal
    assert not Person.objects.filter(officer_no="Z0001").exists()

    done = client.post(reverse("register_import", args=["officers"]), {"confirm": "1"})

    batch = ImportBatch.objects.get()
    assert done.headers["Location"].endswith(f"/batches/{batch.pk}/")
    assert Person.objects.get(officer_no="Z0001").organ == cast.city.organs["bureau"]
    assert client.get(done.headers["Location"]).status_code == 200
    assert default_storage.listdir("imports")[1] == []


def test_bad_rows_are_named_with_line_and_reason_and_can_be_fetched(cast, as_):
    client = as_("管理")
    rows = (
        ["Z0001", "欧阳澜", "bureau", "一线执法", "否", ""],
        ["Z0002", "外人", "neighbour", "一线执法", "否", ""],
        ["Z0003", "", "bureau", "没有这个岗位", "也许", ""],
    )

    page = sent(client, xlsx(*rows)).content.decode()

    assert "第 3 行" in page
    assert "不在您维护的区域内" in page
    assert "第 4 行" in page
    assert "不在可选范围" in page
    url = reverse("register_rehearsal_rejected", args=["officers"])
    sheet = load_workbook(io.BytesIO(client.get(url).content)).active
    found = list(sheet.iter_rows(values_only=True))
    assert [row[-2] for row in found[1:]] == ["3", "4"]


def test_what_was_lost_in_a_batch_is_for_whoever_brought_it(cast, as_):
    client = as_("管理")
    sent(client, xlsx(["Z0002", "外人", "neighbour", "一线执法", "否", ""]))
    client.post(reverse("register_import", args=["officers"]), {"confirm": "1"})
    batch = ImportBatch.objects.get()
    url = reverse("register_batch_rejected", args=["officers", batch.pk])

    assert client.get(url).status_code == 200
    ImportBatch.objects.update(recorded_by=cast.city.people["陈立衡"])
    assert client.get(url).status_code == 404
    other = reverse("register_batch", args=["items", batch.pk])
    assert client.get(other).status_code == 404


def bomb():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("xl/workbook.xml", b"0" * (101 * 1024 * 1024))
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("人员.xlsx", b"MZ\x90\x00 not a sheet"),
        ("人员.xlsx", b"PK\x03\x04 broken"),
        ("人员.csv", b"\x89PNG\r\n\x1a\n"),
        ("人员.exe", b"a,b\n1,2\n"),
        ("人员.csv", "别的,表头\n1,2\n".encode()),
        ("人员.csv", b""),
        ("人员.csv", b"\xff\xfe\x00"),
    ],
)
def test_a_hostile_file_is_refused_with_a_sentence(as_, name, content):
    answer = sent(as_("管理"), content, name)

    assert answer.status_code == 422
    assert "错误：" in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_a_sheet_that_unpacks_too_large_is_not_opened(as_):
    answer = sent(as_("管理"), bomb())

    assert answer.status_code == 422
    assert "解压后过大" in answer.content.decode()


def test_a_confirmation_without_a_file_asks_for_one(as_):
    url = reverse("register_import", args=["officers"])

    answer = as_("管理").post(url, {"confirm": "1"})

    assert answer.status_code == 422
    assert "已经不在了" in answer.content.decode()


def test_a_file_that_waits_for_one_register_is_not_read_into_another(as_):
    client = as_("管理")
    sent(client, xlsx(["Z0001", "欧阳澜", "bureau", "一线执法", "否", ""]))

    answer = client.post(reverse("register_import", args=["organs"]), {"confirm": "1"})

    assert answer.status_code == 422
    assert not Person.objects.filter(officer_no="Z0001").exists()


def test_more_entries_do_not_mean_more_questions(cast, as_):
    client = as_("管理")
    url = reverse("register", args=["officers"])

    def counted():
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        return len(asked)

    before = counted()
    for number in range(5):
        cast.city.hire(f"新人{number}", "bureau", None)
    assert counted() == before
