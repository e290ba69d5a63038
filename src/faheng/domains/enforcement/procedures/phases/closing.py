"""Closing, withdrawal, archive, and what accompanies every phase (结案、归档)."""

from __future__ import annotations

from faheng.domains.enforcement.conditions.closing import (
    CLOSING_RULE,
    checked_by_another,
    close_kind_fits,
    not_served_yet,
    tracks_ended,
)
from faheng.domains.enforcement.conditions.decision import no_measure_open
from faheng.domains.enforcement.conditions.execution import no_remedy_open
from faheng.domains.enforcement.documents.closing import (
    ClosingApproval,
    ContentsList,
    FileCover,
    FileNote,
    RecordingIndex,
    WithdrawalApproval,
)
from faheng.domains.enforcement.documents.service import PublicServiceNotice
from faheng.domains.enforcement.frame import (
    UNDECIDED,
    HearingTerm,
    PenaltyFrame,
)
from faheng.domains.enforcement.rows import PublicNotice, Recording
from faheng.kernel.cases.models import ServiceAttempt
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import ANYWHERE, Step, many, one
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.archives_law import ARCHIVES_LAW
from faheng.statutes.civil_procedure_law import CIVIL_PROCEDURE_LAW


class ClosingPhase(PenaltyFrame, part=True):
    """The case is closed or withdrawn, and its file made up."""

    record_failed_service = Step(
        "记录未能送达",
        at=ANYWHERE,
        by=Role.OFFICER,
        basis=CIVIL_PROCEDURE_LAW.article(95, 1),
        adds=[one(ServiceAttempt)],
        aside=True,
        rows=["P09.8"],
    )
    post_public_notice = Step(
        "制作送达公告",
        at=ANYWHERE,
        by=Role.OFFICER,
        basis=CIVIL_PROCEDURE_LAW.article(95, 1),
        adds=[one(PublicNotice)],
        issues=[PublicServiceNotice],
        aside=True,
        rows=["P09.8"],
    )
    index_recordings = Step(
        "登记音像记录",
        at=ANYWHERE,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(47),
        adds=[many(Recording)],
        issues=[RecordingIndex],
        aside=True,
        rows=["P32.1", "P32.3"],
    )
    withdraw = Step(
        "终止调查（撤案）",
        at=(*UNDECIDED, PenaltyFrame.decided),
        to=PenaltyFrame.withdrawn,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(57, 1),
        asks=[
            "withdraw_ground",
            "withdraw_facts",
            "goods_handling",
            "withdraw_legal_view",
            "withdraw_opinion",
            "withdraw_told",
        ],
        requires=[no_measure_open, not_served_yet, tracks_ended],
        stops=[
            PenaltyFrame.deciding,
            PenaltyFrame.answering,
            HearingTerm.requesting_hearing,
            PenaltyFrame.serving,
        ],
        starts=[PenaltyFrame.archiving],
        issues=[WithdrawalApproval],
        aside=True,
        rows=["P30.1", "P30.2", "P30.3"],
    )
    propose_closing = Step(
        "审查结案条件",
        at=PenaltyFrame.performed,
        to=PenaltyFrame.closing_stage,
        by=Role.TEAM_LEAD,
        basis=CLOSING_RULE,
        asks=["close_kind", "closing_opinion"],
        optional=["goods_state", "remedies_outcome"],
        requires=[close_kind_fits, no_measure_open, no_remedy_open, tracks_ended],
        rows=["P29.1", "P11.12"],
    )
    close_case = Step(
        "批准结案",
        at=PenaltyFrame.closing_stage,
        to=PenaltyFrame.closed,
        by=Role.HEAD,
        basis=CLOSING_RULE,
        asks=["head_closing_opinion"],
        requires=[no_measure_open],
        stops=[PenaltyFrame.closing],
        starts=[PenaltyFrame.archiving],
        issues=[ClosingApproval],
        rows=["P29.2", "P11.12"],
    )
    return_closing = Step(
        "退回结案申请",
        at=PenaltyFrame.closing_stage,
        to=PenaltyFrame.performed,
        by=Role.HEAD,
        basis=CLOSING_RULE,
        asks=["return_reason"],
        aside=True,
        rows=["P29.2"],
    )
    archive = Step(
        "立卷归档",
        at=(PenaltyFrame.closed, PenaltyFrame.withdrawn),
        to=PenaltyFrame.archived,
        by=Role.RECORDER,
        basis=ARCHIVES_LAW.article(14),
        asks=["archive_no", "retention", "pages", "file_note", "checker"],
        requires=[checked_by_another],
        stops=[
            PenaltyFrame.archiving,
            PenaltyFrame.reconsidering,
            PenaltyFrame.suing,
        ],
        issues=[FileCover, ContentsList, FileNote],
        rows=["P32.2", "P11.13"],
    )
