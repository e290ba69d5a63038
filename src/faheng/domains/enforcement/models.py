"""The tables of enforcement, gathered where Django looks for them."""

from __future__ import annotations

from faheng.domains.enforcement.benchmarks.models import (
    Benchmark,
    BenchmarkViolation,
    DiscretionList,
    DiscretionProvision,
    ListEntry,
    ListUse,
)
from faheng.domains.enforcement.files.correction import (
    CorrectionFile,
    Reinspection,
)
from faheng.domains.enforcement.files.deferral import (
    DeferralFile,
    Instalment,
    InstalmentPayment,
)
from faheng.domains.enforcement.files.hearing import (
    HearingFile,
    HearingPerson,
)
from faheng.domains.enforcement.files.jurisdiction import (
    JurisdictionFile,
)
from faheng.domains.enforcement.files.legal_review import (
    ReviewFile,
    ReviewOpinion,
    SubmittedMaterial,
)
from faheng.domains.enforcement.files.on_the_spot import OnTheSpotFile
from faheng.domains.enforcement.files.penalty import PenaltyFile
from faheng.domains.enforcement.files.preservation import (
    PreservationFile,
    PreservedItem,
    PreservedItemFate,
)
from faheng.domains.enforcement.files.publicity import (
    PublicityFile,
)
from faheng.domains.enforcement.files.recusal import (
    RecusalFile,
    RecusedOfficer,
)
from faheng.domains.enforcement.files.sampling import (
    LabCommission,
    LabResult,
    Sample,
    SamplingFile,
)
from faheng.domains.enforcement.files.seized_goods import (
    Custody,
    GoodFate,
    LabPeriod,
    ReturnedGood,
    SeizedGood,
    SoldGood,
)
from faheng.domains.enforcement.files.seizure import (
    SeizureFile,
)
from faheng.domains.enforcement.item_fines import ItemFine
from faheng.domains.enforcement.registers import (
    EnforcementItem,
    ItemKind,
    ItemProvision,
    Parameter,
    Power,
    Threshold,
)
from faheng.domains.enforcement.rows import (
    Agent,
    AssistanceReply,
    AssistanceRequest,
    ConcurrentItem,
    ConfiscatedGoods,
    Defence,
    DefencePoint,
    DemandAnswer,
    DiscussionMember,
    ElectronicExtraction,
    ExhibitFact,
    GoodsDisposal,
    MonitoringReview,
    Payment,
    PenaltyItem,
    ProposedPenalty,
    PublicNotice,
    Questioning,
    Recording,
    RemedyCase,
    RemedyEnd,
    SceneExamination,
    Summons,
)
from faheng.domains.enforcement.rows.weighing import (
    DecidedFine,
    WeighedAmount,
    WeighedFact,
    Worksheet,
)

__all__ = [
    "Agent",
    "AssistanceReply",
    "AssistanceRequest",
    "Benchmark",
    "BenchmarkViolation",
    "ConcurrentItem",
    "ConfiscatedGoods",
    "CorrectionFile",
    "Custody",
    "DecidedFine",
    "Defence",
    "DefencePoint",
    "DeferralFile",
    "DemandAnswer",
    "DiscretionList",
    "DiscretionProvision",
    "DiscussionMember",
    "ElectronicExtraction",
    "EnforcementItem",
    "ExhibitFact",
    "GoodFate",
    "GoodsDisposal",
    "HearingFile",
    "HearingPerson",
    "Instalment",
    "InstalmentPayment",
    "ItemFine",
    "ItemKind",
    "ItemProvision",
    "JurisdictionFile",
    "LabCommission",
    "LabPeriod",
    "LabResult",
    "ListEntry",
    "ListUse",
    "MonitoringReview",
    "OnTheSpotFile",
    "Parameter",
    "Payment",
    "PenaltyFile",
    "PenaltyItem",
    "Power",
    "PreservationFile",
    "PreservedItem",
    "PreservedItemFate",
    "ProposedPenalty",
    "PublicNotice",
    "PublicityFile",
    "Questioning",
    "Recording",
    "RecusalFile",
    "RecusedOfficer",
    "Reinspection",
    "RemedyCase",
    "RemedyEnd",
    "ReturnedGood",
    "ReviewFile",
    "ReviewOpinion",
    "Sample",
    "SamplingFile",
    "SceneExamination",
    "SeizedGood",
    "SeizureFile",
    "SoldGood",
    "SubmittedMaterial",
    "Summons",
    "Threshold",
    "WeighedAmount",
    "WeighedFact",
    "Worksheet",
]
