"""快速办理: the general procedure with merged papers and a shorter term.

Nothing that the law asks for is left out: two officers, the notice with facts,
reasons, grounds and rights, the decision and its service. Whoever withdraws the
consent, or whose case grows, goes on under the general procedure in the same
folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from faheng.domains.enforcement.conditions.fast import (
    FAST_RULE,
    consent_given,
    fast_agreed,
    light_enough,
)
from faheng.domains.enforcement.documents.fast import FastConsent
from faheng.domains.enforcement.files.penalty import PenaltyFile
from faheng.domains.enforcement.frame import UNDECIDED, PenaltyFrame
from faheng.domains.enforcement.local import local
from faheng.domains.enforcement.procedures.ordinary_penalty import OrdinaryPenalty
from faheng.domains.enforcement.procedures.phases.closing import ClosingPhase
from faheng.domains.enforcement.procedures.phases.clue import CluePhase
from faheng.domains.enforcement.procedures.phases.decision import DecisionPhase
from faheng.domains.enforcement.procedures.phases.execution import ExecutionPhase
from faheng.domains.enforcement.procedures.phases.investigation import (
    InvestigationPhase,
)
from faheng.domains.enforcement.procedures.phases.notice import NoticePhase
from faheng.domains.enforcement.procedures.phases.tracks import PenaltyTracks
from faheng.kernel.clocks.declare import WORKING_DAYS
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import Condition, Step, Term
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

_DECIDING_FAST = Term(
    local("fast_days"), WORKING_DAYS, FAST_RULE, title="快速办理作出决定"
)


def _also(
    step: Step,
    *,
    requires: Sequence[Condition] = (),
    starts: Sequence[Term] = (),
    stops: Sequence[Term] = (),
    rows: Sequence[str] = (),
) -> Step:
    """Take a step of the general procedure with something added to it."""
    return replace(
        step,
        requires=[*step.requires, *requires],
        starts=[*step.starts, *starts],
        stops=[*step.stops, *stops],
        rows=[*step.rows, *rows],
    )


class FastPenalty(
    ClosingPhase,
    ExecutionPhase,
    DecisionPhase,
    NoticePhase,
    InvestigationPhase,
    CluePhase,
    PenaltyTracks,
):
    """A simple case whose party admits the facts and agrees."""

    title = "行政处罚快速办理"
    basis = FAST_RULE
    file = PenaltyFile

    deciding_fast = _DECIDING_FAST

    file_case = _also(CluePhase.file_case, starts=[_DECIDING_FAST], rows=["P12.4"])
    agree_fast = Step(
        "告知快速办理并取得同意",
        at=PenaltyFrame.investigating,
        by=Role.OFFICER,
        basis=FAST_RULE,
        asks=["fast_reason", "admits", "fast_consent"],
        requires=[consent_given],
        issues=[FastConsent],
        rows=["P12.1", "P12.2"],
    )
    close_investigation = _also(
        InvestigationPhase.close_investigation,
        requires=[fast_agreed],
        rows=["P12.3"],
    )
    weigh = _also(NoticePhase.weigh, requires=[light_enough], rows=["P12.1"])
    submit_decision = _also(DecisionPhase.submit_decision, requires=[light_enough])
    decide = _also(
        DecisionPhase.decide,
        requires=[fast_agreed, light_enough],
        stops=[_DECIDING_FAST],
        rows=["P12.4"],
    )
    decide_no_penalty = _also(
        DecisionPhase.decide_no_penalty, stops=[_DECIDING_FAST], rows=["P12.4"]
    )
    refer_to_police = _also(DecisionPhase.refer_to_police, stops=[_DECIDING_FAST])
    transfer_out = _also(CluePhase.transfer_out, stops=[_DECIDING_FAST])
    withdraw = _also(ClosingPhase.withdraw, stops=[_DECIDING_FAST])
    convert = Step(
        "转为普通程序",
        at=UNDECIDED,
        by=Role.TEAM_LEAD,
        basis=PENALTY_LAW.article(54, 1),
        asks=["convert_reason"],
        stops=[_DECIDING_FAST],
        becomes=OrdinaryPenalty,
        aside=True,
        rows=["P12.2", "P12.4"],
        note="已办的步骤和文书继续有效，九十日的办案期限不重新计算",
    )
