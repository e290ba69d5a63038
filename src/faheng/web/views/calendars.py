"""Years whose working days are known, and the import of a year's notice."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from faheng.kernel.cases.actions.calendars import import_year
from faheng.kernel.cases.models import Clock
from faheng.kernel.clocks.actions import CalendarImport
from faheng.kernel.clocks.queries import known_years, missing_year
from faheng.kernel.clocks.reading import (
    MOST_BYTES,
    CalendarFileUnreadable,
    Rejected,
    rows_of,
)
from faheng.web import parts
from faheng.web.reader import StaffRequest, staff, today_of
from faheng.web.views.administration import home, must_administer


class NoticeForm(forms.Form):
    """A year's notice of holidays, as rows of day and kind."""

    year = forms.IntegerField(
        label=gettext_lazy("年份"), min_value=2000, max_value=2100
    )
    source = forms.CharField(
        label=gettext_lazy("来源"),
        max_length=200,
        help_text=gettext_lazy("通知的名称和文号，会显示在期限的计算里"),
    )
    file = forms.FileField(
        label=gettext_lazy("文件"),
        help_text=gettext_lazy(
            "xlsx 或 csv，两列：日期、类别（法定节假日、调休休息、调休上班）"
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def years(request: StaffRequest) -> HttpResponse:
    """Show the years known, or import one and move the clocks that waited for it."""
    must_administer(request)
    if request.method != "POST":
        wanted = missing_year(today_of(request)) or today_of(request).year + 1
        return _page(request, NoticeForm(initial={"year": wanted}))
    form = NoticeForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form)
    try:
        imported, moved = _imported(request, form)
    except CalendarFileUnreadable as unreadable:
        form.add_error("file", f"{unreadable}。")
        return _page(request, form)
    if imported.rejected:
        form.add_error(
            "file",
            gettext("有 %(rejected)s 行不对，一行也没有导入。")
            % {"rejected": len(imported.rejected)},
        )
        return _page(request, form, imported.rejected)
    messages.success(
        request,
        gettext("%(year)s 年的 %(accepted)s 天已导入，%(moved)s 个期限改了届满日。")
        % {"year": imported.year, "accepted": imported.accepted, "moved": moved},
    )
    return redirect("calendars")


def _imported(request: StaffRequest, form: NoticeForm) -> tuple[CalendarImport, int]:
    file = form.cleaned_data["file"]
    return import_year(
        form.cleaned_data["year"],
        rows_of(file.read(MOST_BYTES + 1)),
        source=form.cleaned_data["source"],
        at=request.now,
    )


def _page(
    request: StaffRequest, form: NoticeForm, rejected: tuple[Rejected, ...] = ()
) -> HttpResponse:
    context = {
        "form": form,
        "rejected": rejected,
        "years": known_years(),
        "missing": missing_year(today_of(request)),
        "provisional": Clock.objects.filter(provisional=True).count(),
        "crumbs": (home(), parts.Link(gettext("日历"))),
    }
    status = 422 if form.errors else 200
    return render(request, "web/administration/calendars.html", context, status=status)
