"""`faheng feeds`: files, and a folder that is watched."""

from __future__ import annotations

import os
import time

import pytest
from typer.testing import CliRunner

from faheng.cli.feeds import app
from faheng.domains.enforcement.tests.cast import build
from faheng.kernel.feeds.models import FeedDelivery, FeedSource, State

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path):
    settings.FAHENG_FEEDS = tmp_path / "feeds"
    organ = build().organs["bureau"]
    FeedSource.objects.create(code="papers", name="证件系统", organ=organ)
    folder = tmp_path / "in" / "papers" / "certificate_changes"
    folder.mkdir(parents=True)
    good = (
        "id,version,certificate_no,kind,officer_no,officer_name,organ_code,"
        "is_auxiliary,status,changed_on,valid_from\n"
        f"C1,1,449900000001,enforcement,P1,钱多,{organ.code},否,lost,2026-05-01,2026-05-01\n"
    )
    (folder / "a.csv").write_text(good, encoding="utf-8")
    (folder / "b.csv").write_text("id\n1\n", encoding="utf-8")
    (folder / "c.csv.part").write_text("id", encoding="utf-8")
    (folder / "new.csv").write_text(good, encoding="utf-8")
    long_ago = time.time() - 60
    for name in ("a.csv", "b.csv", "c.csv.part"):
        os.utime(folder / name, (long_ago, long_ago))
    return folder


def test_a_watched_folder_is_taken_in_once_and_what_is_on_its_way_waits(folder):
    root = folder.parents[1]
    answer = CliRunner().invoke(app, ["ingest", "--folder", str(root)])

    assert answer.exit_code == 1, "one file was refused"
    assert sorted(path.name for path in folder.iterdir()) == ["c.csv.part", "new.csv"]
    states = {d.file_name: d.state for d in FeedDelivery.objects.all()}
    assert states == {"a.csv": State.STORED, "b.csv": State.REFUSED}
    assert [p.name[-5:] for p in (root / ".done").rglob("*.csv")] == ["a.csv"]
    assert [p.name[-5:] for p in (root / ".refused").rglob("*.csv")] == ["b.csv"]
    again = CliRunner().invoke(app, ["ingest", "--folder", str(root)])
    assert again.exit_code == 0
    assert FeedDelivery.objects.count() == 2


def test_a_file_is_taken_in_and_left_where_it_lies(folder):
    path = folder / "a.csv"
    asked = ["ingest", str(path), "--source", "papers", "--feed", "certificate_changes"]
    answer = CliRunner().invoke(app, asked)

    assert answer.exit_code == 0, answer.output
    assert "新增 1" in answer.output
    assert path.exists()


def test_an_unknown_source_fails_and_is_named(folder):
    path = str(folder / "a.csv")
    answer = CliRunner().invoke(app, ["ingest", path, "--source", "x", "--feed", "y"])

    assert answer.exit_code == 1
    assert "x y" in answer.output
