"""One word on all suggestions of a penal provision: this duty, or none of them."""

from __future__ import annotations

from django.db import transaction

from faheng.lawbase.actions.confirming import By, confirm_pair
from faheng.lawbase.errors import NotThere
from faheng.lawbase.models import SuggestionState, Unit, ViolationPair


@transaction.atomic
def choose_duty(penalty_id: int, violated_id: int | None, by: By) -> None:
    """Say which duty a provision punishes; without one: none of those suggested.

    What was chosen before is no longer chosen: a person corrects themselves.

    Raises:
        NotThere: There is no such provision, or no such duty in its version.
    """
    if not Unit.objects.filter(pk=penalty_id).exists():
        raise NotThere(NotThere.__doc__)
    others = ViolationPair.objects.filter(penalty=penalty_id)
    if violated_id is not None:
        others = others.exclude(violated=violated_id)
        confirm_pair(penalty_id, violated_id, by)
    others.update(state=SuggestionState.REJECTED, by=by.person, at=by.at)


@transaction.atomic
def reopen_duties(penalty_id: int) -> None:
    """Take back what was said of a provision: its suggestions wait again."""
    rows = ViolationPair.objects.filter(penalty=penalty_id)
    rows.filter(rank=0).delete()
    rows.update(state=SuggestionState.SUGGESTED, by=None, at=None)
