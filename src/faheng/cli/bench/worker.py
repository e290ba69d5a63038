"""The memory of a worker that has served the main pages."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from faheng.cli.bench.course import walk
from faheng.cli.bench.figures import Figure
from faheng.cli.bench.people import People
from faheng.cli.bench.place import environment
from faheng.kernel.cases.models import Paper
from faheng.kernel.parties.models import Person

PATIENCE = 60


def measure(people: People, rounds: int, advance: Callable[[], None]) -> list[Figure]:
    """Serve with one worker, ask for the main pages, and read its memory."""
    cookie = _login(people.staff[0])
    paths = _paths(walk(people, upto=4).case_id)
    port = _free_port()
    server = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "faheng.cli", "serve", "--port", str(port)],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/")
        for _ in range(rounds):
            for path in paths:
                _get(f"http://127.0.0.1:{port}{path}", cookie)
            advance()
        most = max(_resident(pid) for pid in _family(server.pid))
    finally:
        server.terminate()
        server.wait(PATIENCE)
    return [Figure("worker.memory", round(most / 1024, 1), "MiB", rounds * len(paths))]


def _paths(case: int) -> list[str]:
    paper = Paper.objects.filter(case=case).latest("id")
    pages = ["/", "/work/", "/cases/", f"/cases/{case}/", f"/papers/{paper.pk}.pdf"]
    return [*pages, "/api/v1/tasks", "/api/v1/cases", f"/api/v1/cases/{case}"]


def _login(person: int) -> str:
    user = User.objects.get(pk=Person.objects.values_list("user").get(pk=person)[0])
    client = Client()
    client.force_login(user, settings.AUTHENTICATION_BACKENDS[0])
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(url: str) -> None:
    for _ in range(PATIENCE * 10):
        try:
            _get(url, "")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    message = "the server did not come up"
    raise RuntimeError(message)


def _get(url: str, cookie: str) -> None:
    request = urllib.request.Request(url, headers={"Cookie": cookie})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            answer.read()
    except urllib.error.HTTPError as told:
        # A page that does not stand yet costs memory all the same.
        told.close()


def _family(pid: int) -> list[int]:
    """Return a process and all below it."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    below = children.read_text(encoding="ascii").split() if children.exists() else []
    return [pid, *(one for child in below for one in _family(int(child)))]


def _resident(pid: int) -> int:
    """Return what a process holds in memory, in KiB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) if found else 0
