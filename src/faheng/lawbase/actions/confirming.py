"""What people make of the program's suggestions, each with who and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db import models, transaction

from faheng.lawbase.errors import NotThere
from faheng.lawbase.models import (
    ConfirmedQuestion,
    Doubt,
    DoubtState,
    Lineage,
    LineageKind,
    PenaltyFine,
    PenaltyReading,
    PenaltyTerm,
    ReadingState,
    SuggestionState,
    TermRole,
    Unit,
    ViolationPair,
    WorkName,
)
from faheng.lawbase.penalties.declare import Fine, Penalty
from faheng.lawbase.status.declare import key

Row = TypeVar("Row", bound=models.Model)
FINE_COLUMNS = (
    "subject",
    "condition",
    "min",
    "max",
    "unit",
    "base",
    "of",
    "cap",
    "cap_unit",
)


@dataclass(frozen=True)
class By:
    """Who does something, and when."""

    person: int
    at: datetime


def confirm_doubt(doubt_id: int, by: By) -> None:
    """Say that the split is right where the program doubted it."""
    row = _row(Doubt, doubt_id)
    row.state = DoubtState.CONFIRMED
    _signed(row, by)


def confirm_lineage(lineage_id: int, by: By, kind: LineageKind | None = None) -> None:
    """Say that a unit did come from the other; with `kind`: in another way."""
    row = _row(Lineage, lineage_id)
    row.state = SuggestionState.CONFIRMED
    row.kind = kind or row.kind
    _signed(row, by)


def reject_lineage(lineage_id: int, by: By) -> None:
    """Say that a unit did not come from the other."""
    row = _row(Lineage, lineage_id)
    row.state = SuggestionState.REJECTED
    _signed(row, by)


@transaction.atomic
def confirm_penalty(reading_id: int, by: By, corrected: Penalty | None = None) -> None:
    """Say that a reading is right, or set the right one in its place."""
    row = _row(PenaltyReading, reading_id)
    row.state = ReadingState.CONFIRMED
    if corrected is not None:
        row.state = ReadingState.CORRECTED
        row.criminal_liability = corrected.criminal_liability
        row.official_discipline = corrected.official_discipline
        row.terms.all().delete()
        row.fines.all().delete()
        PenaltyTerm.objects.bulk_create([
            PenaltyTerm(reading=row, role=role, text=text)
            for role, text in terms(corrected)
        ])
        PenaltyFine.objects.bulk_create([
            PenaltyFine(reading=row, **fine_columns(one)) for one in corrected.fines
        ])
    _signed(row, by)


def terms(penalty: Penalty) -> list[tuple[TermRole, str]]:
    """The words of a reading, each with what it is."""
    return [
        *((TermRole.AUTHORITY, text) for text in penalty.authority),
        *((TermRole.VIOLATED, text) for text in penalty.violated),
        *((TermRole.KIND, text) for text in penalty.kinds),
        *((TermRole.CONDITION, text) for text in penalty.conditions),
        *((TermRole.CORRECTIVE, text) for text in penalty.corrective),
    ]


def fine_columns(fine: Fine) -> dict[str, str | float | None]:
    """The columns of a fine."""
    return {name: getattr(fine, name) for name in FINE_COLUMNS}


def confirm_pair(penalty_id: int, violated_id: int, by: By) -> None:
    """Say that a provision punishes the breach of a unit, suggested or not."""
    _pair(penalty_id, violated_id, SuggestionState.CONFIRMED, by)


def reject_pair(penalty_id: int, violated_id: int, by: By) -> None:
    """Say that a provision does not punish the breach of a unit."""
    _pair(penalty_id, violated_id, SuggestionState.REJECTED, by)


def remember_question(question: str, title: str, place: str, by: By) -> int:
    """Keep that a question is answered by a unit, in every version; the row's key."""
    words = " ".join(question.split())
    name = WorkName.objects.filter(name=key(title)).first()
    if name is None or not words:
        raise NotThere(NotThere.__doc__)
    if not Unit.objects.filter(version__work=name.work_id, address=place).exists():
        raise NotThere(NotThere.__doc__)
    row, _ = ConfirmedQuestion.objects.get_or_create(
        question=words,
        work_id=name.work_id,
        address=place,
        defaults={"by_id": by.person, "at": by.at},
    )
    return row.pk


def _pair(penalty_id: int, violated_id: int, state: SuggestionState, by: By) -> None:
    """Keep what a person says of a pair."""
    units = {
        row.pk: row for row in Unit.objects.filter(pk__in=(penalty_id, violated_id))
    }
    if {penalty_id, violated_id} - units.keys():
        raise NotThere(NotThere.__doc__)
    if units[penalty_id].version_id != units[violated_id].version_id:
        raise NotThere(NotThere.__doc__)
    ViolationPair.objects.update_or_create(
        penalty_id=penalty_id,
        violated_id=violated_id,
        defaults={"state": state, "by_id": by.person, "at": by.at},
        create_defaults={
            "state": state,
            "by_id": by.person,
            "at": by.at,
            "rank": 0,
            "score": 0.0,
        },
    )


def _row(model: type[Row], identity: int) -> Row:
    """The row of that key."""
    row = model._default_manager.filter(pk=identity).first()  # noqa: SLF001 - Django's own name
    if row is None:
        raise NotThere(NotThere.__doc__)
    return row


def _signed(row: Doubt | Lineage | PenaltyReading, by: By) -> None:
    """Keep a row with who and when."""
    row.by_id, row.at = by.person, by.at
    row.save()
