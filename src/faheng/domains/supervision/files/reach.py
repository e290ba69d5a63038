"""What the file of a supervising organ may point at: what lies in its division."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import Organ

LONG = 18
"""No key has as many figures."""


def organs_below(case: Case) -> models.QuerySet[Organ]:
    """Return the organs of the supervising organ's division, itself left out."""
    path = case.division_path
    below = Q(division__path=path) | Q(division__path__startswith=f"{path}/")
    found: models.QuerySet[Organ] = Organ.objects.filter(below)
    return found.exclude(pk=case.organ_id).order_by("code")


def case_named(words: str) -> Case | None:
    """Return the case of a number, or of a key where it has no number yet."""
    plain = words.strip()
    if plain.isascii() and plain.isdigit() and len(plain) < LONG:
        return Case.objects.filter(pk=int(plain)).first()
    return Case.objects.filter(number=plain).first() if plain else None
