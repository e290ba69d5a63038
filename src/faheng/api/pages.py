"""The reference of the API, for people and for programs that write programs."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from faheng.api.surface import api


def openapi() -> dict[str, Any]:
    """Return the OpenAPI document as plain JSON."""
    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    plain: dict[str, Any] = json.loads(json.dumps(schema))
    return plain


def printed() -> str:
    """Return the OpenAPI document as docs/reference keeps it."""
    return json.dumps(openapi(), ensure_ascii=False, indent=1) + "\n"


@require_safe
@login_required
def document(request: HttpRequest) -> HttpResponse:
    """Give the OpenAPI document."""
    shown = {"ensure_ascii": False}
    return JsonResponse(openapi(), json_dumps_params=shown)


@require_safe
@login_required
def reference(request: HttpRequest) -> HttpResponse:
    """Show every operation, without a script."""
    return render(request, "api/reference.html", {"groups": _groups(openapi())})


def _groups(found: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, methods in found["paths"].items():
        for method, operation in methods.items():
            groups.setdefault(operation["tags"][0], []).append({
                "method": method.upper(),
                "path": path,
                "summary": operation.get("summary", ""),
                "description": operation.get("description", ""),
                "parameters": operation.get("parameters", []),
                "body": _body(operation),
            })
    return groups


def _body(operation: dict[str, Any]) -> str:
    content = operation.get("requestBody", {}).get("content", {})
    for media_type, one in content.items():
        name = one["schema"].get("$ref", "").rpartition("/")[2]
        return f"{media_type} {name}".strip()
    return ""
