"""What somebody was warned of, and signed all the same: kept with the act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from faheng.kernel.cases.errors import Problem
from faheng.kernel.cases.models import Act, Defect


def remark(act: Act, problems: Iterable[Problem], at: datetime) -> None:
    """Keep what was known to be doubtful when an act was taken."""
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
            raised_at=at,
        )
        for problem in problems
    )
