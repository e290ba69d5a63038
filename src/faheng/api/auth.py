"""Who is asking: somebody logged in, or a program with a person's token."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError
from ninja.security import APIKeyCookie, HttpBearer

from faheng.api.tokens import holder
from faheng.kernel.parties.queries import Viewer, viewer, viewer_of


class Asked(HttpRequest):
    """A request whose reader is known."""

    auth: Viewer


class ByToken(HttpBearer):
    """`Authorization: Bearer faheng_…`."""

    def __call__(self, request: HttpRequest) -> Viewer | None:
        """Refuse a wrong token at once, whatever session came along with it."""
        found = super().__call__(request)
        if found is None and request.headers.get("Authorization"):
            raise AuthenticationError
        return found if isinstance(found, Viewer) else None

    def authenticate(self, request: HttpRequest, token: str) -> Viewer | None:
        """Read the person's roles as they are today."""
        now = timezone.now()
        person = holder(token, now)
        return viewer_of(person.pk, timezone.localdate(now)) if person else None


class BySession(APIKeyCookie):
    """The session of the pages, with the token against forged requests."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Viewer | None:
        """Take whoever is logged in."""
        if not request.user.is_authenticated:
            return None
        return viewer(request.user, timezone.localdate())


SESSION = BySession()
ANY_WAY = [ByToken(), SESSION]
