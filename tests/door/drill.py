"""Run what pytest's own database cannot show: threads, and a process that dies.

`python -m tests.door.drill` prints one line of JSON; `… die` takes a step and dies
in the middle of it. It works in a database of its own on either engine.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable

import django

django.setup()

from django.db import close_old_connections, connections  # noqa: E402

from faheng.cli.bench.course import walk  # noqa: E402
from faheng.cli.bench.people import START, People, settle  # noqa: E402
from faheng.cli.bench.place import environment, temporary_database  # noqa: E402
from faheng.kernel.cases.actions import Moment, carrying, take  # noqa: E402
from faheng.kernel.cases.errors import CaseError  # noqa: E402
from faheng.kernel.cases.models import Act, Case, Clock, Course, Paper  # noqa: E402
from faheng.kernel.documents.models import NumberSeries  # noqa: E402
from faheng.kernel.record.queries import entries, faults  # noqa: E402

HEARD = 2
DIED = 9


def main() -> None:
    """Do both drills in one database."""
    if sys.argv[1:2] == ["die"]:
        die()
    with temporary_database():
        people = settle()
        told = {
            "versioned": race(people, version=True),
            "unversioned": race(people, version=False),
            "killed": [killed(people, place) for place in PLACES],
        }
    print(json.dumps(told))  # noqa: T201 - read by the test


def race(people: People, *, version: bool) -> dict[str, object]:
    """Let two people register the same payment at the same moment."""
    act = walk(people, upto=HEARD)
    course = Course.objects.get(pk=act.course_id)
    moment = Moment(START.replace(hour=12))
    values = {"kind": "fine", "fine": 100_00}
    seen = course.version if version else None

    def decide() -> None:
        take(people.viewer(0), course.pk, "decide", values, moment, seen)

    outcomes = together(decide, decide)
    return {
        "outcomes": sorted(outcomes),
        "acts": Act.objects.filter(course=course, step="decide").count(),
        "papers": Paper.objects.filter(course=course).count(),
        "faults": faults(f"case/{act.case_id}"),
    }


def together(*doing: Callable[[], None]) -> list[int]:
    """Start all at one gate; return 200 or the status of each refusal."""
    gate = threading.Barrier(len(doing))
    outcomes: list[int] = []

    def run(one: Callable[[], None]) -> None:
        close_old_connections()
        gate.wait()
        try:
            one()
        except CaseError as refused:
            outcomes.append(refused.status)
        else:
            outcomes.append(200)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(one,)) for one in doing]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


PLACES = ("_write_file", "_follow", "_finish", "_record", "append")
"""Functions in which a process is killed: before, between and after the writes."""


def killed(people: People, place: str) -> dict[str, object]:
    """Let a process die in a step; tell what it left, and what comes after."""
    act = walk(people, upto=HEARD)
    before = snapshot(act.case_id)
    told = json.dumps({"course": act.course_id, "person": people.staff, "in": place})
    child = subprocess.run(
        [sys.executable, "-m", "tests.door.drill", "die", told],
        env=environment(),
        check=False,
    )
    after = snapshot(act.case_id)
    moment = Moment(START.replace(hour=13))
    take(people.viewer(0), act.course_id, "decide", WARNING, moment)
    return {
        "place": place,
        "exit": child.returncode,
        "left": after == before,
        "numbers": numbers(people),
    }


WARNING = {"kind": "warning"}


def die() -> None:
    """Take a step in which the process dies as if somebody had pulled the plug."""
    told = json.loads(sys.argv[2])
    people = People(0, 0, tuple(told["person"]))

    def fall(*_: object, **__: object) -> None:
        os._exit(DIED)

    if told["in"] == "append":
        written = carrying.append

        def after(*given: object, **more: object) -> None:
            written(*given, **more)
            fall()

        carrying.append = after
    else:
        setattr(carrying, told["in"], fall)
    moment = Moment(START.replace(hour=13))
    take(people.viewer(0), told["course"], "decide", WARNING, moment)


def snapshot(case: int) -> list[object]:
    """Return all that a step could have changed."""
    return [
        list(Case.objects.filter(pk=case).values()),
        list(Course.objects.filter(case=case).values()),
        Act.objects.filter(case=case).count(),
        Paper.objects.filter(case=case).count(),
        Clock.objects.filter(case=case).count(),
        len(entries(f"case/{case}")),
        list(NumberSeries.objects.values_list("mark", "last")),
    ]


def numbers(people: People) -> bool:
    """Tell whether the numbers given out stand on papers without a gap."""
    printed = Paper.objects.exclude(number="").values_list("number", flat=True)
    given = sorted(int(text.partition("〕")[2].rstrip("号")) for text in printed)
    return given == list(range(1, len(given) + 1))


if __name__ == "__main__":
    main()
