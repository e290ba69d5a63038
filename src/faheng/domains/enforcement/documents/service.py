"""Papers that prove a delivery."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.phrases import numbered, on_day
from faheng.domains.enforcement.documents.stating import handlers, row
from faheng.domains.enforcement.rows import PublicNotice
from faheng.kernel.cases.models import Service, ServiceMethod
from faheng.kernel.documents.declare import Document, DocumentKind, States
from faheng.statutes.civil_procedure_law import CIVIL_PROCEDURE_LAW


def _latest(s: Any) -> list[Service]:
    rows: list[Service] = s.rows(Service)
    return [one for one in rows if one.act_id == rows[-1].act_id]


def _papers(s: Any) -> list[dict[str, str]]:
    return numbered(
        {"title": one.paper.title, "number": one.paper.number or "无文号"}
        for one in _latest(s)
    )


def _place(s: Any) -> str:
    rows = _latest(s)
    place = rows[-1].place if rows else ""
    return place or s.main.service_address or (s.party.address if s.party else "")


def _received(s: Any) -> str:
    rows = _latest(s)
    if not rows:
        return ""
    one = rows[-1]
    if one.method == ServiceMethod.PUBLIC_NOTICE:
        return f"公告送达：{one.reason}"
    relation = f"（{one.relation}）" if one.relation else ""
    return f"{one.receiver or '受送达人'}{relation}"


def _addressee(s: Any) -> str:
    """Return whom the paper itself names, where it is not meant for the party."""
    rows = _latest(s)
    states = rows[-1].paper.values if rows else {}
    named = (states.get(name) for name in ("receiver", "asked", "person"))
    return next((str(one) for one in named if one), "") or str(s.case.party_name)


def _deliverers(s: Any) -> str:
    """Who handles the case; before anybody was assigned, whoever delivered."""
    return handlers(s) or (s.actor.name if s.actor else "")


class ProofOfService(Document):
    """送达回证."""

    code = "PEN-43"
    title = "送达回证"
    kind = DocumentKind.RECORD
    basis = CIVIL_PROCEDURE_LAW.article(87)
    signers = ("受送达人签名", "送达人签名", "见证人签名")

    papers = States("送达文书", of=_papers)
    addressee = States("受送达人", of=_addressee)
    way = States("送达方式", of=row(Service, "method"))
    place = States("送达地点", of=_place)
    acted = States("送达日期", of=row(Service, "acted_on"))
    effect = States("生效日期", of=row(Service, "served_on"))
    receiver = States("收件人", of=_received)
    slip = States("邮件号", required=False, of=row(Service, "slip_no"))
    refusal = States("拒收事由", required=False, of=row(Service, "refusal"))
    witness = States("见证人", required=False, of=row(Service, "witness"))
    by = States("送达人", of=_deliverers)


class PublicServiceNotice(Document):
    """送达公告."""

    code = "PEN-45"
    title = "送达公告"
    mark = "送公"
    sealed = True
    basis = CIVIL_PROCEDURE_LAW.article(95, 1)
    copies = ("公告", "归档")

    who = States("受送达人", of=lambda s: s.case.party_name)
    paper = States("文书名称", of=row(PublicNotice, "paper_title"))
    summary = States("文书要点", of=row(PublicNotice, "summary"))
    reason = States("公告原因", of=row(PublicNotice, "reason"))
    posted = States("公告日期", of=lambda s: _posted(s))
    medium = States("公告媒介", of=row(PublicNotice, "medium"))


def _posted(s: Any) -> str:
    rows = s.rows(PublicNotice)
    return on_day(rows[-1].posted_on) if rows else ""
