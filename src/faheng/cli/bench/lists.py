"""The work list and the case page among very many cases."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse

from faheng.cli.bench.course import walk
from faheng.cli.bench.figures import Figure, spread
from faheng.cli.bench.flood import Flood
from faheng.cli.bench.people import People, settle
from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import Organ, Person

ORGANS = 40
WARM_UP = 3
PAGES = 6
POUR = 20
OFFICER, SUPERVISOR = 0, 4


def stages(rounds: int) -> int:
    """Return how often `measure` reports: once a page and round, and while pouring."""
    return PAGES * rounds + POUR


def measure(
    people: People, count: int, rounds: int, advance: Callable[[], None]
) -> list[Figure]:
    """Fill the database, then ask for each page a number of times."""
    crews = [people, *(settle(f"丙{place}") for place in range(ORGANS - 1))]
    poured = _fill(crews, count, advance)
    last = walk(people, upto=4).case_id
    total = Case.objects.count()
    figures = [Figure("lists.cases", total, "cases", poured)]
    for name, place, path in _pages(last):
        client = _client(people.staff[place])
        taken = _ask(client, path, rounds, advance)
        figures += spread(f"lists.{name}", taken)
    return figures


def _fill(crews: list[People], count: int, advance: Callable[[], None]) -> int:
    paths = dict(Organ.objects.values_list("pk", "division__path"))
    flood = Flood([(crew.organ, paths[crew.organ], crew.staff[0]) for crew in crews])
    step, done = max(count // POUR, 1), 0

    def poured(rows: int) -> None:
        nonlocal done
        for _ in range((done + rows) // step - done // step):
            advance()
        done += rows

    flood.pour(count, poured)
    return done


def _pages(case: int) -> list[tuple[str, int, str]]:
    """Return what is asked for, by whom; the API where a page does not stand."""
    page = _address("case", f"/api/v1/cases/{case}", case)
    cases = _address("case_list", "/api/v1/cases")
    return [
        ("work", OFFICER, _address("work", "/api/v1/tasks")),
        ("case", OFFICER, page),
        ("cases", OFFICER, cases),
        ("cases.open", OFFICER, "/api/v1/cases?open_only=true"),
        ("cases.search", OFFICER, "/api/v1/cases?q=〔2025〕77"),
        ("cases.supervisor", SUPERVISOR, cases),
    ]


def _address(name: str, otherwise: str, *args: int) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return otherwise


def _client(person: int) -> Client:
    user = User.objects.get(pk=Person.objects.values_list("user").get(pk=person)[0])
    client = Client()
    client.force_login(user, settings.AUTHENTICATION_BACKENDS[0])
    return client


def _ask(
    client: Client, path: str, rounds: int, advance: Callable[[], None]
) -> list[float]:
    taken = []
    for run in range(WARM_UP + rounds):
        began = time.perf_counter()
        answer = client.get(path)
        took = time.perf_counter() - began
        if answer.status_code != 200:
            message = f"{path} answered {answer.status_code}"
            raise RuntimeError(message)
        if run >= WARM_UP:
            taken.append(took)
            advance()
    return taken
