"""Tables of cases; import them from here."""

from faheng.kernel.cases.models.case import (
    Act,
    ActDetail,
    Case,
    CaseFile,
    CaseRow,
    Course,
    Door,
)
from faheng.kernel.cases.models.clocks import (
    Clock,
    ClockExtension,
    ClockPause,
    ClockState,
)
from faheng.kernel.cases.models.evidence import Evidence, EvidenceKind, Upload
from faheng.kernel.cases.models.papers import (
    Outcome,
    Paper,
    PaperState,
    Service,
    ServiceAttempt,
    ServiceMethod,
)
from faheng.kernel.cases.models.people import CaseOfficer, CaseOrgan, CaseParty
from faheng.kernel.cases.models.watch import Defect, Notice, Task

__all__ = [
    "Act",
    "ActDetail",
    "Case",
    "CaseFile",
    "CaseOfficer",
    "CaseOrgan",
    "CaseParty",
    "CaseRow",
    "Clock",
    "ClockExtension",
    "ClockPause",
    "ClockState",
    "Course",
    "Defect",
    "Door",
    "Evidence",
    "EvidenceKind",
    "Notice",
    "Outcome",
    "Paper",
    "PaperState",
    "Service",
    "ServiceAttempt",
    "ServiceMethod",
    "Task",
    "Upload",
]
