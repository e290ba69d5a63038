"""Questions of discretion, answered by the same engine as the pages."""

from __future__ import annotations

from typing import Any

from ninja import Router, Schema
from pydantic import Field

from faheng.api.auth import Asked
from faheng.domains.enforcement.discretion.answers import answer

router = Router(tags=["裁量"])

MOST = 1000


class QuestionsIn(Schema):
    """Questions as `faheng discretion FILE.json` takes them."""

    questions: list[dict[str, Any]] = Field(max_length=MOST)


class AnswersOut(Schema):
    """Their answers in the same order; one that has none says why."""

    answers: list[dict[str, Any]]


@router.post("/discretion/", response=AnswersOut, summary="回答裁量问题")
def answer_questions(request: Asked, body: QuestionsIn) -> AnswersOut:
    """Answer questions of any kind, `proposal` among them, each with its steps."""
    return AnswersOut(answers=[answer(one) for one in body.questions])
