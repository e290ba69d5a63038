"""Whether somebody who shows an enforcement certificate holds a valid one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.kernel.pages.names import titled
from faheng.kernel.parties.declare import CertificateKind, CertificateStatus
from faheng.kernel.parties.models import Certificate
from faheng.kernel.parties.queries import standing

LONGEST = 40


@dataclass(frozen=True)
class Checked:
    """What the public is told about a certificate; `why` says what is wrong."""

    number: str
    kind: str
    name: str
    organ: str
    fields: str
    valid_from: date
    valid_until: date | None
    why: str


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Tell whose certificate a whole number is, and how it stands today."""
    number = request.GET.get("number", "").replace("\x00", "").strip()[:LONGEST]
    today = timezone.localdate()
    found = _found(number, today) if number else None
    context = {"number": number, "found": found, "today": today}
    status = 404 if number and found is None else 200
    return render(request, "portal/certificate.html", context, status=status)


def _found(number: str, today: date) -> Checked | None:
    rows = Certificate.objects.select_related("person__organ")
    one = rows.prefetch_related("fields", "changes").filter(number=number).first()
    if one is None:
        return None
    return Checked(
        one.number,
        titled(CertificateKind(one.kind)),
        one.person.name,
        one.person.organ.name,
        "、".join(str(field) for field in one.fields.all()),
        one.valid_from,
        one.valid_until,
        _why_not(one, today),
    )


def _why_not(one: Certificate, today: date) -> str:
    status = standing(one, today)
    if status is not CertificateStatus.VALID:
        return gettext("这张证件现在是%(status)s状态") % {"status": titled(status)}
    if today < one.valid_from:
        return gettext("这张证件还没有生效")
    if one.valid_until is not None and one.valid_until < today:
        return gettext("这张证件已经过期")
    left_on = one.person.left_on
    return gettext("持证人已经离岗") if left_on is not None and left_on < today else ""
