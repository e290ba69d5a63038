"""Evidence: files that come in with a step, and that go out again."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from faheng.kernel.cases import queries
from faheng.kernel.cases.actions import receive_upload
from faheng.kernel.cases.actions.uploads import Arriving
from faheng.kernel.cases.errors import Problem, StepRefused, Unseen
from faheng.kernel.cases.forms import row_name
from faheng.kernel.cases.models import Evidence, Upload
from faheng.web.files import stored
from faheng.web.reader import StaffRequest, staff
from faheng.web.stepform import PLACE

ROWS = row_name(Evidence)


@require_POST
@staff
def upload(request: StaffRequest, case_id: int) -> HttpResponse:
    """Take a file while the form is being filled; answer with its place in the row."""
    queries.case(request.viewer, case_id)
    name = next(iter(request.FILES), "")
    prefix = name.removesuffix("-file")
    context: dict[str, object] = {"prefix": prefix, "case_id": case_id}
    arriving = request.FILES.get(name)
    status = HTTPStatus.OK
    try:
        context["upload"] = _received(request, arriving)
    except StepRefused as shut:
        context["errors"] = [str(problem) for problem in shut.problems]
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "web/cases/upload.html", context, status=status)


def _received(request: StaffRequest, arriving: Any) -> Upload:
    if not isinstance(arriving, UploadedFile) or not arriving.size:
        raise StepRefused([
            Problem(gettext("文件是空的"), mend=gettext("选一个有内容的文件"))
        ])
    named = Arriving(arriving.name or gettext("未命名"), arriving, arriving.size)
    return receive_upload(request.viewer, named, request.now)


@require_safe
@staff
def evidence(request: StaffRequest, case_id: int, evidence_id: int) -> FileResponse:
    """Hand a piece of evidence out, as it came in."""
    found = queries.evidence_file(request.viewer, evidence_id)
    if found.case_id != case_id or found.upload is None:
        raise Unseen
    kept = found.upload
    return stored(kept.path, kept.media_type, kept.name)


def with_uploads(
    request: StaffRequest, values: dict[str, Any]
) -> tuple[dict[str, Any], list[Problem]]:
    """Put files that came with the form into their rows.

    A row may only name a file that its own sender brought.
    """
    problems: list[Problem] = []
    for place, row in enumerate(values.get(ROWS) or []):
        arriving = request.FILES.get(f"{ROWS}-{row.get(PLACE)}-file")
        if arriving is not None:
            try:
                row["upload"] = _received(request, arriving).pk
            except StepRefused as shut:
                problems += [_at(problem, place) for problem in shut.problems]
        elif row.get("upload") and not queries.brought(request.viewer, row["upload"]):
            row["upload"] = ""
    return values, problems


def _at(problem: Problem, place: int) -> Problem:
    return replace(problem, field=f"{ROWS}-{place}-upload")
