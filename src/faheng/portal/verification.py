"""Whether a paper that somebody received is genuine."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from faheng.kernel.cases.queries.verification import verified

LONGEST = 60


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for the code; a number alone is not enough, numbers can be guessed."""
    code = _typed(request, "code")
    if code:
        return redirect("verify", code=code.replace("/", ""))
    return render(request, "portal/ask.html", {"number": _typed(request, "number")})


@require_safe
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Tell number, organ, date and title of a genuine paper, and no more."""
    paper = verified(code[:LONGEST])
    context = {"paper": paper, "code": code[:LONGEST]}
    status = 200 if paper else 404
    response = render(request, "portal/answer.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store"
    return response


def _typed(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "").strip()[:LONGEST]
