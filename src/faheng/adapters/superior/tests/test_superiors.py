"""Every platform above passes the contract; what breaks on the way loses nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from faheng.adapters.superior.base import NotReached, Record
from faheng.adapters.superior.demo import FolderSuperior
from faheng.adapters.superior.http import HttpSuperior
from faheng.adapters.superior.tests.contract import CASE, SuperiorContract


class TestFolder(SuperiorContract):
    @pytest.fixture
    def superior(self, tmp_path: Path) -> FolderSuperior:
        return FolderSuperior(tmp_path / "above")


class _Platform(BaseHTTPRequestHandler):
    folder: Path
    answer: bytes | None = None

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        asked = json.loads(self.rfile.read(size))["records"]
        records = [Record(**one) for one in asked]
        receipts = [
            {"verdict": r.verdict, "number": r.number, "reasons": list(r.reasons)}
            for r in FolderSuperior(self.folder).push(records)
        ]
        body = self.answer or json.dumps({"receipts": receipts}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def platform(tmp_path: Path) -> Iterator[tuple[str, type[_Platform]]]:
    handler = type("Handler", (_Platform,), {"folder": tmp_path / "above"})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/records", handler
    server.shutdown()
    server.server_close()


class TestHttp(SuperiorContract):
    @pytest.fixture
    def superior(self, platform: tuple[str, type[_Platform]]) -> HttpSuperior:
        return HttpSuperior(platform[0], token="secret")


@pytest.mark.parametrize(
    "answer",
    [
        b"<html>gateway</html>",
        b"{}",
        b"[]",
        b'{"receipts": 3}',
        b'{"receipts": []}',
        b'{"receipts": [{"verdict": "perhaps"}]}',
        b'{"receipts": ["accepted"]}',
    ],
)
def test_an_answer_that_makes_no_sense_is_no_receipt(platform, answer):
    address, handler = platform
    handler.answer = answer
    with pytest.raises(NotReached):
        HttpSuperior(address).push([CASE])


def test_a_platform_that_is_down_is_told_as_such():
    with pytest.raises(NotReached):
        HttpSuperior("http://127.0.0.1:9/records", seconds=2).push([CASE])


def test_the_token_never_travels_in_the_open():
    with pytest.raises(ValueError, match="https"):
        HttpSuperior("http://above.example/records", token="secret")
    assert "secret" not in repr(HttpSuperior("https://above.example", token="secret"))


def test_a_key_cannot_lead_out_of_the_folder(tmp_path):
    folder = tmp_path / "above"
    bad = Record("..", "case", "../../x", 1, CASE.content)
    FolderSuperior(folder).push([bad])
    assert all(folder in path.parents for path in tmp_path.rglob("*.json"))
