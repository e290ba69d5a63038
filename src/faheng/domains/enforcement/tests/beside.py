"""A short main line beside which the tests of the tracks run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from faheng.domains.enforcement.files.penalty import PenaltyFile
from faheng.domains.enforcement.procedures.correction import Correction
from faheng.domains.enforcement.procedures.deferral import Deferral
from faheng.domains.enforcement.procedures.hearing import Hearing
from faheng.domains.enforcement.procedures.jurisdiction import JurisdictionDispute
from faheng.domains.enforcement.procedures.legal_review import LegalReview
from faheng.domains.enforcement.procedures.preservation import Preservation
from faheng.domains.enforcement.procedures.publicity import Publicity
from faheng.domains.enforcement.procedures.recusal import Recusal
from faheng.domains.enforcement.procedures.sampling import Sampling
from faheng.domains.enforcement.procedures.seizure import Seizure
from faheng.domains.enforcement.tests.cast import CN, Cast, build
from faheng.kernel.cases.actions import Moment, open_case, open_track, take
from faheng.kernel.cases.models import (
    Act,
    Case,
    CaseOfficer,
    CaseParty,
    Clock,
    Course,
    Paper,
)
from faheng.kernel.parties.declare import PartyKind, Role
from faheng.kernel.procedures.declare import (
    Procedure,
    Stage,
    Step,
    Track,
    many,
    one,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

Values = Mapping[str, Any]


class MainLine(Procedure):
    """Opened and closed; everything happens beside it."""

    title = "测试主程序"
    basis = PENALTY_LAW.article(54)
    file = PenaltyFile

    running = Stage("办理中")
    closed = Stage("办结", final=True)

    begin = Step(
        "立案",
        at=None,
        to=running,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(54),
        asks=["item"],
        adds=[many(CaseOfficer), one(CaseParty)],
    )
    close = Step(
        "办结",
        at=running,
        to=closed,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(54),
    )

    correction = Track(Correction, many=True)
    deferral = Track(Deferral)
    hearing = Track(Hearing)
    jurisdiction = Track(JurisdictionDispute)
    legal_review = Track(LegalReview, many=True)
    preservation = Track(Preservation, many=True)
    publicity = Track(Publicity)
    recusal = Track(Recusal, many=True)
    sampling = Track(Sampling, many=True)
    seizure = Track(Seizure, many=True)


def at(month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    """Return a moment of 2026 in the city."""
    return datetime(2026, month, day, hour, minute, tzinfo=CN)


def handed(on: date, **more: Any) -> dict[str, Any]:
    """Return a delivery into the party's hands."""
    return {"method": "direct", "acted_on": on, "receiver": "王建国", **more}


@dataclass
class Beside:
    """One case with two officers and a citizen, and its tracks."""

    cast: Cast
    case: Case
    course: Course | None = None

    def open(
        self, track: str, step: str, who: str, values: Values, when: datetime
    ) -> Act:
        """Open a track."""
        viewer = self.cast.viewer(who, when.date())
        act = open_track(viewer, self.case.pk, track, step, values, Moment(when))
        self.course = act.course
        return act

    def take(self, step: str, who: str, values: Values, when: datetime) -> Act:
        """Take a step of the track opened last."""
        assert self.course is not None
        viewer = self.cast.viewer(who, when.date())
        return take(viewer, self.course.pk, step, values, Moment(when))

    @property
    def stage(self) -> str:
        """Return where the track stands."""
        assert self.course is not None
        return Course.objects.get(pk=self.course.pk).stage

    def due(self, term: str) -> date:
        """Return the last day of the latest clock of a term."""
        clock = Clock.objects.filter(course=self.course, term=term).latest("id")
        return clock.due_on

    def rows(self, model: type[Any]) -> list[Any]:
        """Return the child rows of the case."""
        return list(model.objects.filter(case=self.case).order_by("id"))

    def paper(self, code: str, on: date, number: str = "", served: bool = True) -> None:
        """Put a paper of the main line on the file."""
        main = Course.objects.get(case=self.case, track="")
        Paper.objects.create(
            case=self.case,
            course=main,
            act=Act.objects.filter(course=main).latest("id"),
            document=f"main_{code}",
            code=code,
            title=code,
            number=number,
            made_on=on,
            values={},
            served_on=on if served else None,
        )


def begin(when: datetime) -> Beside:
    """Open a case."""
    cast = build()
    values = {
        "item": cast.items["擅自倾倒建筑垃圾"],
        "case_officer": [
            {"person": cast.people["陈立衡"], "is_lead": True},
            {"person": cast.people["林晓岚"]},
        ],
        "case_party": {
            "kind": PartyKind.CITIZEN,
            "name": "王建国",
            "address": "望海区东门路1号",
        },
    }
    viewer = cast.viewer("陈立衡", when.date())
    act = open_case(
        viewer,
        MainLine.key,
        "begin",
        cast.organs["bureau"].pk,
        values,
        Moment(when),
    )
    return Beside(cast, act.case)
