"""Who is asking, their tokens, and the files they bring."""

from __future__ import annotations

from django.utils import timezone
from ninja import File, Router, Status
from ninja.files import UploadedFile

from faheng.api import tokens
from faheng.api.answers_aside import NewTokenOut, ReaderOut, TokenOut, UploadOut
from faheng.api.auth import SESSION, Asked
from faheng.api.bodies import is_storable
from faheng.api.given import NewToken
from faheng.kernel.cases.actions import receive_upload
from faheng.kernel.cases.actions.uploads import Arriving
from faheng.kernel.cases.errors import NotYours, Problem, StepRefused, Unseen

router = Router(tags=["本人"])


@router.get("/me", response=ReaderOut, summary="我是谁")
def me(request: Asked) -> ReaderOut:
    """The reader, and the roles held today."""
    reader = request.auth
    return ReaderOut(
        person=reader.person_id,
        name=reader.name,
        organ=reader.organ_id,
        roles=[
            {"role": role.value, "title": role.title, "organ": organ}
            for role, organ in sorted(reader.roles)
        ],
    )


@router.post("/uploads", response={201: UploadOut}, summary="上传文件")
def upload(request: Asked, file: File[UploadedFile]) -> Status[UploadOut]:
    """Take in a file for a later step; what it is is read off its bytes."""
    name = file.name or ""
    if not is_storable(name):
        raise StepRefused([Problem("文件名含有不能保存的字符", field="file")])
    arriving = Arriving(name, file, file.size or 0)
    kept = receive_upload(request.auth, arriving, timezone.now())
    return Status(201, UploadOut.from_orm(kept))


@router.get("/tokens", response=list[TokenOut], auth=SESSION, summary="我的接口令牌")
def list_tokens(request: Asked) -> list[TokenOut]:
    """The reader's tokens, without their texts; only for somebody logged in."""
    return [TokenOut.from_orm(token) for token in tokens.of(_person(request))]


@router.post(
    "/tokens", response={201: NewTokenOut}, auth=SESSION, summary="新建接口令牌"
)
def give_token(request: Asked, wanted: NewToken) -> Status[NewTokenOut]:
    """Give out a token; its text is shown this once."""
    token, text = tokens.give_out(
        _person(request), wanted.label, wanted.days, timezone.now()
    )
    told = TokenOut.from_orm(token).model_dump()
    return Status(201, NewTokenOut(**told, token=text))


@router.delete(
    "/tokens/{int:token_id}", response={204: None}, auth=SESSION, summary="撤销令牌"
)
def revoke_token(request: Asked, token_id: int) -> Status[None]:
    """End one of the reader's tokens."""
    if not tokens.revoke(_person(request), token_id, timezone.now()):
        raise Unseen
    return Status(204, None)


def _person(request: Asked) -> int:
    if request.auth.person_id is None:
        raise NotYours
    return request.auth.person_id
