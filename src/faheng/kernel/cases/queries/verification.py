"""The code on a paper by which anybody can ask whether it is genuine."""

from __future__ import annotations

import base64
import hmac
import re
from dataclasses import dataclass
from datetime import date

from faheng.kernel.cases.models import Paper, PaperState
from faheng.kernel.documents.declare import DOCUMENTS, DocumentKind
from faheng.kernel.parties.secrecy import seals_of

PURPOSE = "paper"
BYTES = 10
GROUP = 4
_CODE = re.compile(r"(\d{1,18})([A-Z2-7]{16})")


@dataclass(frozen=True)
class Genuine:
    """What is told about a genuine paper; nothing about anybody in it."""

    number: str
    title: str
    organ: str
    made_on: date
    is_void: bool


def verify_code(paper_id: int) -> str:
    """Give the code of a paper, as it is printed: 1042-ABCD-EFGH-IJKL-MNOP.

    The first part finds the paper, the rest cannot be guessed.
    """
    seal = _seals(paper_id)[0]
    groups = [seal[at : at + GROUP] for at in range(0, len(seal), GROUP)]
    return "-".join([str(paper_id), *groups])


def verified(code: str) -> Genuine | None:
    """Give the paper of a code; None for a wrong code and for inner papers."""
    plain = re.sub(r"[\s-]", "", code).upper()
    found = _CODE.fullmatch(plain)
    if found is None:
        return None
    paper_id, seal = int(found[1]), found[2]
    if not any(hmac.compare_digest(seal, one) for one in _seals(paper_id)):
        return None
    paper = Paper.objects.select_related("case__organ").filter(pk=paper_id).first()
    return _told(paper) if paper is not None else None


def _told(paper: Paper) -> Genuine | None:
    document = DOCUMENTS.get(paper.document)
    if document is None or document.kind is not DocumentKind.NOTICE:
        return None
    return Genuine(
        paper.number,
        paper.title,
        paper.case.organ.name,
        paper.made_on,
        paper.state == PaperState.VOID,
    )


def _seals(paper_id: int) -> list[str]:
    return [
        base64.b32encode(seal[:BYTES]).decode()
        for seal in seals_of(str(paper_id), PURPOSE)
    ]
