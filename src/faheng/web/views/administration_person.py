"""One person, as an administrator keeps them: roles, certificates, account."""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from faheng.kernel.pages.names import titled
from faheng.kernel.parties import actions, rosters
from faheng.kernel.parties.actions.certificates import Change
from faheng.kernel.parties.declare import (
    CertificateKind,
    CertificateStatus,
    Field,
    NewAppointment,
    NewCertificate,
    Role,
)
from faheng.kernel.parties.models import Appointment, Certificate, Person
from faheng.kernel.parties.refusals import NotForOneself, NotOnFile, Refused
from faheng.kernel.parties.rosters import PersonCard
from faheng.web import parts
from faheng.web import person_forms as f
from faheng.web.present import administration as present
from faheng.web.reader import StaffRequest, staff, today_of
from faheng.web.views.administration import home, must_administer

LETTERS = "".join(set(string.ascii_letters + string.digits) - set("0O1lI"))
SECRET_LENGTH = 14


@dataclass
class Keeping:
    """One act on one person: who asks, on whom, and what the form gave.

    Attributes:
        secret: a password to be shown once.
        said: what was done, in a sentence.
    """

    request: StaffRequest
    pk: int
    given: dict[str, Any] = field(default_factory=dict)
    secret: str = ""
    said: str = ""

    @property
    def who(self) -> dict[str, Any]:
        """The arguments that every write takes."""
        return {"by": self.request.viewer, "at": self.request.now}


def _appoint(keeping: Keeping) -> None:
    given = keeping.given
    what = NewAppointment(
        keeping.pk,
        Role(given["role"]),
        int(given["organ"]),
        given["valid_from"],
        given["valid_until"],
    )
    actions.appoint(what, **keeping.who)
    keeping.said = gettext("已任命为%(role)s。") % {"role": titled(what.role)}


def _end(keeping: Keeping) -> None:
    given = keeping.given
    if not Appointment.objects.filter(
        pk=given["appointment"], person=keeping.pk
    ).exists():
        raise NotOnFile
    actions.end_appointment(
        given["appointment"], given["last_on"], given["reason"], **keeping.who
    )
    keeping.said = gettext("任职到 %(last_on)s 为止。") % {"last_on": given["last_on"]}


def _issue(keeping: Keeping) -> None:
    given = keeping.given
    what = NewCertificate(
        keeping.pk,
        given["number"],
        given["valid_from"],
        given["valid_until"],
        CertificateKind(given["kind"]),
        tuple(Field(one) for one in given["fields_covered"]),
        given["division"].pk if given["division"] else None,
    )
    actions.issue_certificate(what, **keeping.who)
    keeping.said = gettext("已颁发 %(number)s 号证件。") % {"number": what.number}


def _change(keeping: Keeping) -> None:
    given = keeping.given
    if not Certificate.objects.filter(
        number=given["number"], person=keeping.pk
    ).exists():
        raise NotOnFile
    status = CertificateStatus(given["status"])
    change = Change(given["number"], given["from_on"], given["reason"])
    actions.change_certificate(change, status, **keeping.who)
    keeping.said = gettext("%(number)s 号证件自 %(from_on)s 起：%(status)s。") % {
        "number": change.number,
        "from_on": change.from_on,
        "status": titled(status),
    }


@sensitive_variables()
def _open(keeping: Keeping) -> None:
    secret = "".join(secrets.choice(LETTERS) for _ in range(SECRET_LENGTH))
    username = keeping.given["username"]
    viewer = keeping.request.viewer
    actions.open_account(keeping.pk, username, secret, by=viewer, one_time=True)
    _end_sessions(keeping.pk)
    keeping.secret, keeping.said = (
        secret,
        gettext("账号 %(username)s 已开。") % {"username": username},
    )


def _close(keeping: Keeping) -> None:
    if keeping.request.viewer.person_id == keeping.pk:
        message = gettext("不能关闭自己的账号，请由另一名管理员办理。")
        raise NotForOneself(message)
    actions.close_account(keeping.pk, by=keeping.request.viewer)
    _end_sessions(keeping.pk)
    keeping.said = gettext("账号已关闭，所有登录已结束。")


def _leave(keeping: Keeping) -> None:
    left_on: date = keeping.given["left_on"]
    actions.leave(keeping.pk, left_on, **keeping.who)
    keeping.said = gettext("%(left_on)s 离岗，没有终止的任职同日终止。") % {
        "left_on": left_on
    }


def _end_session(keeping: Keeping) -> None:
    rows = UserSession.objects.filter(
        pk=keeping.given["session"], user__person=keeping.pk
    )
    session = rows.first()
    if session is None:
        message = gettext("这次登录已经结束了。")
        raise NotOnFile(message)
    session.end()
    keeping.said = gettext("这次登录已结束。")


def _end_sessions(person_id: int) -> None:
    for session in UserSession.objects.filter(user__person=person_id):
        session.end()


ACTS: dict[str, tuple[type[forms.Form], Callable[[Keeping], None]]] = {
    "appoint": (f.AppointForm, _appoint),
    "end": (f.EndForm, _end),
    "issue": (f.CertificateForm, _issue),
    "change": (f.ChangeForm, _change),
    "open": (f.AccountForm, _open),
    "close": (f.NothingForm, _close),
    "leave": (f.LeaveForm, _leave),
    "session": (f.SessionForm, _end_session),
}


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def person(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a person, or carry out one act on them."""
    must_administer(request)
    today = today_of(request)
    card = rosters.person_card(pk, today, request.viewer)
    if card is None:
        raise Http404
    if request.method != "POST":
        return _page(request, card, {})
    act = request.POST.get("act", "")
    if act not in ACTS:
        raise Http404
    kind, carry_out = ACTS[act]
    form = form_of(kind, request, request.POST)
    keeping = Keeping(request, pk)
    if form.is_valid():
        keeping.given = form.cleaned_data
        try:
            carry_out(keeping)
        except Refused as refused:
            form.add_error(None, str(refused))
    if form.errors:
        return _page(request, card, {act: form})
    return _done(request, keeping)


def _done(request: StaffRequest, keeping: Keeping) -> HttpResponse:
    if not keeping.secret:
        messages.success(request, keeping.said)
        return redirect("person", pk=keeping.pk)
    # Shown in this answer only: it is kept nowhere, not even in the session.
    found = Person.objects.select_related("user", "organ").get(pk=keeping.pk)
    context = {
        "person": found,
        "secret": keeping.secret,
        "crumbs": crumbs_of(found.name),
    }
    response = render(request, "web/administration/secret.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _page(
    request: StaffRequest, card: PersonCard, wrong: dict[str, forms.Form]
) -> HttpResponse:
    today = today_of(request)
    user_id = Person.objects.values_list("user_id", flat=True).get(pk=card.person.pk)
    first = {"valid_from": today, "last_on": today, "from_on": today, "left_on": today}
    blank = {
        act: form_of(kind, request, None, {**first, "organ": card.person.organ_id})
        for act, (kind, _) in ACTS.items()
    }
    context = {
        "card": card,
        "person": card.person,
        "today": today,
        "held": [one for one in card.appointments if _lasts(one.valid_until, today)],
        "ended": [
            one for one in card.appointments if not _lasts(one.valid_until, today)
        ],
        "forms": {**blank, **wrong},
        "wrong": next(iter(wrong), ""),
        "refused": [one for form in wrong.values() for one in form.non_field_errors()],
        "factors": present.factors(user_id),
        "devices": present.devices(user_id),
        "crumbs": crumbs_of(card.person.name),
    }
    status = 422 if wrong else 200
    return render(request, "web/administration/person.html", context, status=status)


def _lasts(until: date | None, today: date) -> bool:
    return until is None or until >= today


def crumbs_of(name: str) -> tuple[parts.Link, ...]:
    """The way back from a page about a person."""
    return (home(), parts.Link(gettext("人员"), reverse("people")), parts.Link(name))


def form_of(
    kind: type[forms.Form],
    request: StaffRequest,
    data: Any,
    initial: dict[str, Any] | None = None,
) -> forms.Form:
    """A form about a person, with the organs that the reader keeps."""
    given: dict[str, Any] = {"initial": initial, "auto_id": f"{kind.__name__}_%s"}
    if kind in {f.AppointForm, f.PersonForm}:
        given["organs"] = _organs(request)
    return kind(data, **given)


def _organs(request: StaffRequest) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in rosters.organs(request.viewer)]
