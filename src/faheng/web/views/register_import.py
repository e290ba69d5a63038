"""Imports of a register: a file is rehearsed, then confirmed; batches are kept."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from faheng.kernel.cases.errors import NotYours
from faheng.kernel.pages.names import titled
from faheng.kernel.registers import actions, exports, queries
from faheng.kernel.registers.actions import ImportResult
from faheng.kernel.registers.declare import Register
from faheng.kernel.registers.models import ImportBatch
from faheng.kernel.registers.queries import RejectedLine
from faheng.kernel.registers.refusals import FileRefused, NotKeeper, NotShown, TooLarge
from faheng.kernel.registers.sheets import MAX_BYTES, Upload
from faheng.web import parts, pending
from faheng.web.present import imports as present
from faheng.web.reader import StaffRequest, staff
from faheng.web.views.registers import CRUMB, attachment, register_of

SHOWN = 200
BATCHES = 50


class FileForm(forms.Form):
    """The file, and why an entry that is there already should say something else."""

    file = forms.FileField(
        label=gettext_lazy("文件"),
        help_text=gettext_lazy("xlsx 或 csv，第一行是表头；不超过 20 MB、2 万行"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={
            "required": gettext_lazy("请选一个文件。"),
            "empty": gettext_lazy("文件是空的。"),
        },
    )
    reason = forms.CharField(
        label=gettext_lazy("更正原因"),
        required=False,
        max_length=200,
        help_text=gettext_lazy(
            "同代码、同生效日期的条目内容要改时必须写明，会留在该条的更正记录里"
        ),
    )


def keeper(request: StaffRequest, key: str) -> Register:
    """Give the register to whoever keeps registers.

    Raises:
        NotYours: the reader keeps none.
    """
    register = register_of(key)
    if not queries.may_keep(request.viewer):
        raise NotYours(str(NotKeeper.__doc__))
    return register


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def upload(request: StaffRequest, key: str) -> HttpResponse:
    """Take a file, show what would become of it, and take it in once confirmed."""
    register = keeper(request, key)
    if request.method != "POST":
        return _form(request, register, FileForm())
    if "confirm" in request.POST:
        return _confirmed(request, register)
    if "drop" in request.POST:
        pending.drop(request)
        return redirect("register_import", key=key)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, register, form)
    file = form.cleaned_data["file"]
    try:
        sheet = _read(file)
        waiting = pending.keep(request, key, sheet, form.cleaned_data["reason"])
        found = _import(request, register, waiting, dry_run=True)
    except FileRefused as refused:
        pending.drop(request)
        form.add_error("file", str(refused))
        return _form(request, register, form)
    return _report(request, register, waiting, found)


def _read(file: UploadedFile[bytes]) -> Upload:
    if (file.size or 0) > MAX_BYTES:
        raise TooLarge
    return Upload(file.name or "", file.read())


def _import(
    request: StaffRequest,
    register: Register,
    waiting: pending.Pending,
    *,
    dry_run: bool,
) -> ImportResult:
    writing = actions.writing(request.viewer, request.now, waiting.reason)
    return actions.import_rows(
        register, waiting.upload(), writing=writing, dry_run=dry_run
    )


def _form(request: StaffRequest, register: Register, form: FileForm) -> HttpResponse:
    context = {
        "register": register,
        "form": form,
        "columns": present.columns(register),
        "crumbs": _crumbs(register, gettext("导入")),
        "recent": _batches(request, register, 5),
    }
    status = 422 if form.errors else 200
    return render(request, "web/registers/import.html", context, status=status)


def _report(
    request: StaffRequest,
    register: Register,
    waiting: pending.Pending,
    found: ImportResult,
) -> HttpResponse:
    context = {
        "register": register,
        "name": waiting.name,
        "outcomes": present.outcomes(found),
        "accepted": len(found.accepted),
        "rejected": len(found.rejected),
        "lines": present.lines(found.rejected[:SHOWN]),
        "more": max(len(found.rejected) - SHOWN, 0),
        "ignored": found.ignored,
        "notes": [row for row in found.accepted if row.notes],
        "crumbs": _crumbs(register, gettext("导入")),
    }
    return render(request, "web/registers/rehearsal.html", context)


def _confirmed(request: StaffRequest, register: Register) -> HttpResponse:
    waiting = pending.kept(request, register.key)
    if waiting is None:
        form = FileForm({})
        form.errors.clear()
        form.add_error(None, gettext("要导入的文件已经不在了，请再选一次。"))
        return _form(request, register, form)
    found = _import(request, register, waiting, dry_run=False)
    pending.drop(request)
    messages.success(request, present.said(found))
    return redirect("register_batch", key=register.key, pk=found.batch_id)


@require_safe
@staff
def rehearsal_rejected(request: StaffRequest, key: str) -> HttpResponse:
    """Give the rows that the waiting file would lose, to be mended and sent again."""
    register = keeper(request, key)
    waiting = pending.kept(request, key)
    if waiting is None:
        raise Http404
    found = _import(request, register, waiting, dry_run=True)
    lines = [
        RejectedLine(row.line, tuple(row.raw.items()), row.reason)
        for row in found.rejected
    ]
    return _sheet(register, lines)


@require_safe
@staff
def template(request: StaffRequest, key: str) -> HttpResponse:
    """Give the empty sheet with the headings."""
    register = keeper(request, key)
    return attachment(exports.template(register), "xlsx", f"{register.title} 模板.xlsx")


@require_safe
@staff
def batches(request: StaffRequest, key: str) -> HttpResponse:
    """List the files that were read into a register."""
    register = keeper(request, key)
    context = {
        "register": register,
        "batches": _batches(request, register, BATCHES),
        "crumbs": _crumbs(register, gettext("导入批次")),
    }
    return render(request, "web/registers/batches.html", context)


def _batches(
    request: StaffRequest, register: Register, most: int
) -> list[present.Batch]:
    rows = ImportBatch.objects.filter(register=register.key)
    newest = rows.select_related("recorded_by")[:most]
    return [present.batch(row, request.viewer.person_id) for row in newest]


@require_safe
@staff
def batch(request: StaffRequest, key: str, pk: int) -> HttpResponse:
    """Show what became of one file, with every row that was not taken in."""
    register = keeper(request, key)
    row, lines = _rejected(request, register, pk)
    context = {
        "register": register,
        "batch": present.batch(row, request.viewer.person_id),
        "lines": present.lines(lines[:SHOWN]),
        "more": max(len(lines) - SHOWN, 0),
        "crumbs": _crumbs(register, gettext("批次 %(pk)s") % {"pk": pk}),
    }
    return render(request, "web/registers/batch.html", context)


@require_safe
@staff
def batch_rejected(request: StaffRequest, key: str, pk: int) -> HttpResponse:
    """Give the rows of a batch that were not taken in."""
    register = keeper(request, key)
    _, lines = _rejected(request, register, pk)
    return _sheet(register, lines)


def _rejected(
    request: StaffRequest, register: Register, pk: int
) -> tuple[ImportBatch, list[RejectedLine]]:
    rows = ImportBatch.objects.select_related("recorded_by")
    row = rows.filter(pk=pk, register=register.key).first()
    if row is None:
        raise Http404
    try:
        return row, list(queries.rejected(pk, request.viewer))
    except NotShown as error:
        raise Http404 from error


def _sheet(register: Register, lines: list[RejectedLine]) -> HttpResponse:
    content = exports.rejected_as_xlsx(lines)
    return attachment(content, "xlsx", f"{register.title} 退回行.xlsx")


def _crumbs(register: Register, here: str) -> tuple[parts.Link, ...]:
    return (
        parts.Link(CRUMB, reverse("register_list")),
        parts.Link(titled(register), reverse("register", args=[register.key])),
        parts.Link(here),
    )
