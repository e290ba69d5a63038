"""Confirming a split: the queue of files with doubts, and the bench of one file."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from faheng.lawbase.actions import confirm_doubt, correct_split
from faheng.lawbase.errors import Refused
from faheng.lawbase.models import Doubt, SourceFile
from faheng.lawbase.parser.corrections import (
    Correction,
    NotCorrected,
    Remedy,
    corrected,
)
from faheng.lawbase.parser.reading import Unreadable
from faheng.web import parts
from faheng.web.present.lawbook import splitting as present
from faheng.web.reader import StaffRequest, staff
from faheng.web.views.lawbook.asked import CRUMB, number_of
from faheng.web.views.lawbook.confirming import by, may_confirm

HIGHEST = 9999
LONGEST = 60


@require_safe
@staff
def doubts(request: StaffRequest) -> HttpResponse:
    """List the files with open doubts, the most doubtful first."""
    context = {"queue": present.queue(), "may_confirm": may_confirm(request.viewer)}
    return render(request, "web/law/doubts.html", context)


@require_safe
@staff
def bench(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a file beside what was made of it."""
    return _shown(request, _file(pk))


@require_POST
@staff
def remedy(request: StaffRequest, pk: int) -> HttpResponse:
    """Write what a person says of a line, and show what becomes of the split."""
    file, signed = _file(pk), by(request)
    try:
        text = "\n".join(_after(request, file))
        correct_split(file.pk, text, signed)
    except (NotCorrected, Refused, Unreadable) as refused:
        return _shown(request, file, problem=str(refused), status=422)
    return _done(request, file, gettext("已更正，右边是重新拆分的结果。"))


@require_POST
@staff
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that the split is right where it was doubted."""
    doubt = Doubt.objects.filter(pk=pk).first()
    if doubt is None:
        raise Http404
    confirm_doubt(doubt.pk, by(request))
    return _done(request, _file(doubt.file_id), gettext("已核实。"))


@require_safe
@staff
def original(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the file as it came in."""
    file = _file(pk)
    response = HttpResponse(
        bytes(file.original), content_type="application/octet-stream"
    )
    name = quote(file.name.rpartition("/")[2] or "source")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _file(pk: int) -> SourceFile:
    files = SourceFile.objects.select_related("version__work", "recorded_by")
    file = files.filter(pk=pk).first()
    if file is None:
        raise Http404
    return file


def _after(request: StaffRequest, file: SourceFile) -> list[str]:
    """The lines of a file after what was asked for."""
    asked = request.POST.get("remedy", "")
    if asked == "undo":
        return _before(file)
    if asked not in set(Remedy):
        raise NotCorrected(gettext("没有选怎么更正"))
    correction = Correction(
        _given(request, "line"),
        Remedy(asked),
        _given(request, "number"),
        _given(request, "suffix"),
        request.POST.get("words", "")[:LONGEST],
    )
    return corrected(present.text_lines(file), correction)


def _before(file: SourceFile) -> list[str]:
    """The lines before the last correction, which is kept as well."""
    last = list(file.corrections.order_by("-pk")[:2])
    if not last:
        raise NotCorrected(gettext("还没有更正过"))
    if len(last) == 1:
        return present.original_lines(file)
    return last[1].text.split("\n")


def _given(request: StaffRequest, name: str) -> int:
    text = request.POST.get(name, "").strip()
    good = text.isascii() and text.isdigit() and int(text[:9]) <= HIGHEST * 9
    return int(text[:9]) if good else 0


def _done(request: StaffRequest, file: SourceFile, said: str) -> HttpResponse:
    if request.htmx:
        return _shown(request, file, said=said)
    messages.success(request, said)
    return redirect("law_split", file.pk)


def _shown(
    request: StaffRequest,
    file: SourceFile,
    *,
    said: str = "",
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    whole = "whole" in request.GET or "whole" in request.POST
    try:
        found = present.bench(file, whole=whole, line=number_of(request, "line"))
    except Unreadable as wrong:
        found, problem = None, str(wrong)
    work = file.version.work
    context = {
        "bench": found,
        "file": file,
        "work": work,
        "whole": whole,
        "line": number_of(request, "line"),
        "said": said,
        "problem": problem,
        "may_confirm": may_confirm(request.viewer),
        "crumbs": (
            parts.Link(CRUMB, reverse("law_index")),
            parts.Link(gettext("拆分疑点"), reverse("law_doubts")),
            parts.Link(work.title),
        ),
    }
    page = "web/law/bench.html" if request.htmx else "web/law/split.html"
    return render(request, page, context, status=status)
