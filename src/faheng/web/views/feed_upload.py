"""Reporting by hand: choose a file, and see what became of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods

from faheng.kernel.cases.errors import NotYours
from faheng.kernel.feeds import queries
from faheng.kernel.feeds.actions import Arrival, ingest
from faheng.kernel.feeds.declare import Feed
from faheng.kernel.feeds.models import FeedDelivery, FeedSource
from faheng.kernel.feeds.refusals import NotDeliverer, StoreFull
from faheng.web import parts
from faheng.web.present import feeds as present
from faheng.web.reader import StaffRequest, staff
from faheng.web.views.feeds import CRUMB, feed_of


class DeliveryForm(forms.Form):
    """Whose records, and the file."""

    source = forms.ModelChoiceField(
        FeedSource.objects.none(),
        label=gettext_lazy("来源"),
        to_field_name="code",
        empty_label=gettext_lazy("请选择"),
        error_messages={
            "required": gettext_lazy("请选一个来源。"),
            "invalid_choice": gettext_lazy("请选一个您可以报送的来源。"),
        },
    )
    file = forms.FileField(
        label=gettext_lazy("文件"),
        help_text=gettext_lazy(
            "csv、jsonl、parquet 或 xlsx；再大的文件请放到报送文件夹，或分批"
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.jsonl,.parquet,.xlsx"}),
        error_messages={
            "required": gettext_lazy("请选一个文件。"),
            "empty": gettext_lazy("文件是空的。"),
        },
    )

    def offer(self, sources: list[FeedSource]) -> None:
        """Offer the sources that the reader reports for."""
        field = self.fields["source"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = FeedSource.objects.filter(
                pk__in=[source.pk for source in sources]
            )
            if len(sources) == 1:
                field.initial = sources[0].code


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def deliver(request: StaffRequest, entity: str) -> HttpResponse:
    """Take a file in, and go to what became of it."""
    feed = feed_of(entity)
    seen = queries.sources(request.viewer)
    own = [one for one in seen if queries.may_deliver(request.viewer, one)]
    if not own:
        raise NotYours(str(NotDeliverer.__doc__))
    form = DeliveryForm(request.POST or None, request.FILES or None)
    form.offer(own)
    if request.method == "POST" and form.is_valid():
        try:
            made = _taken(request, feed, form)
        except StoreFull as error:
            form.add_error("file", str(error))
        else:
            return redirect("feed_delivery", pk=made.pk)
    context = {
        "feed": feed,
        "form": form,
        "title": present.entity_title(entity),
        "crumbs": (
            parts.Link(CRUMB, reverse("feed_quality")),
            parts.Link(present.entity_title(entity), reverse("feed", args=[entity])),
            parts.Link(gettext("报送")),
        ),
    }
    status = 422 if form.errors else 200
    return render(request, "web/feeds/deliver.html", context, status=status)


def _taken(request: StaffRequest, feed: type[Feed], form: DeliveryForm) -> FeedDelivery:
    upload: UploadedFile[bytes] = form.cleaned_data["file"]
    with tempfile.NamedTemporaryFile(dir=settings.VAR, prefix="feed-") as target:
        for block in upload.chunks():
            target.write(block)
        target.flush()
        arrival = Arrival(
            feed, form.cleaned_data["source"], Path(target.name), upload.name or ""
        )
        return ingest(arrival, request.viewer, request.now)
