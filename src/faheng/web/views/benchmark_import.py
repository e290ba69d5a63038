"""导入裁量基准和清单: the files are rehearsed, every failed check named, then kept."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from faheng.domains.enforcement.benchmarks.keeping import Place
from faheng.kernel.cases.errors import NotYours
from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Division
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.registers import queries as registers
from faheng.kernel.registers.refusals import FileRefused, NotKeeper, TooLarge
from faheng.kernel.registers.sheets import MAX_BYTES, Upload
from faheng.web import parts, pending
from faheng.web.controls import dress
from faheng.web.present import benchmark_files as present
from faheng.web.reader import StaffRequest, staff, today_of
from faheng.web.views.benchmarks import crumbs

KEY = "benchmark_files"


class Several(forms.ClearableFileInput):
    """A control that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Clean each file as one would be."""
        several = (data if isinstance(data, list | tuple) else [data]) or [None]
        return [super(FilesField, self).clean(one, initial) for one in several]


class FilesForm(forms.Form):
    """The files, the place and the field, and what the files may leave out."""

    tables = FilesField(
        label=gettext_lazy("文件"),
        help_text=gettext_lazy(
            "一个 xlsx（每张表一个工作表），或者一次选中全部 csv；一共不超过 20 MB"
        ),
        widget=Several(attrs={"accept": ".xlsx,.csv"}),
        error_messages={
            "required": gettext_lazy("请选一个或者几个文件。"),
            "empty": gettext_lazy("有一个文件是空的。"),
        },
    )
    division = forms.ModelChoiceField(
        label=gettext_lazy("适用地方"),
        queryset=Division.objects.none(),
        empty_label=None,
        error_messages={"required": gettext_lazy("请选适用的地方。")},
    )
    field = forms.ChoiceField(label=gettext_lazy("执法领域"), required=False)
    issuer = forms.CharField(
        label=gettext_lazy("制定机关"),
        required=False,
        max_length=100,
        help_text=gettext_lazy("documents 表里写了的，以表为准；下面两项也是"),
    )
    doc_no = forms.CharField(label=gettext_lazy("文号"), required=False, max_length=80)
    valid_from = forms.DateField(
        label=gettext_lazy("生效日期"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": gettext_lazy("生效日期请写成 2026-01-01 的样子。")},
    )

    def __init__(self, viewer: Viewer, *args: Any, **kwargs: Any) -> None:
        """Offer the places that a reader keeps."""
        super().__init__(*args, **kwargs)
        kept = [
            row.pk
            for row in Division.objects.order_by("path")
            if viewer.administers(row.path)
        ]
        places = self.fields["division"]
        places.queryset = Division.objects.filter(pk__in=kept).order_by("path")  # type: ignore[attr-defined]
        places.initial = kept[0] if kept else None
        self.fields["field"].choices = [("", gettext("不限")), *Field.pairs()]  # type: ignore[attr-defined]
        dress(self)


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def upload(request: StaffRequest) -> HttpResponse:
    """Take files, show what the checks find, and keep them once confirmed."""
    if not registers.may_keep(request.viewer):
        raise NotYours(str(NotKeeper.__doc__))
    if request.method != "POST":
        return _form(request, FilesForm(request.viewer))
    if "confirm" in request.POST:
        return _confirmed(request)
    if "drop" in request.POST:
        pending.drop(request)
        return redirect("benchmark_import")
    form = FilesForm(request.viewer, request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, form)
    try:
        sheet = present.packed(_read(form.cleaned_data["tables"]))
        waiting = pending.keep(request, KEY, sheet, _said(form.cleaned_data))
        report = _kept(request, waiting, rehearse=True)
    except FileRefused as refused:
        pending.drop(request)
        form.add_error("tables", str(refused))
        return _form(request, form)
    context = {"report": report, "crumbs": _crumbs(), "checks": CHECKS}
    return render(request, "web/registers/benchmark_rehearsal.html", context)


CHECKS = {
    0: gettext_lazy("读不出"),
    1: gettext_lazy("检查 1：盖住法定幅度，没有空档"),
    2: gettext_lazy("检查 2：没有重叠"),
    3: gettext_lazy("检查 3：较重的上限不更低"),
    4: gettext_lazy("检查 4：文书能证明的事实"),
    5: gettext_lazy("检查 5：依据有效"),
    6: gettext_lazy("检查 6：已经公布"),
    7: gettext_lazy("检查 7：处罚种类合法"),
    8: gettext_lazy("检查 8：不予处罚有依据"),
}


def _read(files: list[UploadedFile[bytes]]) -> list[Upload]:
    if sum(one.size or 0 for one in files) > MAX_BYTES:
        raise TooLarge
    return [Upload(one.name or "", one.read()) for one in files]


def _said(cleaned: dict[str, Any]) -> str:
    valid_from = cleaned["valid_from"]
    return json.dumps({
        "division": cleaned["division"].pk,
        "field": cleaned["field"],
        "issuer": cleaned["issuer"],
        "doc_no": cleaned["doc_no"],
        "valid_from": valid_from.isoformat() if valid_from else "",
    })


def _kept(
    request: StaffRequest, waiting: pending.Pending, *, rehearse: bool
) -> present.Report:
    told = json.loads(waiting.reason)
    begins = told["valid_from"]
    found = present.gathered(
        waiting.upload(),
        present.Told(
            told["issuer"],
            told["doc_no"],
            date.fromisoformat(begins) if begins else None,
        ),
    )
    if not found.benchmarks and not found.lists:
        raise FileRefused(
            gettext("没有认出裁量基准或者清单：表名和表头要照下面的样子。")
        )
    division = Division.objects.get(pk=told["division"])
    place = Place(request.now, today_of(request), division, told["field"], waiting.name)
    return present.kept(found, place, rehearse=rehearse)


def _form(request: StaffRequest, form: FilesForm) -> HttpResponse:
    context = {"form": form, "crumbs": _crumbs()}
    status = 422 if form.errors else 200
    return render(
        request, "web/registers/benchmark_import.html", context, status=status
    )


def _confirmed(request: StaffRequest) -> HttpResponse:
    waiting = pending.kept(request, KEY)
    if waiting is None:
        form = FilesForm(request.viewer, {})
        form.errors.clear()
        form.add_error(None, gettext("要导入的文件已经不在了，请再选一次。"))
        return _form(request, form)
    report = _kept(request, waiting, rehearse=False)
    pending.drop(request)
    kept = [one for one in report.outcomes if one.is_new]
    if not kept:
        messages.info(request, gettext("没有新的内容，什么都没有改。"))
        return redirect("register", key="benchmarks")
    messages.success(
        request,
        gettext("收下 %(n)s 份文件。没有公布的，登记公布以后才能适用。")
        % {"n": len(kept)},
    )
    first = kept[0]
    return redirect("discretion_list" if first.is_list else "benchmark", pk=first.pk)


def _crumbs() -> tuple[parts.Link, ...]:
    return crumbs(parts.Link(gettext("导入基准文件"), reverse("benchmark_import")))
