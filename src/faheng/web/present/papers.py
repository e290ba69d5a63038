"""Papers: the list of a case, one printed, and its faces."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from faheng.kernel.cases.models import (
    Case,
    Clock,
    ClockState,
    Outcome,
    Paper,
    PaperState,
    Service,
)
from faheng.kernel.cases.queries.verification import verify_code
from faheng.kernel.documents.compose import Occasion, compose
from faheng.kernel.documents.declare import DOCUMENTS, Document, Serve, Value
from faheng.kernel.documents.engine import docx, pdf
from faheng.kernel.documents.layout import Layout
from faheng.kernel.pages.names import named
from faheng.kernel.procedures.declare import PROCEDURES, Step
from faheng.web import parts, words

COLUMNS = (
    parts.Column(gettext_lazy("文号")),
    parts.Column(gettext_lazy("文书")),
    parts.Column(gettext_lazy("日期")),
    parts.Column(gettext_lazy("送达")),
    parts.Column(gettext_lazy("制作"), leaves=True),
)


def unserved(found: Sequence[Paper]) -> list[Paper]:
    """Papers that must be delivered and were not."""
    return [
        paper
        for paper in found
        if paper.must_serve
        and paper.served_on is None
        and paper.state != PaperState.VOID
    ]


def serving_step(paper: Paper) -> Step | None:
    """The step that delivers a paper."""
    for step in PROCEDURES[paper.course.procedure].steps().values():
        if any(document.key() == paper.document for document in step.serves):
            return step
    return None


def rows(
    found: Sequence[Paper],
    deliveries: Mapping[int, Sequence[Service]],
    clocks: Sequence[Clock],
    today: date,
) -> tuple[parts.Row, ...]:
    """The papers of a case; those not yet delivered come first."""
    waiting = {paper.pk for paper in unserved(found)}
    ordered = sorted(found, key=lambda paper: paper.pk not in waiting)
    late = _late_terms(clocks, today)
    return tuple(_row(paper, deliveries.get(paper.pk, ()), late) for paper in ordered)


def _late_terms(clocks: Sequence[Clock], today: date) -> set[tuple[int, str]]:
    return {
        (clock.course_id, clock.term)
        for clock in clocks
        if clock.state != ClockState.STOPPED and clock.due_on < today
    }


def _row(
    paper: Paper, deliveries: Sequence[Service], late: set[tuple[int, str]]
) -> parts.Row:
    url = reverse("paper", args=[paper.pk])
    return parts.Row(
        (
            parts.Cell(paper.number or gettext("无文号")),
            parts.Cell(named(paper.document, paper.title), url),
            parts.Cell(words.month_day(paper.made_on)),
            _service_cell(paper, deliveries, late),
            parts.Cell(paper.act.actor.name),
        ),
        url,
        missing=_is_late(paper, late),
    )


def _is_late(paper: Paper, late: set[tuple[int, str]]) -> bool:
    if not unserved([paper]):
        return False
    step = serving_step(paper)
    terms = {(paper.course_id, term.key) for term in step.stops} if step else set()
    return bool(terms & late)


def _service_cell(
    paper: Paper, deliveries: Sequence[Service], late: set[tuple[int, str]]
) -> parts.Cell:
    if paper.state == PaperState.VOID:
        return parts.Cell(gettext("已作废"))
    if not paper.must_serve:
        return parts.Cell(gettext("内部"))
    if paper.served_on is None:
        tone = "late" if _is_late(paper, late) else "soon"
        return parts.Cell(
            gettext("还没有送达"), tone="late" if tone == "late" else "soon"
        )
    method = _method(deliveries[-1]) if deliveries else ""
    posted = bool(deliveries) and deliveries[-1].outcome == Outcome.POSTED
    note = f"{words.month_day(paper.served_on)}{gettext('视为送达') if posted else ''}"
    return parts.Cell(method or gettext("已送达"), tone="done", note=note)


def _method(row: Service) -> str:
    return named(row.method, row.get_method_display())


def document_of(paper: Paper) -> type[Document] | None:
    """The declaration of a paper."""
    return DOCUMENTS.get(paper.document)


def verify_url(paper: Paper) -> str:
    """Where anybody can ask whether a paper is genuine: what its code says."""
    address = reverse("verify", kwargs={"code": verify_code(paper.pk)})
    return f"{settings.FAHENG_PUBLIC_ADDRESS}{address}"


def digest(values: Mapping[str, Value]) -> str:
    """The hash of what a paper states."""
    plain = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def layout(paper: Paper, document: type[Document], *, draft: bool = False) -> Layout:
    """Lay out a paper from what it stated when it was made."""
    values: Mapping[str, Value] = paper.values
    of = paper.case
    return compose(
        document,
        values,
        Occasion(
            organ=of.organ.name,
            party=of.party_name,
            case=of.number or of.title,
            number=paper.number,
            addressee=addressee(document, of),
            on=None if draft else paper.made_on,
            draft=draft,
            verify=verify_url(paper),
        ),
    )


def addressee(document: type[Document], of: Case) -> str:
    """To whom a paper is addressed."""
    return of.party_name if document.serve_on is Serve.PARTY else ""


def printed(paper: Paper, document: type[Document]) -> bytes:
    """Print a paper once; the same values always give the file kept."""
    path = f"papers/{paper.pk}-{digest(paper.values)[:24]}.pdf"
    if default_storage.exists(path):
        with default_storage.open(path) as kept:
            return bytes(kept.read())
    made = pdf.render(layout(paper, document))
    default_storage.save(path, ContentFile(made))
    return made


def editable(paper: Paper, document: type[Document]) -> bytes:
    """Write a paper as a draft that can be edited."""
    return docx.render(layout(paper, document, draft=True))


def service_pairs(row: Service) -> tuple[tuple[str, str], ...]:
    """One delivery, as its proof of service states it."""
    said = (
        (gettext("送达方式"), _method(row)),
        (gettext("送达日期"), words.short_date(row.acted_on)),
        (gettext("生效日期"), words.short_date(row.served_on) if row.served_on else ""),
        (gettext("收件人"), subject(row.receiver, row.relation)),
        (gettext("地点"), row.place),
        (gettext("见证人"), row.witness),
        (gettext("拒收事由"), row.refusal),
        (gettext("邮件号"), row.slip_no),
        (gettext("原因"), row.reason),
        (gettext("送达人"), row.act.actor.name),
    )
    return tuple((name, value) for name, value in said if value)


def subject(*said: str) -> str:
    """Join what is known."""
    return "，".join(filter(None, said))
