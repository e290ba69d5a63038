"""Whatever comes in, the answer is clean and nothing is half-written."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from faheng.kernel.cases.models import Act, Case

RAW = {
    "no json": b"{",
    "a list": b"[1]",
    "a text": b'"x"',
    "a number": b"7",
    "depth": b"[" * 200_000,
    "closed depth": b'{"values":' + b'{"a":' * 60 + b"1" + b"}" * 61,
    "not utf-8": b'{"values": "\xff\xfe"}',
    "not a number": b'{"values": {"fine": NaN}}',
    "infinite": b'{"values": {"fine": Infinity}}',
    "nul": b'{"values": {"facts": "a\\u0000b"}}',
    "half a pair": b'{"values": {"facts": "\\ud800"}}',
    "huge number": b'{"values": {"fine": ' + b"9" * 400 + b"}}",
}


@pytest.mark.parametrize("body", RAW.values(), ids=RAW.keys())
def test_an_unreadable_body_is_answered_cleanly(program, begun, body):
    path = f"/courses/{begun['course']}/steps/hear"

    answer = program("陈立衡").post(path, body)

    assert answer.status_code in {400, 422}
    assert set(answer.json()) == {"message", "problems"}
    assert Act.objects.count() == 1


def test_ten_megabytes_are_too_large(program, begun):
    body = json.dumps({"values": {"reply": "x" * 10_000_000}})

    answer = program("陈立衡").post(f"/courses/{begun['course']}/steps/hear", body)

    assert answer.status_code == 413
    assert answer.json()["message"]


WRONG = [None, True, 7, -1, 2**62, 1.5, "x", "", [], [1], {}, {"a": 1}, [[]], ["x"]]


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_values_of_the_wrong_type_are_refused_one_by_one(program, opening, wrong):
    """Every field in turn gets the wrong thing; the answer is never a fault."""
    officer = program("陈立衡")
    for name in opening["values"]:
        body = {**opening, "values": {**opening["values"], name: wrong}}

        answer = officer.post("/cases", body)

        assert answer.status_code in {201, 422}, (name, answer.content.decode())


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_rows_of_the_wrong_type_are_refused_one_by_one(program, opening, wrong):
    officer = program("陈立衡")
    for table in ("case_officer", "case_party"):
        good = opening["values"][table]
        row = good[0] if isinstance(good, list) else good
        for name in row:
            values = {**opening["values"], table: [{**row, name: wrong}]}

            answer = officer.post("/cases", {**opening, "values": values})

            assert answer.status_code == 422 or table == "case_party", name
            assert answer.status_code in {201, 422}


@pytest.mark.parametrize(
    "wrong", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59+00:00", "2026-05-14", "x", 5]
)
def test_an_impossible_moment_is_refused(program, begun, wrong):
    answer = program("陈立衡").post(
        f"/courses/{begun['course']}/steps/hear",
        {"values": {"reply": "none"}, "occurred_at": wrong},
    )

    assert answer.status_code == 422


@pytest.mark.parametrize("wrong", ["0001-01-01T00:00", "9999-12-31T23:59:59"])
def test_an_impossible_day_in_a_value_is_refused(program, opening, wrong):
    opening["values"]["act_at"] = wrong

    answer = program("陈立衡").post("/cases", opening)

    assert answer.status_code == 422
    assert Case.objects.count() == 0


@pytest.mark.parametrize("key", ["organ_id", "procedure", "step"])
def test_an_opening_that_names_nothing_is_not_found(program, opening, key):
    answer = program("陈立衡").post("/cases", {**opening, key: 999_999})

    assert answer.status_code in {404, 422}


@pytest.mark.parametrize(
    "path",
    [
        "/cases?q=%00",
        "/cases?q=%25%27%22",
        "/cases?after=-1",
        "/cases?after=99999999999999999999",
        "/cases?most=0",
        "/cases/99999999999999999999",
        "/registers/enforcement.items?q=%00",
        "/procedures/%00",
    ],
)
def test_a_strange_address_is_answered_cleanly(program, path):
    answer = program("陈立衡").get(path)

    assert answer.status_code in {200, 404, 422}


def test_a_disguised_file_is_refused(program):
    officer = program("陈立衡")

    def send(name, content):
        file = SimpleUploadedFile(name, content)
        return officer.client.post(
            "/api/v1/uploads", {"file": file}, headers=officer.headers
        )

    assert send("a.pdf", b"MZ\x90\x00 not a pdf").status_code == 422
    assert send("a.exe", b"%PDF-1.7\n").status_code == 422


def test_a_real_file_is_taken_in(program, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    officer = program("陈立衡")
    file = SimpleUploadedFile("a.pdf", b"%PDF-1.7\n%%EOF\n")

    answer = officer.client.post(
        "/api/v1/uploads", {"file": file}, headers=officer.headers
    )

    assert answer.status_code == 201, answer.content
    assert answer.json()["media_type"] == "application/pdf"
