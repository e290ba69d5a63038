"""Child tables of a penalty case: what can happen twice."""

from faheng.domains.enforcement.rows.execution import (
    ConfiscatedGoods,
    DemandAnswer,
    GoodsDisposal,
    Payment,
    PublicNotice,
    Recording,
    RemedyCase,
    RemedyEnd,
)
from faheng.domains.enforcement.rows.investigation import (
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
from faheng.domains.enforcement.rows.outcome import (
    Defence,
    DefencePoint,
    DiscussionMember,
    PenaltyItem,
    ProposedPenalty,
)

__all__ = [
    "Agent",
    "AssistanceReply",
    "AssistanceRequest",
    "ConcurrentItem",
    "ConfiscatedGoods",
    "Defence",
    "DefencePoint",
    "DemandAnswer",
    "DiscussionMember",
    "ElectronicExtraction",
    "ExhibitFact",
    "GoodsDisposal",
    "MonitoringReview",
    "Payment",
    "PenaltyItem",
    "ProposedPenalty",
    "PublicNotice",
    "Questioning",
    "Recording",
    "RemedyCase",
    "RemedyEnd",
    "SceneExamination",
    "Summons",
]
