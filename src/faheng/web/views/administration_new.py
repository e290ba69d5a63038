"""Entering a person, as an administrator does."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from faheng.kernel.parties import actions
from faheng.kernel.parties.declare import NewPerson, Post
from faheng.kernel.parties.refusals import Refused
from faheng.web import person_forms as f
from faheng.web.reader import StaffRequest, staff
from faheng.web.views.administration import must_administer
from faheng.web.views.administration_person import crumbs_of, form_of


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def new(request: StaffRequest) -> HttpResponse:
    """Enter a person."""
    must_administer(request)
    form = form_of(f.PersonForm, request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.create_person(
                _described(form), by=request.viewer, at=request.now
            )
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(
                request, gettext("已登记 %(name)s。") % {"name": made.name}
            )
            return redirect("person", pk=made.pk)
    context = {"form": form, "crumbs": crumbs_of(gettext("登记"))}
    status = 422 if form.errors else 200
    return render(request, "web/administration/new.html", context, status=status)


def _described(form: forms.Form) -> NewPerson:
    given = dict(form.cleaned_data)
    organ_id, post = int(given.pop("organ")), Post(given.pop("post"))
    return NewPerson(organ_id=organ_id, post=post, **given)
