"""Which language a page is in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class ChosenLanguage(LocaleMiddleware):
    """Chinese, unless the reader chose otherwise by the switch.

    Django would follow the browser; here an official with an English browser still
    works on Chinese papers, so only the choice counts.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Activate the language of the reader's choice."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = chosen in dict(settings.LANGUAGES)
        translation.activate(chosen if known else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()
