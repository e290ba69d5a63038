"""The demo's newest cases, weighed by a published benchmark."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db import transaction

from faheng.cli.demo.cases.driver import forget
from faheng.cli.demo.cases.load import cases_of, write
from faheng.cli.demo.cases.placing import RECORDS, spread
from faheng.cli.demo.cases.plans import Lot
from faheng.domains.enforcement.rows.weighing import WeighedFact
from faheng.kernel.cases.models import Act, Case

OFFICE = "449902-CG"
DISTRICT = (OFFICE, "449902001-JD", "449902002-JD")
LOTS = (
    Lot("plain", (25, 160), count=9, organs=DISTRICT, items=("CG-008",)),
    Lot("shown", (20, 150), count=8, organs=DISTRICT, items=("CG-001",)),
    Lot("plain", (2,), "weigh", organs=(OFFICE,), lead=0, items=("CG-008",)),
    Lot(
        "plain",
        (1,),
        "close_investigation",
        organs=(OFFICE,),
        lead=0,
        items=("CG-008",),
    ),
    Lot(
        "plain",
        (1,),
        "close_investigation",
        organs=(OFFICE,),
        lead=0,
        items=("CG-001",),
    ),
)
"""Like cases of several organs, and some that the demo's officer is to weigh."""


def load_weighed(day: date) -> bool:
    """Write cases that were weighed after the benchmarks were published."""
    if WeighedFact.objects.exists():
        return False
    forget()
    with transaction.atomic():
        cases = [
            one
            for number, lot in enumerate(LOTS)
            for one in cases_of(f"weighed/{number}", lot, day)
        ]
        spread([(c.matter.organ.pk, c.lines, c.times) for c in cases], _on_record())
        write(cases)
    return True


def _on_record() -> Counter[tuple[int, date]]:
    """Count the cases of each organ and day that have a record."""
    acts = Act.objects.filter(step__in=RECORDS).values_list("case", "occurred_on")
    organs = dict(Case.objects.values_list("pk", "organ"))
    return Counter((organs[case], on) for case, on in set(acts))
