"""Every part with invented data, to be looked at; served only while debugging."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from faheng.web.style import pages


def parts_page(request: HttpRequest) -> HttpResponse:
    """All parts on one page."""
    return render(request, "web/style/parts.html", pages.parts())


def work_page(request: HttpRequest) -> HttpResponse:
    """The work list's recipe."""
    return render(request, "web/style/work.html", pages.work())


def case_page(request: HttpRequest) -> HttpResponse:
    """The case page's recipe."""
    return render(request, "web/style/case.html", pages.case())


def form_page(request: HttpRequest) -> HttpResponse:
    """The step form's recipe, with its errors when it was sent."""
    return render(request, "web/style/form.html", pages.step(request.POST))


def register_page(request: HttpRequest) -> HttpResponse:
    """The register's recipe."""
    return render(request, "web/style/register.html", pages.register())


def refusal_page(request: HttpRequest, status: int) -> HttpResponse:
    """A refusal as the reader would get it."""
    known = {403: "403.html", 404: "404.html", 409: "409.html", 500: "500.html"}
    template = known.get(status, "422.html")
    return render(request, template, pages.refusal(), status=status)
