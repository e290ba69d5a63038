"""Every refusal as an answer of one shape: a message, and problems with articles."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from faheng.api.tokens import TokenRefused
from faheng.kernel.cases.errors import CaseError, Problem, StepRefused
from faheng.kernel.feeds.refusals import NotShown as FeedNotShown
from faheng.kernel.feeds.refusals import StoreFull
from faheng.kernel.registers.refusals import NotShown

SENTENCES = {
    400: "请求的内容无法读取。",
    401: "请先登录，或者出示有效的接口令牌。",
    403: "请求缺少防伪令牌，或者不允许这样做。",
    404: "没有找到，或者不在您的管辖范围内。",
    413: "请求的内容过大。",
}


def register(api: NinjaAPI) -> None:
    """Give every refusal its answer."""

    def answer(
        request: HttpRequest, status: int, message: str = "", problems: Any = ()
    ) -> HttpResponse:
        body = {
            "message": message or SENTENCES.get(status, HTTPStatus(status).phrase),
            "problems": list(problems),
        }
        return api.create_response(request, body, status=status)

    def of_case(request: HttpRequest, error: CaseError) -> HttpResponse:
        problems = error.problems if isinstance(error, StepRefused) else []
        shown = [plain(problem) for problem in problems]
        return answer(request, error.status, str(error), shown)

    def of_shape(request: HttpRequest, error: ValidationError) -> HttpResponse:
        problems = [_misshapen(one) for one in error.errors]
        return answer(request, 422, "请求的格式不对。", problems)

    def of_http(request: HttpRequest, error: HttpError) -> HttpResponse:
        return answer(request, error.status_code)

    handlers: dict[type[Exception], Any] = {
        CaseError: of_case,
        ValidationError: of_shape,
        HttpError: of_http,
        Http404: lambda request, error: answer(request, 404),
        NotShown: lambda request, error: answer(request, 404, str(error)),
        FeedNotShown: lambda request, error: answer(request, 404, str(error)),
        StoreFull: lambda request, error: answer(request, 507, str(error)),
        TokenRefused: lambda request, error: answer(request, 422, str(error)),
        RequestDataTooBig: lambda request, error: answer(request, 413),
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def plain(problem: Problem) -> dict[str, str]:
    """Return a problem as the API tells it."""
    return {
        "sentence": problem.sentence,
        "basis": problem.basis,
        "mend": problem.mend,
        "field": problem.field,
        "key": problem.key,
    }


def _misshapen(error: dict[str, Any]) -> dict[str, str]:
    place = [str(part) for part in error.get("loc", ()) if part not in _PLACES]
    return plain(Problem(str(error.get("msg", "")), field=".".join(place)))


_PLACES = {"body", "query", "path", "form", "file", "data"}
