"""Each way of service and what it needs (民事诉讼法 arts. 87-95)."""

from __future__ import annotations

from typing import Any

from faheng.kernel.cases.models import ServiceAttempt, ServiceMethod
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.civil_procedure_law import CIVIL_PROCEDURE_LAW


def _delivery(s: Any) -> dict[str, Any]:
    given: list[dict[str, Any]] = s.given.get("service", [])
    return given[0] if given else {}


def _by(s: Any, *methods: ServiceMethod) -> bool:
    return _delivery(s).get("method") in methods


@condition(
    "写明签收人；同住成年家属等代收的，写明与受送达人的关系",
    basis=CIVIL_PROCEDURE_LAW.article(88, 1),
    mend="补写收件人",
    on_given=True,
)
def receiver_named(s: Any) -> bool:
    """Tell whether somebody is said to have signed."""
    methods = (
        ServiceMethod.DIRECT,
        ServiceMethod.ENTRUSTED,
        ServiceMethod.TRANSFER,
        ServiceMethod.POST,
    )
    return not _by(s, *methods) or bool(_delivery(s).get("receiver"))


@condition(
    "留置送达有见证人，或者全程拍照、录像，并写明拒收事由",
    basis=CIVIL_PROCEDURE_LAW.article(89),
    mend="邀请基层组织或者所在单位代表见证，或者录像后再留置",
    watch="WS-10",
    on_given=True,
)
def leaving_is_proven(s: Any) -> bool:
    """Tell whether papers left behind were left before a witness or a camera."""
    row = _delivery(s)
    proof = row.get("witness") or row.get("filmed")
    return not _by(s, ServiceMethod.LEAVE) or bool(proof and row.get("refusal"))


@condition(
    "电子送达经当事人签订确认书同意",
    basis=PENALTY_LAW.article(61, 2),
    mend="先由当事人签署送达地址（电子送达）确认书",
    watch="WS-11",
    on_given=True,
)
def electronic_is_agreed(s: Any) -> bool:
    """Tell whether the party had agreed before its papers came electronically."""
    agreed = s.main.e_service_consent and s.main.service_account
    return not _by(s, ServiceMethod.ELECTRONIC) or bool(agreed)


@condition(
    "邮寄送达写明邮件号，日期以回执上的收件日为准",
    basis=CIVIL_PROCEDURE_LAW.article(91),
    mend="补写邮件号",
    on_given=True,
)
def post_has_slip(s: Any) -> bool:
    """Tell whether a paper sent by post can be traced."""
    return not _by(s, ServiceMethod.POST) or bool(_delivery(s).get("slip_no"))


@condition(
    "转交送达写明转交的单位",
    basis=CIVIL_PROCEDURE_LAW.article(93),
    mend="在“与受送达人关系”中写明转交单位",
    on_given=True,
)
def transfer_names_unit(s: Any) -> bool:
    """Tell whether the unit that passed a paper on is named."""
    return not _by(s, ServiceMethod.TRANSFER) or bool(_delivery(s).get("relation"))


@condition(
    "公告送达以前用其他方式送达未果，并记明原因和经过",
    basis=CIVIL_PROCEDURE_LAW.article(95, 1),
    mend="先记录未能送达的经过，并制作送达公告",
    watch="WS-12",
    on_given=True,
)
def public_notice_is_last(s: Any) -> bool:
    """Tell whether other ways had failed, and the notice itself was made."""
    if not _by(s, ServiceMethod.PUBLIC_NOTICE):
        return True
    tried = bool(s.rows(ServiceAttempt))
    posted = any(p.document == "public_service_notice" for p in s.papers)
    return tried and posted and bool(_delivery(s).get("reason"))


@condition(
    "使送达日期不晚于今天",
    basis=CIVIL_PROCEDURE_LAW.article(87, 2),
    mend="核对送达日期",
    on_given=True,
)
def served_by_now(s: Any) -> bool:
    """Tell whether the delivery lies in the past."""
    acted_on = _delivery(s).get("acted_on")
    return acted_on is None or acted_on <= s.on


LAWFUL_SERVICE = (
    receiver_named,
    leaving_is_proven,
    electronic_is_agreed,
    post_has_slip,
    transfer_names_unit,
    public_notice_is_last,
    served_by_now,
)
"""What every delivery to a party must meet."""
