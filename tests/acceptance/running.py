"""Faheng running as in production: a server process on a database of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRINTED = ROOT / "test-results"
BIN = Path(sys.executable).parent
PATIENCE_SECONDS = 30
LAST_WORDS = 4000


@dataclass(frozen=True)
class Site:
    """A running server.

    Attributes:
        address: where it answers, without a slash at the end.
        var: its folder of databases and files.
    """

    address: str
    var: Path

    def run(self, *command: str) -> str:
        """Run the command line on the site's database."""
        return _faheng(self.var, *command)

    def ask(self, question: str) -> str:
        """Have Python print something with the site's database at hand."""
        shell = ("-m", "django", "shell", "-v", "0", "-c", question)
        return _run(self.var, sys.executable, *shell)


def prepare(var: Path) -> Path:
    """Make a database in the folder, as whoever installs Faheng does."""
    _run(var, sys.executable, "-m", "django", "migrate", "--no-input", "-v", "0")
    return var


def furnish(var: Path) -> Path:
    """Load the demo city into the database of a folder."""
    _faheng(var, "demo", "load", "--no-cases")
    return var


def serve(var: Path) -> Iterator[Site]:
    """Serve the folder until the test is over."""
    port = _free_port()
    log = var / "server.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            _granian(port), env=_environment(var), stdout=output, stderr=output
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, server, log)
        yield Site(address, var)
    finally:
        server.terminate()
        server.wait(10)
        print(log.read_text()[-LAST_WORDS:])  # noqa: T201 - pytest shows it on failure


def _granian(port: int) -> list[str]:
    entrance = "faheng.config.wsgi:application"
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    threads = ["--workers", "1", "--blocking-threads", "4"]
    return [str(BIN / "granian"), *options, *threads, entrance]


def _environment(var: Path) -> dict[str, str]:
    inherited = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    return {
        **inherited,
        "DJANGO_SETTINGS_MODULE": "faheng.config.settings",
        "FAHENG_VAR": str(var),
        "FAHENG_DEMO": "1",
    }


def _faheng(var: Path, *command: str) -> str:
    return _run(var, str(BIN / "faheng"), *command)


def _run(var: Path, *command: str) -> str:
    done = subprocess.run(
        command, env=_environment(var), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(f"{address}/accounts/login/", timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    message = f"no answer in {PATIENCE_SECONDS} s: {log.read_text()}"
    raise AssertionError(message)
