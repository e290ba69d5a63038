"""Papers of payment, demand and enforcement."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import amount, party_block
from faheng.domains.enforcement.documents.decision import PenaltyDecision
from faheng.domains.enforcement.documents.phrases import numbered, on_day, remedy
from faheng.domains.enforcement.documents.stating import (
    chosen,
    handlers,
    money,
    penalties,
    row,
    signing,
    told,
)
from faheng.domains.enforcement.files.choices import PayFor
from faheng.domains.enforcement.owing import due_on, imposed, owed, surcharge_now
from faheng.domains.enforcement.rows import (
    ConfiscatedGoods,
    DemandAnswer,
    GoodsDisposal,
    Payment,
)
from faheng.domains.enforcement.rows.reading import (
    contested,
    dues,
    fine_of,
    latest,
)
from faheng.domains.enforcement.surcharge import days_late
from faheng.kernel.documents.declare import PARTY, Document, DocumentKind, States
from faheng.statutes.administrative_coercion_law import COERCION_LAW
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


def decision_no(s: Any) -> str:
    """Return the number of the decision that is carried out."""
    paper = s.paper(PenaltyDecision)
    return paper.number if paper else ""


def _amount(s: Any) -> str:
    rows = s.rows(Payment)
    return amount(rows[-1].amount) if rows else ""


class MoneyReceipt(Document):
    """罚没票据记录: the receipt of the treasury's form, as it was given."""

    code = "PEN-42"
    title = "罚没专用票据登记"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(70)

    receipt = States("票据号", of=row(Payment, "receipt_no"))
    payer = States("缴款人", of=lambda s: s.case.party_name)
    pay_for = States("款项", of=row(Payment, "pay_for"))
    amount = States("金额", of=_amount)
    paid = States("缴款日期", of=row(Payment, "paid_on"))
    mode = States("缴款方式", of=row(Payment, "mode"))
    issuer = States("监制（代收）单位", of=row(Payment, "issuer"))


class GoodsList(Document):
    """没收物品清单."""

    code = "PEN-51"
    title = "没收物品清单"
    kind = DocumentKind.RECORD
    basis = PENALTY_LAW.article(74)
    signers = ("当事人签名", "执法人员签名", "保管人签名")

    decision = States("决定书文号", of=decision_no)
    goods = States("物品", of=lambda s: _goods(s))
    by = States("经办人", of=handlers)


def _goods(s: Any) -> list[dict[str, str]]:
    return numbered(
        {
            "name": one.name,
            "spec": one.spec,
            "quantity": one.quantity,
            "state": one.state,
            "value": amount(one.value),
            "place": one.place,
            "receipt": one.receipt_no,
        }
        for one in latest(s, ConfiscatedGoods)
    )


def _proceeds(s: Any) -> str:
    rows = s.rows(GoodsDisposal)
    if not rows or not rows[-1].proceeds:
        return "无处置所得"
    day = on_day(rows[-1].remitted_on)
    return f"{amount(rows[-1].proceeds)}，{day + '上缴国库' if day else '尚未上缴'}"


class DisposalRecord(Document):
    """罚没物品处置审批表及记录."""

    code = "PEN-52"
    title = "罚没物品处置审批表及记录"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(74, 1)

    decision = States("决定书文号", of=decision_no)
    way = States("处置方式", of=row(GoodsDisposal, "way"))
    approver = States("批准人", of=row(GoodsDisposal, "approver"))
    disposers = States("处置人", of=row(GoodsDisposal, "disposers"))
    outcome = States("处置经过", of=row(GoodsDisposal, "outcome"))
    proceeds = States("处置所得及上缴", of=_proceeds)


def _duty(s: Any) -> str:
    return f"履行{decision_no(s)}行政处罚决定：{penalties(imposed(s))}"


def _sum(s: Any) -> str:
    left = owed(s)
    parts = [f"{PayFor(k).label}{amount(v)}" for k, v in left.items() if v]
    total = sum(left.values())
    return f"{'、'.join(parts)}，合计{amount(total)}" if parts else "没有应缴款项"


def _how(s: Any) -> str:
    return f"到{s.main.payee}缴纳" if fine_of(imposed(s)) else s.main.perform_how


class PerformanceDemand(Document):
    """履行催告书."""

    code = "EXE-01"
    title = "履行义务催告书"
    mark = "催告"
    serve_on = PARTY
    sealed = True
    basis = (COERCION_LAW.article(35), COERCION_LAW.article(54))
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    duty = States("应履行的义务", of=_duty)
    owed = States("金额", of=_sum)
    how = States("履行方式", of=_how)
    limit = States("履行期限", of=lambda s: "自收到本催告书之日起十个工作日内")
    rights = States(
        "陈述申辩权", of=lambda s: "收到本催告书后有权进行陈述和申辩，本机关将充分听取"
    )
    consequence = States(
        "逾期后果", of=lambda s: "逾期仍不履行的，本机关将依法申请人民法院强制执行"
    )


class DemandAnswerRecord(Document):
    """催告陈述申辩记录及复核."""

    code = "EXE-02"
    title = "催告陈述申辩记录及复核意见"
    kind = DocumentKind.RECORD
    basis = COERCION_LAW.article(36)

    answered = States("提出日期", of=row(DemandAnswer, "answered_on"))
    points = States("当事人意见", of=row(DemandAnswer, "points"))
    review = States("复核意见", of=row(DemandAnswer, "review"))


def _left_out(s: Any) -> str:
    spans = contested(s)
    days = [f"{on_day(x.from_on)}至{on_day(x.until_on) or '今'}" for x in spans]
    return "、".join(days) or "无"


def _days(s: Any) -> str:
    due = dues(s, fine_of(imposed(s)), due_on(s))
    return f"{days_late(due, s.on, contested(s))} 日"


class SurchargeNotice(Document):
    """加处罚款决定书."""

    code = "EXE-03"
    title = "加处罚款决定书"
    mark = "加罚"
    serve_on = PARTY
    sealed = True
    basis = (PENALTY_LAW.article(72, 1, 1), COERCION_LAW.article(45))
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    decision = States("决定书文号", of=decision_no)
    base = States("罚款数额", of=lambda s: amount(fine_of(imposed(s))))
    rate = States("加处标准", of=lambda s: "每日按未缴罚款的百分之三")
    due = States("缴款期限", of=lambda s: on_day(due_on(s)))
    days = States("计算日数", of=_days)
    left_out = States("不计算的期间", of=_left_out)
    cap = States("上限", of=lambda s: "加处罚款的数额不超出罚款的数额")
    amount = States("加处罚款数额", of=lambda s: amount(surcharge_now(s)))
    remedy = States("救济途径和期限", of=remedy)


class EnforcementAgreement(Document):
    """执行协议."""

    code = "EXE-11"
    title = "执行协议"
    mark = "执协"
    serve_on = PARTY
    sealed = True
    basis = COERCION_LAW.article(42)
    copies = ("当事人留存", "归档")

    who = States("当事人", of=party_block)
    decision = States("决定书文号", of=decision_no)
    content = States("分阶段履行和补救措施", of=told("agreement"))
    relief = States("减免的加处罚款", of=lambda s: money("relief")(s) or "不减免")


class TerminationDecision(Document):
    """终结执行决定书."""

    code = "EXE-10"
    title = "终结执行决定书"
    mark = "终执"
    serve_on = PARTY
    sealed = True
    basis = COERCION_LAW.article(40)
    copies = ("送达当事人", "归档")

    who = States("当事人", of=party_block)
    decision = States("决定书文号", of=decision_no)
    ground = States("终结情形", of=chosen("terminate_ground"))
    facts = States("事实", of=told("terminate_reason"))
    head_sign = States("批准人及日期", of=signing)


class CourtApplication(Document):
    """强制执行申请书."""

    code = "EXE-12"
    title = "强制执行申请书"
    mark = "申执"
    sealed = True
    basis = (COERCION_LAW.article(53), COERCION_LAW.article(55))
    copies = ("递交人民法院", "归档")

    court = States("受理法院", of=told("court"))
    who = States("被申请人", of=party_block)
    decision = States("决定书文号", of=decision_no)
    grounds = States("申请事项和理由", of=told("court_grounds"))
    demand = States("催告情况", of=lambda s: _demanded(s))
    objects = States("执行标的", of=_sum)
    clues = States("财产状况和线索", of=told("property_clues"))
    head_sign = States("机关负责人及日期", of=signing)


def _demanded(s: Any) -> str:
    day = s.served(PerformanceDemand)
    paper = s.paper(PerformanceDemand)
    return f"{on_day(day)}送达{paper.number}催告书，当事人逾期未履行" if day else ""
