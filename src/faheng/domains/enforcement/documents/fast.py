"""The paper of fast handling."""

from __future__ import annotations

from faheng.domains.enforcement.documents.blocks import party_block
from faheng.domains.enforcement.documents.stating import told
from faheng.kernel.documents.declare import Document, DocumentKind, States
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


class FastConsent(Document):
    """适用快速办理确认书: what it means was explained, and the party agrees."""

    code = "PEN-28"
    title = "适用快速办理确认书"
    kind = DocumentKind.PARTY
    basis = PENALTY_LAW.article(45, 1)

    who = States("当事人", of=party_block)
    reason = States("适用理由", of=told("fast_reason"))
    explained = States(
        "告知内容",
        of=lambda s: (
            "快速办理合并部分文书、缩短内部审批，不减少陈述申辩等法定权利；"
            "随时可以要求改按普通程序办理"
        ),
    )
    agreed = States(
        "当事人意见",
        of=lambda s: (
            "承认违法事实，同意快速办理"
            if s.main.admits and s.main.fast_consent
            else ""
        ),
    )
