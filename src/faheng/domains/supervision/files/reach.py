"""What the file of a supervising organ may point at: what lies in its division."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from faheng.kernel.cases.models import Case
from faheng.kernel.parties.models import Organ


def organs_below(case: Case) -> models.QuerySet[Organ]:
    """Return the organs of the supervising organ's division, itself left out."""
    path = case.division_path
    below = Q(division__path=path) | Q(division__path__startswith=f"{path}/")
    found: models.QuerySet[Organ] = Organ.objects.filter(below)
    return found.exclude(pk=case.organ_id).order_by("code")


def cases_below(case: Case, organ: Any = None) -> models.QuerySet[Case]:
    """Return the cases of organs of its division, those of one organ if given."""
    path = case.division_path
    below = Q(division_path=path)
    below |= Q(division_path__gte=f"{path}/", division_path__lt=f"{path}0")
    found: models.QuerySet[Case] = Case.objects.filter(below)
    found = found.exclude(organ=case.organ_id)
    return found.filter(organ=organ) if organ else found
