"""The papers by which a measure on property begins, and is lengthened."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import officers, party_block
from faheng.domains.enforcement.documents.phrases import (
    at_moment,
    numbered,
    on_day,
    remedy,
)
from faheng.domains.enforcement.files.seized_goods import SeizedGood
from faheng.kernel.documents.declare import PARTY, Document, DocumentKind, States
from faheng.statutes.administrative_coercion_law import COERCION_LAW


def measure(s: Any) -> str:
    """Return the name of the measure."""
    return str(s.file.get_measure_display())


def goods(s: Any) -> list[dict[str, str]]:
    """Return the list of what was sealed or seized."""
    return numbered(
        {
            "name": row.name,
            "spec": row.spec,
            "quantity": f"{row.quantity}{row.unit}",
            "state": row.state,
            "photos": f"{row.photos}张",
        }
        for row in s.rows(SeizedGood, of_course=True)
    )


def decision_number(s: Any) -> str:
    """Return the number of the decision that began the measure."""
    paper = s.paper(SeizureDecision)
    return paper.number if paper else ""


def period(s: Any) -> str:
    """Return the length of the measure as decided."""
    return _days(s.file.days)


def _days(count: int | None) -> str:
    return f"{count}日" if count else ""


def _executed(s: Any) -> str:
    on = s.when("execute_at_once") or s.when("execute")
    return on_day(on)


def _end(s: Any) -> str:
    clock = s.clock(s.procedure.terms()["holding"])
    return on_day(clock.due_on) if clock else ""


def _ticks(s: Any) -> str:
    done = [
        s.file._meta.get_field(name).verbose_name  # noqa: SLF001 - Django's own name
        for name in ("shown", "called", "told", "heard", "recorded", "handed_over")
        if getattr(s.file, name)
    ]
    return "、".join(done)


RESULTS = {"held": "同意补办批准手续", "disapproved": "不应当采取强制措施，立即解除"}


class MeasureApproval(Document):
    """行政强制措施审批表: before the measure is carried out."""

    code = "COE-01"
    title = "行政强制措施审批表"
    kind = DocumentKind.FORM
    basis = (COERCION_LAW.article(10), COERCION_LAW.article(18, 1, 1))

    who = States("当事人", of=lambda s: s.case.party_name)
    kind_of = States("强制措施", of=measure)
    objects = States("对象", of=lambda s: s.file.objects_planned)
    ground = States("授予措施权的法律、法规", of=lambda s: s.file.power)
    reasons = States("理由", of=lambda s: s.file.reasons)
    days = States("期限", of=period)
    handlers = States("实施人员", of=officers)
    opinion = States("审批意见", of=lambda s: s.file.opinion)
    approver = States("批准人", of=lambda s: s.actor.name if s.actor else "")
    approved = States("批准时间", of=lambda s: at_moment(s.at))


class UrgentMeasureApproval(Document):
    """情况紧急补办强制措施审批表: within 24 hours of an emergency."""

    code = "COE-09"
    title = "情况紧急补办行政强制措施审批表"
    kind = DocumentKind.FORM
    basis = COERCION_LAW.article(19)

    who = States("当事人", of=lambda s: s.case.party_name)
    kind_of = States("强制措施", of=measure)
    ground = States("授予措施权的法律、法规", of=lambda s: s.file.power)
    urgency = States("紧急情况", of=lambda s: s.file.urgency)
    executed = States("实施时间", of=lambda s: _executed_at(s))
    reported = States("报告时间", of=lambda s: at_moment(s.file.reported_at))
    handlers = States("实施人员", of=officers)
    opinion = States("审批意见", of=lambda s: s.file.opinion)
    result = States("批准或者解除", of=lambda s: RESULTS.get(s.course.stage, ""))
    approver = States("负责人", of=lambda s: s.actor.name if s.actor else "")
    approved = States("决定时间", of=lambda s: at_moment(s.at))


def _executed_at(s: Any) -> str:
    acts = s.acts("execute_at_once")
    return at_moment(acts[-1].occurred_at) if acts else ""


class SeizureDecision(Document):
    """查封（扣押）决定书: handed over on the spot."""

    code = "COE-02"
    title = "查封（扣押）决定书"
    mark = "强措"
    serve_on = PARTY
    sealed = True
    basis = COERCION_LAW.article(24)
    copies = ("送达当事人", "归档")

    who = States("当事人的姓名或者名称、地址", of=party_block)
    kind_of = States("强制措施", of=measure)
    reasons = States("理由", of=lambda s: s.file.reasons)
    ground = States("依据", of=lambda s: s.file.power)
    days = States("期限", of=period)
    place = States("实施地点", of=lambda s: s.file.place)
    objects = States("名称、数量", of=goods)
    remedies = States("申请行政复议或者提起行政诉讼的途径和期限", of=remedy)


class SeizureList(Document):
    """查封（扣押）清单: in two copies."""

    code = "COE-03"
    title = "查封（扣押）清单"
    serve_on = PARTY
    sealed = True
    basis = (COERCION_LAW.article(23), COERCION_LAW.article(24, 3))
    copies = ("当事人保存", "行政机关保存")

    decision = States("决定书文号", of=decision_number)
    who = States("当事人", of=lambda s: s.case.party_name)
    rows = States("清单", of=goods)
    by = States("执法人员", of=officers)


class MeasureRecord(Document):
    """查封（扣押）现场笔录."""

    code = "COE-04"
    title = "查封（扣押）现场笔录"
    kind = DocumentKind.RECORD
    signers = ("当事人（见证人）签名", "执法人员签名")
    basis = COERCION_LAW.article(18)

    time = States("时间", of=lambda s: at_moment(s.at))
    place = States("地点", of=lambda s: s.file.place)
    by = States("执法人员", of=officers)
    who = States("当事人", of=lambda s: s.case.party_name)
    kind_of = States("强制措施", of=measure)
    ticks = States("已履行的程序", of=_ticks)
    defence = States("当事人陈述申辩", of=lambda s: s.file.defence)
    attended = States("到场和签名情况", of=lambda s: s.file.get_attendance_display())
    witness = States("见证人", required=False, of=lambda s: s.file.witness)
    rows = States("查封、扣押物品", of=goods)


class ExtensionDecision(Document):
    """延长查封（扣押）期限决定书."""

    code = "COE-05"
    title = "延长查封（扣押）期限决定书"
    mark = "强延"
    serve_on = PARTY
    sealed = True
    basis = COERCION_LAW.article(25)
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    decision = States("决定书文号", of=decision_number)
    executed = States("实施日期", of=_executed)
    kind_of = States("强制措施", of=measure)
    reasons = States("延长的理由", of=lambda s: s.file.extension_reasons)
    days = States("延长期限", of=lambda s: _days(s.file.extension_days))
    approver = States("批准人", of=lambda s: s.actor.name if s.actor else "")
    end = States("延长后届满日期", of=_end)
