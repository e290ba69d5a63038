"""The tables of the law base."""

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
from faheng.lawbase.models.texts import ArticleText, StatuteText
from faheng.lawbase.models.units import (
    Lineage,
    LineageKind,
    SuggestionState,
    Unit,
    UnitKind,
)
from faheng.lawbase.models.works import (
    Claim,
    ClaimKind,
    DateBasis,
    Version,
    Work,
    WorkName,
)

__all__ = [
    "ArticleText",
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
    "StatuteText",
    "SuggestionState",
    "TargetOutcome",
    "TermRole",
    "Unit",
    "UnitKind",
    "Version",
    "ViolationPair",
    "Work",
    "WorkName",
]
