"""Printing a decision, once the printer is warm."""

from __future__ import annotations

import time
from collections.abc import Callable

from faheng.cli.bench.course import walk
from faheng.cli.bench.figures import Figure, spread
from faheng.cli.bench.people import People
from faheng.kernel.cases.models import Paper
from faheng.kernel.documents.compose import Occasion, compose
from faheng.kernel.documents.declare import DOCUMENTS
from faheng.kernel.documents.engine import docx, pdf

DECIDED = 3
WARM_UP = 3


def measure(people: People, count: int, advance: Callable[[], None]) -> list[Figure]:
    """Print the decision of one case again and again, as PDF and as docx."""
    case = walk(people, upto=DECIDED).case_id
    paper = Paper.objects.filter(case=case).latest("id")
    occasion = Occasion(
        organ="甲区综合执法局",
        party="丁阿顺",
        number=paper.number,
        on=paper.made_on,
        draft=False,
    )
    taken: dict[str, list[float]] = {"pdf": [], "docx": []}
    for run in range(WARM_UP + count):
        for kind, render in (("pdf", pdf.render), ("docx", docx.render)):
            began = time.perf_counter()
            render(compose(DOCUMENTS[paper.document], paper.values, occasion))
            if run >= WARM_UP:
                taken[kind].append(time.perf_counter() - began)
        if run >= WARM_UP:
            advance()
    return [
        f for kind, all_ in taken.items() for f in spread(f"documents.{kind}", all_)
    ]
