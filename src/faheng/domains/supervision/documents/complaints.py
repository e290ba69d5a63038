"""The letters by which whoever complained is told."""

from __future__ import annotations

from typing import Any

from faheng.domains.supervision.documents.instruments import on_day
from faheng.kernel.documents.declare import PARTY, Document, States
from faheng.lib.text import full_date
from faheng.statutes.supervision_regulation import SUPERVISION_REGULATION


def addressed(s: Any) -> str:
    """Return whom a letter is to, so that nobody who handles it learns who."""
    slip = s.file.slip
    name = slip.name.reveal() if slip is not None else ""
    return f"{name[:1]}××" if name else "投诉举报人"


class ComplaintLetter(Document, listed=False):
    """What the letters share: whom they are to, and what they say.

    Attributes:
        said: what the public page shows to whoever holds the code.
    """

    serve_on = PARTY
    sealed = True
    basis = SUPERVISION_REGULATION
    copies = ("送投诉举报人", "归档")

    to = States("投诉举报人", of=addressed)
    received = States("收到日期", of=lambda s: on_day(s.file.received_on))
    summary = States("投诉要点", of=lambda s: s.file.summary)


class ComplaintRefusal(ComplaintLetter):
    """投诉举报不予受理告知书."""

    code = "CPL-01"
    title = "投诉举报不予受理告知书"
    mark = "诉不受"

    ground = States("不予受理的理由", of=lambda s: s.file.get_not_accepted_display())
    said = States("说明", of=lambda s: s.file.not_accepted_note)


class ComplaintTransfer(ComplaintLetter):
    """投诉举报转送告知书."""

    code = "CPL-02"
    title = "投诉举报转送告知书"
    mark = "诉转"

    to_whom = States("转送机关", of=lambda s: s.file.transferred_to)
    said = States("转送说明", of=lambda s: s.file.transfer_note)


class ComplaintAnswer(ComplaintLetter):
    """投诉举报处理结果答复书."""

    code = "CPL-03"
    title = "投诉举报处理结果答复书"
    mark = "诉复"

    finding = States("核查结论", of=lambda s: s.file.get_finding_display())
    said = States("答复内容", of=lambda s: s.file.answer_text)
    answered = States("答复日期", of=lambda s: full_date(s.on))
