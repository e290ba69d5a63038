"""Signing a step: what its papers cite is looked up before it is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from faheng.kernel.cases.actions.remarks import remark
from faheng.kernel.cases.errors import StepRefused
from faheng.kernel.cases.models import Act
from faheng.kernel.cases.queries import made_by
from faheng.web.present import warned
from faheng.web.present.warned import Text
from faheng.web.target import Target

REASON = "basis_reason"
LONGEST = 200


class Unfounded(StepRefused):
    """所引条文有问题，须写明理由。"""


def sign(
    target: Target,
    values: Mapping[str, Any],
    happened_at: datetime | None,
    version: int | None,
    told: tuple[Iterable[Text], str],
) -> Act:
    """Take a step; a paper to the party may cite only what is in force.

    Args:
        target: the step.
        values: what was typed.
        happened_at: when, where it is not now.
        version: of the course as the reader saw it.
        told: the texts typed, and the reason given for signing all the same.

    Raises:
        Unfounded: something cited is not there, and no reason was given.
        CaseError: the door stays shut.
    """
    texts, reason = told
    on = warned.days(target, warned.file_of(target), happened_at)
    with transaction.atomic():
        act = target.sign(values, happened_at, version)
        made = made_by(act)
        found = warned.warned([*texts, *warned.paper_texts(made)], on)
        if found and warned.goes_out(made) and not (reason or target.afterwards):
            raise Unfounded(warned.problems(found))
        if found:
            remark(act, warned.problems(found, reason), target.now)
    return act
