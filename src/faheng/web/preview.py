"""A draft of a paper before the step that makes it is signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext

from faheng.kernel.cases.errors import Problem, StepRefused
from faheng.kernel.cases.forms import clean
from faheng.kernel.cases.queries import made_by
from faheng.kernel.documents.engine import pdf
from faheng.web.files import answer
from faheng.web.present.papers import document_of, layout
from faheng.web.target import Target


def draft(
    target: Target,
    values: Mapping[str, Any],
    happened_at: datetime | None,
    document: str,
) -> HttpResponse:
    """Carry the step out, print its paper as a draft, and undo everything.

    Raises:
        StepRefused: what was typed cannot be read, or the step makes no such paper.
    """
    asked = target.asked
    read = clean(asked.procedure, asked.step, asked.case, asked.on, values)
    if read.problems:
        raise StepRefused(read.problems)
    with transaction.atomic():
        act = replace(target, afterwards=True).sign(values, happened_at, None)
        made = [paper for paper in made_by(act) if paper.document == document]
        declared = document_of(made[0]) if made else None
        if declared is None:
            raise StepRefused([Problem(gettext("这一步不制作这种文书"))])
        laid = layout(made[0], declared, draft=True)
        # Nothing of this may stay: no number is used up, no act is on record.
        transaction.set_rollback(True)
    title = f"{declared.title}（稿）.pdf"
    return answer(pdf.render(replace(laid, number="")), "application/pdf", title)
