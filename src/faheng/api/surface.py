"""The API as a whole."""

from __future__ import annotations

from ninja import NinjaAPI

from faheng.api import refusals
from faheng.api.auth import ANY_WAY
from faheng.api.bodies import SoundParser
from faheng.api.routes import (
    account,
    acts,
    cases,
    discretion,
    feeds,
    laws,
    procedures,
    registers,
)

api = NinjaAPI(
    title="法衡接口",
    version="1",
    description=(
        "与页面相同的办理入口。401 未登录，403 不由您办理，404 不在管辖范围，"
        "409 已有人先办，422 依法不能办理（附条文）。"
    ),
    urls_namespace="api",
    openapi_url=None,
    docs_url=None,
    auth=ANY_WAY,
    parser=SoundParser(),
)
for routes in (
    cases,
    acts,
    laws,
    procedures,
    discretion,
    registers,
    feeds,
    account,
):
    api.add_router("", routes.router)
refusals.register(api)
