"""A paper: as it stands, as PDF, as an editable draft, and how it was delivered."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from faheng.kernel.cases import queries
from faheng.kernel.cases.errors import Unseen
from faheng.kernel.cases.models import Paper
from faheng.kernel.cases.queries.verification import verify_code
from faheng.kernel.documents.declare import Document
from faheng.kernel.pages.names import named
from faheng.web import parts
from faheng.web.files import answer
from faheng.web.present import papers
from faheng.web.present.sheet import sheet
from faheng.web.reader import StaffRequest, staff
from faheng.web.views.cases import crumbs

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _found(request: StaffRequest, paper_id: int) -> tuple[Paper, type[Document]]:
    found = queries.paper(request.viewer, paper_id)
    document = papers.document_of(found)
    if document is None:
        raise Unseen
    return found, document


@require_safe
@staff
def paper(request: StaffRequest, paper_id: int) -> HttpResponse:
    """A paper as it was issued, with its deliveries."""
    found, document = _found(request, paper_id)
    deliveries = queries.services(found.case).get(found.pk, [])
    context = {
        "paper": found,
        "sheet": sheet(papers.layout(found, document)),
        "citations": document.citations(),
        "services": [papers.service_pairs(row) for row in deliveries],
        "serve": _serve_url(request, found),
        "code": verify_code(found.pk),
        "crumbs": crumbs(found.case, parts.Link(named(found.document, found.title))),
    }
    return render(request, "web/cases/paper.html", context)


def _serve_url(request: StaffRequest, found: Paper) -> str:
    """Where it is delivered, if the reader may do so now."""
    if found.served_on is not None or not found.must_serve:
        return ""
    step = papers.serving_step(found)
    for one in queries.possible(request.viewer, found.case, request.now):
        if step is one.step and one.course is not None and one.now:
            return reverse("step", args=[found.case_id, one.course.pk, step.key])
    return ""


@require_safe
@staff
def pdf(request: StaffRequest, paper_id: int) -> HttpResponse:
    """A paper as PDF/A, printed once."""
    found, document = _found(request, paper_id)
    content = papers.printed(found, document)
    return answer(content, "application/pdf", f"{_name(found)}.pdf")


@require_safe
@staff
def docx(request: StaffRequest, paper_id: int) -> HttpResponse:
    """A paper as a draft to be edited; it bears no seal."""
    found, document = _found(request, paper_id)
    content = papers.editable(found, document)
    return answer(content, DOCX, f"{_name(found)}（稿）.docx", attachment=True)


def _name(found: Paper) -> str:
    return f"{found.title} {found.number}".strip()
