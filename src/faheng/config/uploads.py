"""A request that is too large is told so before it is read."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext

Handler = Callable[[HttpRequest], HttpResponseBase]

MEBIBYTE = 1024 * 1024


def refuse_oversized(get_response: Handler) -> Handler:
    """Answer 413 to a body larger than an upload may be."""

    def handle(request: HttpRequest) -> HttpResponseBase:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            return HttpResponse(status=HTTPStatus.BAD_REQUEST)
        if length <= settings.FAHENG_UPLOAD_MAX:
            return get_response(request)
        sentence = gettext("文件过大：一次上传不得超过 %(limit)s MB。") % {
            "limit": settings.FAHENG_UPLOAD_MAX // MEBIBYTE
        }
        return HttpResponse(
            sentence,
            status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            content_type="text/plain; charset=utf-8",
        )

    return handle
