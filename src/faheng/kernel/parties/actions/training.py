"""Keep what training people took part in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from faheng.kernel.parties.actions.checks import filled, must_administer, person_of
from faheng.kernel.parties.declare import NewTraining
from faheng.kernel.parties.models import Training
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.parties.refusals import AlreadyOnFile


@transaction.atomic
def record_training(what: NewTraining, *, by: Viewer, at: datetime) -> Training:
    """Enter the hours of one training for a person; the same one only once.

    Raises:
        AlreadyOnFile: that training is on file for the person.
    """
    person = person_of(what.person_id)
    must_administer(by, person.organ.division.path)
    filled(培训内容=what.subject)
    same = Training.objects.filter(
        person=person, held_on=what.held_on, subject=what.subject
    )
    if same.exists():
        raise AlreadyOnFile
    return Training.objects.create(
        person=person,
        held_on=what.held_on,
        hours=what.hours,
        subject=what.subject,
        source=what.source,
        recorded_at=at,
        recorded_by_id=by.person_id,
    )
