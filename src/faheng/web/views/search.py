"""查找或执行, as a page and for the box."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.web import parts
from faheng.web.present.answers import answers
from faheng.web.reader import StaffRequest, staff, words_of


@require_safe
@staff
def search(request: StaffRequest) -> HttpResponse:
    """Find acts, cases, items and articles."""
    words = words_of(request)
    context = {
        "words": words,
        "groups": answers(request.viewer, words, request.now),
        "empty": parts.Empty(
            gettext("没有找到“%(words)s”") % {"words": words}
            if words
            else gettext("要找什么？"),
            gettext(
                "案件可以写案号末几位、当事人或者事项；法条写“行政处罚法57”；"
                "要办的事写它的名称。"
            ),
            "search",
        ),
    }
    asked_by_box = request.headers.get("HX-Request") == "true"
    page = "web/parts/command_results.html" if asked_by_box else "web/search.html"
    return render(request, page, context)
