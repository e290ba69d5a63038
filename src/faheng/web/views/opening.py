"""新建案件: from the item, or straight from a procedure."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.domains.enforcement.items import find_items, medicine
from faheng.kernel.cases.errors import NotYours
from faheng.kernel.parties.queries import organ_names
from faheng.web.present import opening
from faheng.web.reader import StaffRequest, staff, today_of, words_of


@require_safe
@staff
def case_new(request: StaffRequest) -> HttpResponse:
    """Choose the organ, the item and the way in which a case begins."""
    viewer, today = request.viewer, today_of(request)
    names = organ_names(opening.organs_of(viewer))
    organ_id = opening.chosen(
        list(names), request.GET.get("organ", ""), viewer.organ_id
    )
    if organ_id is None:
        message = gettext("登记案件由执法人员办理。")
        raise NotYours(message)
    words = words_of(request)
    number = request.GET.get("item", "")
    whole = number.isascii() and number.isdigit() and len(number) < 18
    found = medicine(int(number), [organ_id], today) if whole else None
    context = {
        "organs": names,
        "organ_id": organ_id,
        "words": words,
        "items": find_items(words, [organ_id], today),
        "medicine": found,
        "ways": opening.ways(viewer, organ_id, found, today),
    }
    return render(request, "web/cases/new.html", context)
