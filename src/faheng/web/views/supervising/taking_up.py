"""From one finding to the supervision that takes it up."""

from __future__ import annotations

from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from faheng.kernel.alerts.models import Finding
from faheng.kernel.cases.errors import Unseen
from faheng.kernel.cases.queries import visible
from faheng.web.present.supervising.escalating import opening_url
from faheng.web.reader import StaffRequest, staff


@require_safe
@staff
def take_up(request: StaffRequest, pk: int) -> HttpResponseRedirect:
    """Lead to the opening step, filled with the finding."""
    if not Finding.objects.filter(visible(request.viewer), pk=pk).exists():
        raise Unseen
    return redirect(opening_url(request.viewer, [pk]))
