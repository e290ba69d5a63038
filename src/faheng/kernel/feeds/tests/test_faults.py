"""Broken files, full disks, killed processes, two at once: nothing half-stored."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import duckdb
import pytest
from django.db import connection as database
from openpyxl import Workbook

from faheng.kernel.feeds import actions, store
from faheng.kernel.feeds.actions import recover
from faheng.kernel.feeds.exports import rejected_as_csv
from faheng.kernel.feeds.models import FeedDelivery, RejectedFeedRow, State
from faheng.kernel.feeds.refusals import NotDeliverer, StoreFull
from faheng.kernel.feeds.tests.trial import (
    NOON,
    TrialVisits,
    current,
    deliver,
    row,
    write_csv,
)
from faheng.kernel.parties.queries import NOBODY
from faheng.kernel.parties.sealing import unseal

pytestmark = pytest.mark.django_db


def refused(source, path):
    delivery = deliver(source, path)
    assert delivery.state == State.REFUSED
    assert delivery.accepted == 0
    opened = path.with_suffix(".opened")
    unseal(store.kept(delivery.pk) / "original.sealed", opened)
    assert opened.read_bytes() == path.read_bytes()
    return delivery.reason


def test_a_missing_required_column_refuses_the_file_by_name(source, tmp_path):
    path = write_csv(tmp_path / "a.csv", [row(visited_on=None, organ_code=None)])

    assert refused(source, path) == "表头缺少必填的列：机关、走访日期"


def test_a_heading_twice_refuses_the_file(source, tmp_path):
    path = write_csv(tmp_path / "a.csv", [row() | {"种类": "plan"}])

    assert "重复" in refused(source, path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b""),
        ("a.csv", b"\n\n"),
        ("a.parquet", b"PAR1 and nothing else"),
        ("a.parquet", b"no parquet at all"),
        ("a.xlsx", b"PK\x03\x04 torn"),
        ("a.xlsx", b"id,version"),
        ("a.jsonl", b'[{"id": 1}]'),
        ("a.pdf", b"%PDF-1.7"),
        ("a.csv", b"PK\x03\x04"),
        ("a.csv", b"\x1f\x8b\x08 zipped"),
    ],
)
def test_what_is_no_feed_file_is_refused_with_a_reason(source, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)

    assert refused(source, path)


def parquet(path, rows):
    duckdb.execute(
        "COPY (SELECT 'V' || i AS id, 1 AS version, '990001-X' AS organ_code,"
        f" '2026-05-13' AS visited_on FROM range({rows}) AS t(i))"
        f" TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)"
    )
    return path


def test_a_truncated_parquet_is_refused(source, tmp_path):
    path = parquet(tmp_path / "a.parquet", 5000)
    path.write_bytes(path.read_bytes()[:-100])

    assert "不完整" in refused(source, path)


def test_a_parquet_torn_inside_stores_nothing(source, tmp_path):
    path = parquet(tmp_path / "a.parquet", 20_000)
    data = bytearray(path.read_bytes())
    data[200:4000] = os.urandom(3800)
    path.write_bytes(bytes(data))
    deliver(source, path)

    assert not current(tmp_path) or len(current(tmp_path)) <= 20_000
    assert not list(store.root().glob("staging/*"))


def test_a_workbook_that_unpacks_into_too_much_is_refused(source, tmp_path):
    path = tmp_path / "a.xlsx"
    book = Workbook()
    book.save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.bin", b"\0" * 120_000_000)

    assert "过大" in refused(source, path)


def test_an_unclosed_quote_does_not_swallow_the_rows_before_it(source, tmp_path):
    path = write_csv(tmp_path / "a.csv", [row(1), row(2)])
    path.write_text(path.read_text() + 'V3,1,990001-X,2026-05-13,"plan\nV4,1\n')
    delivery = deliver(source, path)

    assert delivery.fresh == 2
    assert delivery.rejected >= 1


def test_every_rejected_row_can_be_downloaded_though_few_are_shown(
    source, tmp_path, monkeypatch
):
    monkeypatch.setattr(actions, "SHOWN", 10)
    rows = [row(number, kind="=x") for number in range(50)]
    delivery = deliver(source, write_csv(tmp_path / "a.csv", rows))
    lines = b"".join(rejected_as_csv(delivery)).decode("utf-8-sig").splitlines()

    assert RejectedFeedRow.objects.count() == 10
    assert delivery.rejected == 50
    assert len(lines) == 51
    assert "不在代码表内" in lines[1]
    assert "'=x" in lines[1], "a spreadsheet must not take it for a formula"


def test_a_large_file_is_taken_in_within_bounds(source, tmp_path, settings):
    settings.FAHENG_FEEDS_MEMORY = "120MB"
    path = tmp_path / "a.csv"
    with path.open("w") as file:
        file.write("id,version,organ_code,visited_on,remark\n")
        for number in range(400_000):
            file.write(f"V{number * 7919 % 400_009},1,990001-X,2026-05-13,{'x' * 21}\n")
    delivery = deliver(source, path)

    assert delivery.state == State.STORED, delivery.reason
    assert delivery.rejected == 400_000
    assert RejectedFeedRow.objects.count() == actions.SHOWN


def test_a_full_disk_stores_nothing_and_says_so(source, tmp_path, monkeypatch):
    deliver(source, write_csv(tmp_path / "a.csv", [row(1)]))

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store, "put", full)
    with pytest.raises(StoreFull):
        deliver(source, write_csv(tmp_path / "b.csv", [row(2), row(3, kind="x")]))

    newest = FeedDelivery.objects.first()
    assert newest.state == State.INTERRUPTED
    assert "空间不足" in newest.reason
    assert list(current(tmp_path)) == ["V1"]
    assert not list(store.root().glob("staging/*"))


def test_a_failure_between_the_files_and_the_books_leaves_nothing_that_counts(
    source, tmp_path, monkeypatch
):
    def torn(*_):
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(actions, "_rows_shown", torn)
    with pytest.raises(OSError, match="gone"):
        deliver(source, write_csv(tmp_path / "a.csv", [row(1)]))

    assert FeedDelivery.objects.get().state == State.INTERRUPTED
    assert current(tmp_path) == {}
    assert not list(store.root().rglob("*.rows.parquet"))


def test_what_a_killed_process_left_is_cleared_at_the_next_delivery(source, tmp_path):
    left = FeedDelivery.objects.create(
        source=source,
        entity="trial_visits",
        file_name="a.csv",
        sha256="0",
        size=1,
        received_at=NOON,
        received_on=NOON.date(),
        state=State.CHECKING,
    )
    orphan = store.part("trial_visits", source.code, left.pk, store.ROWS)
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"half")
    (store.staging(left.pk)).mkdir(parents=True)
    deliver(source, write_csv(tmp_path / "a.csv", [row()]))

    left.refresh_from_db()
    assert left.state == State.INTERRUPTED
    assert not orphan.exists()
    assert list(current(tmp_path)) == ["V1"]


HOLD = (
    "import fcntl, sys, time\n"
    "file = open(sys.argv[1], 'w')\n"
    "fcntl.flock(file, fcntl.LOCK_EX)\n"
    "print('held', flush=True)\n"
    "time.sleep(60)\n"
)


def test_a_delivery_that_is_still_worked_on_is_left_alone_until_its_process_dies(
    source,
):
    running = FeedDelivery.objects.create(
        source=source,
        entity="trial_visits",
        file_name="a.csv",
        sha256="0",
        size=1,
        received_at=NOON,
        received_on=NOON.date(),
        state=State.CHECKING,
    )
    folder = store.root() / "locks"
    folder.mkdir(parents=True)
    worker = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder / f"delivery-{running.pk}")],
        stdout=subprocess.PIPE,
    )
    assert worker.stdout.readline() == b"held\n"
    assert recover() == 0

    worker.send_signal(signal.SIGKILL)
    worker.communicate()
    assert recover() == 1
    running.refresh_from_db()
    assert running.state == State.INTERRUPTED


@pytest.mark.postgres  # the test's SQLite lies in memory, where writers don't wait
@pytest.mark.django_db(transaction=True)
def test_two_deliveries_at_once_count_each_record_once(source, tmp_path):
    path = write_csv(tmp_path / "a.csv", [row(number) for number in range(500)])
    found = []

    def one():
        try:
            found.append(deliver(source, path))
        finally:
            database.close()

    threads = [threading.Thread(target=one) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert sorted(one.fresh for one in found) == [0, 0, 500]
    assert sorted(one.repeated for one in found) == [0, 500, 500]
    assert len(current(tmp_path)) == 500


def test_a_stranger_delivers_nothing(source, tmp_path):
    with pytest.raises(NotDeliverer):
        deliver(source, write_csv(tmp_path / "a.csv", [row()]), by=NOBODY)

    assert not FeedDelivery.objects.exists()


def test_the_delivered_file_is_left_where_it_lay(source, tmp_path):
    path = write_csv(tmp_path / "a.csv", [row()])
    before = (path.read_bytes(), path.stat().st_mtime)
    time.sleep(0.01)
    deliver(source, path)

    assert (path.read_bytes(), path.stat().st_mtime) == before
    assert TrialVisits.entity == "trial_visits"
    assert Path(store.root()).exists()
