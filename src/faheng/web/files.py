"""Answers that are files: never run, never guessed at, named in Chinese."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header


def answer(
    content: bytes, media_type: str, name: str, *, attachment: bool = False
) -> HttpResponse:
    """Answer with bytes under a name."""
    headers = _headers(name, attachment=attachment)
    return HttpResponse(content, content_type=media_type, headers=headers)


def stored(path: str, media_type: str, name: str) -> FileResponse:
    """Answer with a file that came in: saved by the browser, not opened."""
    response = FileResponse(default_storage.open(path), content_type=media_type)
    # Django names a file after where it lies; what it is called comes last.
    for header, value in _headers(name, attachment=True).items():
        response[header] = value
    return response


def _headers(name: str, *, attachment: bool) -> dict[str, str]:
    return {
        "Content-Disposition": content_disposition_header(
            attachment, "".join(sign for sign in name if sign.isprintable())
        )
        or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
