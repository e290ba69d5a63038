"""The right to a hearing, told together with what is intended."""

from __future__ import annotations

from faheng.domains.enforcement.conditions.notice import hearing_right
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.documents.notice import (
    AdvanceNotice,
    HearingRightNotice,
)
from faheng.domains.enforcement.documents.service import ProofOfService
from faheng.domains.enforcement.frame import (
    HearingTerm,
    PenaltyFrame,
)
from faheng.domains.enforcement.procedures.hearing import Hearing
from faheng.domains.enforcement.procedures.legal_review import LegalReview
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import Step, Track
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


class MajorPhase(HearingTerm, part=True):
    """What a larger penalty asks for beside the rest: hearing and legal review."""

    hearing = Track(Hearing, during=(PenaltyFrame.noticed, PenaltyFrame.answered))
    legal_review = Track(
        LegalReview, during=(PenaltyFrame.answered, PenaltyFrame.submitted)
    )

    give_hearing_notice = Step(
        "制作听证告知书",
        at=PenaltyFrame.weighed,
        to=PenaltyFrame.told,
        by=Role.TEAM_LEAD,
        basis=PENALTY_LAW.article(63, 1),
        requires=[hearing_right],
        issues=[AdvanceNotice, HearingRightNotice],
        rows=["P04.1", "P05.2", "P11.4"],
    )

    serve_hearing_notice = Step(
        "送达听证告知书",
        at=PenaltyFrame.told,
        to=PenaltyFrame.noticed,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(63, 1),
        requires=[hearing_right, *LAWFUL_SERVICE],
        serves=[AdvanceNotice, HearingRightNotice],
        issues=[ProofOfService],
        starts=[PenaltyFrame.answering, HearingTerm.requesting_hearing],
        rows=["P04.1", "P04.2", "P05.2", "P05.3"],
    )
