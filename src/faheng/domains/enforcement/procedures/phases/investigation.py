"""The investigation (调查取证)."""

from __future__ import annotations

from faheng.domains.enforcement.conditions.decision import (
    may_be_extended,
    may_be_suspended,
    recusal_decided,
)
from faheng.domains.enforcement.conditions.evidence import (
    copies_verified,
    correction_ordered,
    electronic_has_file,
    evidence_reviewed,
    evidence_tracks_ended,
    facts_cite_evidence,
    has_evidence,
    monitoring_passes,
)
from faheng.domains.enforcement.conditions.officers import (
    certificates_shown,
    not_in_two_places,
    officers_named,
    rights_told,
    times_in_order,
    two_certified,
)
from faheng.domains.enforcement.documents.investigation import (
    AddressConfirmation,
    AssistanceLetter,
    ElectronicRecord,
    EvidenceSheet,
    ExtensionApproval,
    MonitoringSheet,
    PartyIdentity,
    PowerOfAttorney,
    QuestioningRecord,
    QuestioningSummons,
    ResumptionDecision,
    SceneRecord,
    SuspensionDecision,
)
from faheng.domains.enforcement.documents.reports import InvestigationReport
from faheng.domains.enforcement.documents.service import ProofOfService
from faheng.domains.enforcement.frame import UNDECIDED, PenaltyFrame
from faheng.domains.enforcement.rows import (
    Agent,
    AssistanceReply,
    AssistanceRequest,
    ConcurrentItem,
    ElectronicExtraction,
    ExhibitFact,
    MonitoringReview,
    Questioning,
    SceneExamination,
    Summons,
)
from faheng.kernel.cases.models import CaseOfficer, Evidence
from faheng.kernel.clocks.declare import DAYS
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import Extend, Step, many, one
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

HERE = PenaltyFrame.investigating


class InvestigationPhase(PenaltyFrame, part=True):
    """Evidence is gathered, reviewed, and reported on."""

    assign_officers = Step(
        "增派办案人员",
        at=UNDECIDED,
        by=Role.TEAM_LEAD,
        basis=PENALTY_LAW.article(42, 1),
        adds=[many(CaseOfficer)],
        requires=[officers_named],
        aside=True,
        rows=["P02.1"],
    )
    confirm_party = Step(
        "核实当事人主体资格",
        at=HERE,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(59, 1, 1),
        asks=["identity_proof"],
        issues=[PartyIdentity],
        rows=["P11.2"],
    )
    confirm_address = Step(
        "确认送达地址",
        at=UNDECIDED,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(61, 2),
        asks=["service_address", "service_phone", "e_service_consent"],
        optional=["service_account", "consent_scope"],
        issues=[AddressConfirmation],
        rows=["P09.5"],
        note="电子送达须由当事人签订确认书同意",
    )
    admit_agent = Step(
        "接收授权委托书",
        at=UNDECIDED,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(64, 1, 5),
        adds=[one(Agent)],
        issues=[PowerOfAttorney],
        aside=True,
        rows=["P05.7"],
    )
    summon = Step(
        "通知询问",
        at=HERE,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(55, 2),
        adds=[one(Summons)],
        requires=[two_certified],
        issues=[QuestioningSummons],
        aside=True,
        rows=["P02.4"],
    )
    serve_summons = Step(
        "送达询问通知书",
        at=HERE,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(55, 2),
        serves=[QuestioningSummons],
        issues=[ProofOfService],
        aside=True,
        rows=["P02.4"],
    )
    question = Step(
        "询问",
        at=HERE,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(55, 2),
        adds=[one(Questioning)],
        requires=[
            two_certified,
            certificates_shown,
            rights_told,
            times_in_order,
            not_in_two_places,
        ],
        issues=[QuestioningRecord],
        rows=["P02.2", "P02.3", "P02.4"],
    )
    examine_scene = Step(
        "现场检查（勘验）",
        at=HERE,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(54, 1),
        adds=[one(SceneExamination)],
        requires=[
            two_certified,
            certificates_shown,
            times_in_order,
            not_in_two_places,
        ],
        issues=[SceneRecord],
        rows=["P02.2", "P02.5"],
    )
    collect_evidence = Step(
        "收集证据",
        at=HERE,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(46, 1),
        adds=[many(Evidence)],
        requires=[two_certified, electronic_has_file],
        issues=[EvidenceSheet],
        rows=["P02.12"],
    )
    extract_data = Step(
        "提取电子数据",
        at=HERE,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(46, 1, 4),
        adds=[one(ElectronicExtraction), many(Evidence)],
        requires=[two_certified, electronic_has_file],
        issues=[ElectronicRecord],
        aside=True,
        rows=["P02.12"],
    )
    review_monitoring = Step(
        "审核电子技术监控记录",
        at=HERE,
        by=(Role.REVIEWER, Role.TEAM_LEAD),
        basis=PENALTY_LAW.article(41, 2),
        adds=[one(MonitoringReview)],
        requires=[monitoring_passes],
        issues=[MonitoringSheet],
        aside=True,
        rows=["P02.10"],
    )
    request_assistance = Step(
        "请求协助调查",
        at=HERE,
        by=Role.TEAM_LEAD,
        basis=PENALTY_LAW.article(26),
        adds=[one(AssistanceRequest)],
        issues=[AssistanceLetter],
        aside=True,
        rows=["P02.11"],
    )
    log_reply = Step(
        "登记协助调查答复",
        at=HERE,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(26),
        adds=[one(AssistanceReply)],
        aside=True,
        rows=["P02.11"],
    )
    suspend = Step(
        "中止调查",
        at=HERE,
        to=PenaltyFrame.suspended,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(60),
        asks=["suspend_ground"],
        requires=[may_be_suspended],
        pauses=[PenaltyFrame.deciding],
        issues=[SuspensionDecision],
        aside=True,
        rows=["P08.2"],
    )
    resume = Step(
        "恢复调查",
        at=PenaltyFrame.suspended,
        to=HERE,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(60),
        asks=["resume_ground"],
        resumes=[PenaltyFrame.deciding],
        issues=[ResumptionDecision],
        rows=["P08.2"],
    )
    extend_deciding = Step(
        "延长办案期限",
        at=UNDECIDED,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(60),
        asks=["extension_days", "extension_reason"],
        requires=[may_be_extended],
        extends=Extend(PenaltyFrame.deciding, "extension_days", DAYS),
        issues=[ExtensionApproval],
        aside=True,
        rows=["P08.2"],
    )
    review_evidence = Step(
        "证据审查",
        at=HERE,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(46, 2),
        asks=["evidence_opinion"],
        requires=[has_evidence, copies_verified],
        rows=["P02.12"],
    )
    close_investigation = Step(
        "调查终结",
        at=HERE,
        to=PenaltyFrame.investigated,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(57, 1),
        asks=[
            "facts",
            "nature",
            "circumstances",
            "conclusion",
            "handler_opinion",
        ],
        optional=["tier", "is_complex", "public_interest", "correction_waived"],
        adds=[many(ExhibitFact, least=0), many(ConcurrentItem, least=0)],
        requires=[
            two_certified,
            has_evidence,
            evidence_reviewed,
            facts_cite_evidence,
            evidence_tracks_ended,
            recusal_decided,
            correction_ordered,
        ],
        issues=[InvestigationReport],
        rows=["P02.13", "P11.2", "P11.3"],
    )
    reopen_investigation = Step(
        "补充调查",
        at=(PenaltyFrame.investigated, PenaltyFrame.weighed, PenaltyFrame.answered),
        to=HERE,
        by=Role.TEAM_LEAD,
        basis=PENALTY_LAW.article(54, 1),
        asks=["return_reason"],
        aside=True,
        rows=["P04.5"],
    )
