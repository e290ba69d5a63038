"""Who reads and when, once a request; and what a refusal looks like."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from faheng.kernel.cases import queries
from faheng.kernel.cases.errors import CaseError, StepRefused
from faheng.kernel.clocks.queries import refresh
from faheng.kernel.parties.queries import NOBODY, Viewer, viewer
from faheng.web.reader import StaffRequest

PAGES = {403: "403.html", 404: "404.html", 409: "409.html"}


class Reader:
    """Gives every request its `viewer` and `now`, and every refusal its page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: StaffRequest) -> HttpResponseBase:
        """Build the viewer before any view runs."""
        request.now = timezone.now()
        request.viewer = NOBODY
        if request.user.is_authenticated:
            refresh()
            request.viewer = viewer(request.user, timezone.localdate(request.now))
            request.nav_counts = _counts(request.viewer)
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Answer a refusal of the kernel with its page and status."""
        if not isinstance(exception, CaseError):
            return None
        return refusal(request, exception)


def refusal(request: HttpRequest, refused: CaseError, **known: object) -> HttpResponse:
    """Show why something was refused, on what ground, and where to go from there."""
    context = {"reason": _reason(refused), "case_url": _case_url(request), **known}
    page = PAGES.get(refused.status, "422.html")
    return render(request, page, context, status=refused.status)


def _reason(refused: CaseError) -> str:
    if isinstance(refused, StepRefused):
        return "".join(str(problem) for problem in refused.problems)
    return str(refused)


def _case_url(request: HttpRequest) -> str:
    match = request.resolver_match
    pk = match.kwargs.get("case_id") if match else None
    return reverse("case", args=[pk]) if pk else ""


def _counts(reader: Viewer) -> object:
    """Count what waits, only once a page asks."""
    return SimpleLazyObject(
        lambda: {
            "work": queries.waiting_count(reader),
            "notices": queries.unread(reader),
        }
    )
