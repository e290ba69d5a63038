"""Requests of people who work here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from faheng.kernel.parties.queries import Viewer

Rest = ParamSpec("Rest")


class StaffRequest(HttpRequest):
    """A request that the middleware has given its reader and its moment."""

    viewer: Viewer
    now: datetime
    nav_counts: object
    htmx: object


def staff(
    view: Callable[Concatenate[StaffRequest, Rest], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]:
    """Keep a view for people with an account."""

    @wraps(view)
    def guarded(
        request: HttpRequest, *args: Rest.args, **kwargs: Rest.kwargs
    ) -> HttpResponseBase:
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    return cast(
        "Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]",
        login_required(guarded),
    )


def today_of(request: StaffRequest) -> date:
    """The day on which a request came, here."""
    return timezone.localdate(request.now)


def words_of(request: HttpRequest, name: str = "q", most: int = 80) -> str:
    """What was typed into a search box, cut to a length nobody misses."""
    return request.GET.get(name, "").replace("\x00", "").strip()[:most]


def cursor(request: HttpRequest) -> int | None:
    """Where a list goes on; nonsense begins it anew."""
    after = request.GET.get("after", "")
    return (
        int(after) if after.isascii() and after.isdigit() and len(after) < 18 else None
    )
