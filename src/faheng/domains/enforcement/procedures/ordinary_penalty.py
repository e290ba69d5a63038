"""普通程序: filed, investigated, noticed, decided, served, performed, archived."""

from __future__ import annotations

from faheng.domains.enforcement.files.penalty import PenaltyFile
from faheng.domains.enforcement.procedures.phases.closing import ClosingPhase
from faheng.domains.enforcement.procedures.phases.clue import CluePhase
from faheng.domains.enforcement.procedures.phases.decision import DecisionPhase
from faheng.domains.enforcement.procedures.phases.execution import ExecutionPhase
from faheng.domains.enforcement.procedures.phases.investigation import (
    InvestigationPhase,
)
from faheng.domains.enforcement.procedures.phases.major import MajorPhase
from faheng.domains.enforcement.procedures.phases.notice import NoticePhase
from faheng.domains.enforcement.procedures.phases.tracks import PenaltyTracks
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


class OrdinaryPenalty(
    ClosingPhase,
    ExecutionPhase,
    DecisionPhase,
    MajorPhase,
    NoticePhase,
    InvestigationPhase,
    CluePhase,
    PenaltyTracks,
):
    """Steps come from the phases; the last base is the first phase."""

    title = "行政处罚普通程序"
    basis = PENALTY_LAW.article(54)
    file = PenaltyFile
