"""What is asked of the live database: one case at the door, and a mart made of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from faheng.cli.bench.course import walk
from faheng.cli.bench.figures import Figure, spread
from faheng.cli.bench.flood import Flood
from faheng.cli.bench.people import People
from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import Organ
from faheng.kernel.questions import asking
from faheng.kernel.questions.asked import Asked
from faheng.mart import building

WARM_UP, ROUNDS = 20, 200
FLOODED = 300_000


def one_case(people: People, at: datetime) -> list[Figure]:
    """Ask every rule of one case, in a transaction as that of an act."""
    case = walk(people).case_id
    seconds = []
    for place in range(WARM_UP + ROUNDS):
        with transaction.atomic():
            begun = time.perf_counter()
            asking.hits(Asked.of_case(case, at))
            taken = time.perf_counter() - begun
        if place >= WARM_UP:
            seconds.append(taken)
    return spread("supervise.case", seconds)


def mart(people: People, at: datetime, go: Callable[[], None]) -> list[Figure]:
    """Make a mart of a large live database, and append a little to it."""
    organ = Organ.objects.select_related("division").get(pk=people.organ)
    flood = Flood([(organ.pk, organ.division.path, people.staff[0])])
    flood.pour(FLOODED, lambda _: None)
    go()
    begun = time.perf_counter()
    made = building.build(at)
    taken = time.perf_counter() - begun
    walk(people)
    begun = time.perf_counter()
    building.append(at)
    appended = time.perf_counter() - begun
    return [
        Figure("supervise.mart.build", round(made.rows / taken), "rows/s", made.rows),
        Figure("supervise.mart.append", round(appended, 2), "s", Case.objects.count()),
    ]
