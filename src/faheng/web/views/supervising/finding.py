"""One finding: what it says, what became of it, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from faheng.kernel.alerts import life
from faheng.kernel.alerts.life import Said
from faheng.kernel.alerts.models import Finding
from faheng.kernel.alerts.seeing import see_case
from faheng.kernel.cases import queries
from faheng.kernel.cases.errors import StepRefused, Unseen
from faheng.kernel.cases.queries import visible
from faheng.web.present.supervising import finding as present
from faheng.web.reader import StaffRequest, staff, today_of

Do = Callable[[int, Said], Finding]


def _false(finding_id: int, said: Said) -> Finding:
    return life.settle(finding_id, said, is_false=True)


def _stands(finding_id: int, said: Said) -> Finding:
    return life.settle(finding_id, said, is_false=False)


ACTS: Mapping[str, tuple[Do, str | Promise]] = {
    "explain": (life.explain, gettext_lazy("已说明。数据更正以后，它会自己消除。")),
    "dispute": (life.dispute, gettext_lazy("已提出异议，由执法监督人员处理。")),
    "false": (_false, gettext_lazy("异议成立，记为误报。")),
    "stands": (_stands, gettext_lazy("异议不成立，发现仍在。")),
}


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def finding(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one finding with its life; take what is said about it."""
    problems: tuple[str, ...] = ()
    if request.POST.get("do") == "see":
        life.see(pk, Said(request.viewer, request.now))
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    if request.method == "POST":
        do, done = ACTS.get(request.POST.get("do", ""), (None, ""))
        if do is None:
            raise Unseen
        why = request.POST.get("why", "").replace("\x00", "").strip()
        try:
            did = do(pk, Said(request.viewer, request.now, why))
        except StepRefused as refused:
            problems = tuple(str(problem) for problem in refused.problems)
        else:
            messages.success(request, str(done))
            return redirect(_next(request, did))
    return _page(request, pk, problems)


def _next(request: StaffRequest, row: Finding) -> str:
    if request.POST.get("from") == "case" and row.case_id:
        return f"{reverse('case', args=[row.case_id])}#findings"
    return reverse("finding", args=[row.pk])


def _page(request: StaffRequest, pk: int, problems: tuple[str, ...]) -> HttpResponse:
    rows = Finding.objects.filter(visible(request.viewer), pk=pk)
    row = rows.select_related("case", "organ").first()
    if row is None:
        raise Unseen
    context = {
        "one": present.whole(row, today_of(request)),
        "may": present.may(request.viewer, row),
        "log": present.log(row),
        "taken_up": present.taken_up(request.viewer, row),
        "problems": problems,
        "doing": request.POST.get("do", ""),
        "typed": request.POST.get("why", ""),
        "most": life.LONGEST,
        "today": today_of(request),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK
    return render(request, "web/supervision/finding.html", context, status=status)


@require_POST
@staff
def seen(request: StaffRequest, case_id: int) -> HttpResponse:
    """Note that the findings of a case have come before the reader's eyes."""
    of = queries.case(request.viewer, case_id)
    see_case(of.pk, Said(request.viewer, request.now))
    return HttpResponse(status=HTTPStatus.NO_CONTENT)
