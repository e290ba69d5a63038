"""What may run beside the main line of any penalty case."""

from __future__ import annotations

from faheng.domains.enforcement.frame import UNDECIDED, PenaltyFrame
from faheng.domains.enforcement.procedures.correction import Correction
from faheng.domains.enforcement.procedures.deferral import Deferral
from faheng.domains.enforcement.procedures.jurisdiction import JurisdictionDispute
from faheng.domains.enforcement.procedures.preservation import Preservation
from faheng.domains.enforcement.procedures.publicity import Publicity
from faheng.domains.enforcement.procedures.recusal import Recusal
from faheng.domains.enforcement.procedures.sampling import Sampling
from faheng.domains.enforcement.procedures.seizure import Seizure
from faheng.kernel.procedures.declare import Track


class PenaltyTracks(PenaltyFrame, part=True):
    """Recusal, measures, orders, deferral, publication."""

    jurisdiction = Track(
        JurisdictionDispute,
        during=(
            PenaltyFrame.verified,
            PenaltyFrame.proposed,
            PenaltyFrame.endorsed,
            PenaltyFrame.investigating,
        ),
    )
    recusal = Track(Recusal, during=UNDECIDED, many=True)
    preservation = Track(Preservation, during=(PenaltyFrame.investigating,), many=True)
    sampling = Track(Sampling, during=(PenaltyFrame.investigating,), many=True)
    seizure = Track(Seizure, during=(PenaltyFrame.verified, *UNDECIDED), many=True)
    correction = Track(Correction, during=(*UNDECIDED, PenaltyFrame.excused), many=True)
    deferral = Track(Deferral, during=(PenaltyFrame.served, PenaltyFrame.overdue))
    publicity = Track(
        Publicity,
        during=(
            PenaltyFrame.served,
            PenaltyFrame.overdue,
            PenaltyFrame.in_court,
            PenaltyFrame.performed,
            PenaltyFrame.closing_stage,
            PenaltyFrame.closed,
        ),
    )
