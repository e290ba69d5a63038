"""One step through the door: how long it takes, and how long Python is busy."""

from __future__ import annotations

import time
from collections.abc import Callable

from faheng.cli.bench.course import STEPS, steps
from faheng.cli.bench.figures import Figure, milliseconds, spread
from faheng.cli.bench.people import People

WARM_UP = 3


def measure(people: People, count: int, advance: Callable[[], None]) -> list[Figure]:
    """Take a number of steps one after the other.

    Args:
        people: whose cases.
        count: how many steps at the least.
        advance: is called after each step.
    """
    walls: list[float] = []
    busy: list[float] = []
    for run in range(WARM_UP + -(-count // STEPS)):
        for _, taking in steps(people):
            wall, cpu = time.perf_counter(), time.thread_time()
            taking()
            cpu, wall = time.thread_time() - cpu, time.perf_counter() - wall
            if run >= WARM_UP:
                walls.append(wall)
                busy.append(cpu)
                advance()
    mean = milliseconds(sum(busy) / len(busy))
    return [
        *spread("door.step", walls),
        Figure("door.step.cpu.mean", mean, "ms", len(busy)),
        *spread("door.step.cpu", busy),
    ]
