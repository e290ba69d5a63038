"""An enforcement item made of a confirmed pair: duty, penalty, kinds and amounts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from faheng.domains.enforcement.lists.matters import ITEMS
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.cases.errors import NotYours
from faheng.kernel.parties.declare import Field, Role
from faheng.kernel.registers.actions import put_raw
from faheng.kernel.registers.entries import Writing
from faheng.kernel.registers.refusals import RowRefused
from faheng.web import parts
from faheng.web.present.lawbook import items as present
from faheng.web.present.lawbook.items import Draft
from faheng.web.reader import StaffRequest, staff, today_of
from faheng.web.views.lawbook.asked import CRUMB


class ItemForm(forms.Form):
    """What the law base cannot say of an item."""

    code = forms.CharField(label=_("事项代码"), max_length=160)
    name = forms.CharField(label=_("事项名称"), max_length=200)
    field = forms.ChoiceField(label=_("执法领域"), choices=Field.pairs())
    valid_from = forms.DateField(
        label=_("生效日期"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    summary = forms.CharField(
        label=_("违法行为说明"), required=False, widget=forms.Textarea({"rows": 3})
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def item_new(request: StaffRequest, unit: int) -> HttpResponse:
    """Show what an item of a confirmed pair would say; enter it."""
    draft = present.draft(unit)
    if draft is None:
        raise Http404
    if request.method == "POST":
        return _entered(request, draft)
    today = today_of(request)
    form = ItemForm(
        initial={
            "name": draft.name,
            "valid_from": today.isoformat(),
            "summary": draft.duty_text,
        }
    )
    return _shown(request, draft, form)


def _entered(request: StaffRequest, draft: Draft) -> HttpResponse:
    if not request.viewer.holds(Role.ADMINISTRATOR):
        raise NotYours(gettext("事项由系统管理员登记；配对已经确认，可以请他建项。"))
    form = ItemForm(request.POST)
    if not form.is_valid():
        return _shown(request, draft, form, status=422)
    try:
        _put(request, draft, form.cleaned_data)
    except RowRefused as refused:
        form.add_error(None, str(refused))
        return _shown(request, draft, form, status=422)
    entry = EnforcementItem.objects.filter(code=form.cleaned_data["code"])
    messages.success(request, gettext("已登记为执法事项。"))
    return redirect("register_entry", "items", entry.latest("valid_from").pk)


def _put(request: StaffRequest, draft: Draft, said: dict[str, Any]) -> None:
    """Enter the item as if it had come in a file, so that the same checks apply."""
    day: date = timezone.localdate(request.now)
    writing = Writing(request.viewer, request.now, day)
    titles = {column.field: column.title for column in ITEMS.columns}
    fields = dict(Field.pairs())
    row = {
        "code": said["code"],
        "name": said["name"],
        "field": str(fields[said["field"]]),
        "violations": draft.duty_citation,
        "penalties": draft.penalty_citation,
        "kinds": "、".join(draft.kinds),
        "fine_min": draft.fine_min,
        "fine_max": draft.fine_max,
        "summary": said["summary"],
        "valid_from": said["valid_from"].isoformat(),
    }
    put_raw(ITEMS, {titles[key]: value for key, value in row.items()}, writing)


def _shown(
    request: StaffRequest, draft: Draft, form: ItemForm, status: int = 200
) -> HttpResponse:
    context = {
        "draft": draft,
        "form": form,
        "may_enter": request.viewer.holds(Role.ADMINISTRATOR),
        "crumbs": (
            parts.Link(CRUMB, reverse("law_index")),
            parts.Link(gettext("违则配对"), reverse("law_pairs")),
            parts.Link(draft.title, reverse("law_pairing", args=[draft.version_id])),
            parts.Link(gettext("建成执法事项")),
        ),
    }
    return render(request, "web/law/item_new.html", context, status=status)
