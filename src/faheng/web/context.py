"""What every page knows: its reader, how they like pages to look, and the navigation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from faheng.kernel.parties.models import Person
from faheng.kernel.parties.queries import Viewer, viewer
from faheng.web import nav

PREFERENCES: Mapping[str, frozenset[str]] = {
    "theme": frozenset({"dark"}),
    "density": frozenset({"compact", "roomy"}),
    "scale": frozenset({"care"}),
    "keys": frozenset({"off"}),
}
TABS = 4


@dataclass(frozen=True)
class Me:
    """The reader, as the foot of the navigation shows them."""

    name: str
    organ: str

    @property
    def initial(self) -> str:
        """The first character of the name."""
        return self.name[:1]


def preferences(request: HttpRequest) -> dict[str, object]:
    """How the reader wants pages to look; a cookie, so that nothing flashes."""
    chosen = {name: request.COOKIES.get(name, "") for name in PREFERENCES}
    return {
        name: value if value in PREFERENCES[name] else ""
        for name, value in chosen.items()
    }


def shell(request: HttpRequest) -> dict[str, object]:
    """The navigation and the reader of a staff page; nothing for the public."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"today": timezone.localdate(), "search_url": _search()}
    today = timezone.localdate()
    reader = _reader(request)
    counts: Mapping[str, int] = getattr(request, "nav_counts", {})
    groups = nav.shown(reader, request.path, counts)
    entries = [entry for group in groups for entry in group.entries]
    return {
        "today": today,
        "me": Me(reader.name or user.get_username(), _organ(request)),
        "nav_groups": groups,
        "tabs": entries[:TABS],
        "search_url": _search(),
    }


def _reader(request: HttpRequest) -> Viewer:
    known = getattr(request, "viewer", None)
    if isinstance(known, Viewer):
        return known
    return viewer(request.user, timezone.localdate())


def _organ(request: HttpRequest) -> str:
    people = Person.objects.filter(user_id=request.user.pk or 0)
    return people.values_list("organ__short_name", flat=True).first() or ""


def _search() -> str:
    try:
        return reverse("search")
    except NoReverseMatch:
        return ""
