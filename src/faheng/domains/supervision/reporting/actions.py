"""Gathering what has changed, and writing down what the platform above answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from faheng.domains.supervision.reporting.models import (
    PushStatus,
    UpwardMark,
    UpwardReceipt,
    UpwardRecord,
)
from faheng.domains.supervision.reporting.telling import Thing, things
from faheng.kernel.cases.models import Act, Case
from faheng.kernel.record.actions import canonical, digest

OWN = "supervision."
"""Supervision and complaints are not told upward case by case: they name no party."""

SETTLING = timedelta(minutes=10)
"""Longer than any act takes to be written."""
CHUNK = 500


@dataclass(frozen=True)
class Answer:
    """What the platform above said to one record."""

    record_id: int
    accepted: bool
    number: str = ""
    reasons: tuple[str, ...] = ()
    verdict: str = ""


@transaction.atomic
def gather(at: datetime) -> int:
    """Make records of what has changed since last time.

    Args:
        at: now; acts younger than `SETTLING` are looked at again next time, since
            one that is being written beside them may still come in before them.

    Returns:
        How many records are new.
    """
    mark, _ = UpwardMark.objects.select_for_update().get_or_create(pk=1)
    acts = Act.objects.filter(pk__gt=mark.act_id)
    cases = Case.objects.filter(pk__in=acts.values("case"))
    told = cases.exclude(procedure__startswith=OWN).select_related("organ")
    made = sum(_keep(case) for case in told.iterator(CHUNK))
    settled = acts.filter(recorded_at__lt=at - SETTLING).order_by("-pk")
    mark.act_id = settled.values_list("pk", flat=True).first() or mark.act_id
    mark.save()
    return made


def _keep(case: Case) -> int:
    rows = UpwardRecord.objects.filter(case=case).order_by("version")
    known = {(row.entity, row.key): row for row in rows}
    made = 0
    for thing in things(case):
        before = known.get((thing.entity, thing.key))
        sum_of = digest(canonical(thing.content))
        if before is None or before.digest != sum_of:
            _new_version(case, thing, sum_of, before)
            made += 1
    return made


def _new_version(
    case: Case, thing: Thing, sum_of: str, before: UpwardRecord | None
) -> None:
    """Put a changed thing beside its former version, which is not sent any more."""
    if before is not None:
        unsent = UpwardRecord.objects.filter(entity=thing.entity, key=thing.key)
        unsent.exclude(status=PushStatus.ACCEPTED).update(status=PushStatus.PASSED)
    UpwardRecord.objects.create(
        entity=thing.entity,
        key=thing.key,
        version=before.version + 1 if before else 1,
        case=case,
        organ=case.organ,
        division_path=case.division_path,
        content=thing.content,
        digest=sum_of,
        recorded_at=thing.recorded_at,
    )


def waiting(most: int) -> list[UpwardRecord]:
    """Give records that wait to be sent, the oldest first."""
    rows = UpwardRecord.objects.filter(status=PushStatus.WAITING)
    return list(rows.order_by("pk")[:most])


@transaction.atomic
def note(answers: list[Answer], at: datetime) -> None:
    """Keep each answer, and move its record to where it now stands."""
    rows = UpwardRecord.objects.in_bulk([answer.record_id for answer in answers])
    for answer in answers:
        record = rows[answer.record_id]
        record.tries += 1
        record.pushed_at = record.pushed_at or at
        record.receipt_no = answer.number or record.receipt_no
        record.status = PushStatus.ACCEPTED if answer.accepted else PushStatus.REJECTED
        record.rejected_at = None if answer.accepted else at
        record.save()
        UpwardReceipt.objects.create(
            record=record,
            at=at,
            verdict=answer.verdict,
            number=answer.number,
            reasons="\n".join(answer.reasons),
        )


def count_failure(records: list[UpwardRecord]) -> None:
    """Note that records were sent and no answer came; they still wait."""
    for record in records:
        record.tries += 1
    UpwardRecord.objects.bulk_update(records, ["tries"])


def send_again(record_ids: list[int] | None = None) -> int:
    """Let rejected records wait to be sent once more, as they are.

    For when what was wrong lay with the platform; what is mended here becomes a new
    version by itself.
    """
    rows = UpwardRecord.objects.filter(status=PushStatus.REJECTED)
    if record_ids is not None:
        rows = rows.filter(pk__in=record_ids)
    newest = UpwardRecord.objects.values("entity", "key").annotate(at=Max("pk"))
    rows = rows.filter(pk__in=newest.values("at"))
    return rows.update(status=PushStatus.WAITING)
