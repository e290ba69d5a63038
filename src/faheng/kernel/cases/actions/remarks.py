"""What was wrong with an act that is kept all the same: it stays with the act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from faheng.kernel.cases.actions.mending import MISSING
from faheng.kernel.cases.errors import Problem
from faheng.kernel.cases.models import Act, Defect


def remark(act: Act, problems: Iterable[Problem], at: datetime) -> None:
    """Keep what was known to be wrong or doubtful when an act was taken."""
    Defect.objects.bulk_create(
        Defect(
            case=act.case,
            course=act.course,
            act=act,
            organ=act.case.organ,
            division_path=act.case.division_path,
            condition=problem.key,
            sentence=problem.sentence[:400],
            basis=problem.basis[:200],
            mend=problem.mend[:300],
            watch=problem.watch,
            field=problem.field if problem.key == MISSING else "",
            raised_at=at,
        )
        for problem in problems
    )
