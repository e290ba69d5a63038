"""What is asked of the live database: one case at the door, and a mart made of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from faheng.cli.bench.course import walk
from faheng.cli.bench.figures import Figure, spread
from faheng.cli.bench.flood import Flood
from faheng.cli.bench.people import People
from faheng.cli.bench.supervise import typical
from faheng.kernel.alerts.actions import watch_case
from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import Organ
from faheng.kernel.questions import asking
from faheng.kernel.questions.asked import Asked
from faheng.kernel.questions.binding import AT_THE_DOOR, asked_in
from faheng.lawbase.actions.statistics import tell_planner
from faheng.mart import building

WARM_UP, ROUNDS = 20, 200
FLOODED = 300_000


def one_case(at: datetime) -> list[Figure]:
    """Ask every rule of typical cases, each in a transaction as that of an act.

    Told with it: how many rules that is, and what such a case holds. Then the whole
    watch, which also brings the findings in line.
    """
    found = typical.cases(timezone.localdate(at) - timedelta(days=1))
    tell_planner()
    asked, watched = [], []
    for place in range(WARM_UP + ROUNDS):
        case = found[place % len(found)]
        with transaction.atomic():
            begun = time.perf_counter()
            asking.hits(Asked.of_case(case.pk, at))
            between = time.perf_counter()
            watch_case(case, at)
            ended = time.perf_counter()
        if place >= WARM_UP:
            asked.append(between - begun)
            watched.append(ended - between)
    rules = len(asked_in(connection.vendor, AT_THE_DOOR))
    return [
        *spread("supervise.case", asked),
        *spread("supervise.case.watched", watched),
        Figure("supervise.case.rules", rules, "questions", len(found)),
        *(
            Figure(f"supervise.case.{name}", most, "at most", len(found))
            for name, most in typical.sizes(found).items()
        ),
    ]


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
