"""The tables of the law base."""

from faheng.lawbase.levels import UnitKind
from faheng.lawbase.models.citing import CitationFound, CitationTarget, TargetOutcome
from faheng.lawbase.models.files import (
    Difference,
    Doubt,
    DoubtState,
    FileRole,
    SourceFile,
    SplitCorrection,
)
from faheng.lawbase.models.memory import ConfirmedQuestion
from faheng.lawbase.models.penal import (
    PenaltyFine,
    PenaltyReading,
    PenaltyTerm,
    ReadingState,
    TermRole,
    ViolationPair,
)
from faheng.lawbase.models.units import (
    Lineage,
    LineageKind,
    SuggestionState,
    Unit,
)
from faheng.lawbase.models.works import (
    Claim,
    ClaimKind,
    DateBasis,
    TitleSeen,
    Version,
    Work,
    WorkName,
)

__all__ = [
    "CitationFound",
    "CitationTarget",
    "Claim",
    "ClaimKind",
    "ConfirmedQuestion",
    "DateBasis",
    "Difference",
    "Doubt",
    "DoubtState",
    "FileRole",
    "Lineage",
    "LineageKind",
    "PenaltyFine",
    "PenaltyReading",
    "PenaltyTerm",
    "ReadingState",
    "SourceFile",
    "SplitCorrection",
    "SuggestionState",
    "TargetOutcome",
    "TermRole",
    "TitleSeen",
    "Unit",
    "UnitKind",
    "Version",
    "ViolationPair",
    "Work",
    "WorkName",
]
