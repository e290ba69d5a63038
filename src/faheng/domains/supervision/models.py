"""The tables of supervision, gathered where Django looks for them."""

from __future__ import annotations

from faheng.domains.supervision.campaigns.models import (
    Campaign,
    CampaignOrgan,
    CampaignResult,
    CampaignRule,
)
from faheng.domains.supervision.files.complaint import ComplaintFile, OrganStatement
from faheng.domains.supervision.files.supervision import (
    Interview,
    Rectification,
    SupervisedMatter,
    SupervisionDecision,
    SupervisionFile,
    SupervisionNotice,
    SupervisionOpinion,
    SupervisionReply,
)
from faheng.domains.supervision.intake.models import ComplaintSlip, DoorCount
from faheng.domains.supervision.registers import SupervisionParameter
from faheng.domains.supervision.reporting.models import (
    UpwardMark,
    UpwardReceipt,
    UpwardRecord,
)
from faheng.domains.supervision.telling.models import FindingsTold

__all__ = [
    "Campaign",
    "CampaignOrgan",
    "CampaignResult",
    "CampaignRule",
    "ComplaintFile",
    "ComplaintSlip",
    "DoorCount",
    "FindingsTold",
    "Interview",
    "OrganStatement",
    "Rectification",
    "SupervisedMatter",
    "SupervisionDecision",
    "SupervisionFile",
    "SupervisionNotice",
    "SupervisionOpinion",
    "SupervisionParameter",
    "SupervisionReply",
    "UpwardMark",
    "UpwardReceipt",
    "UpwardRecord",
]
