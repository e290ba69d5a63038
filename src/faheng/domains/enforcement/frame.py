"""Where a penalty case can stand, and the periods that run in it."""

from __future__ import annotations

from typing import Any, ClassVar

from faheng.domains.enforcement.files.penalty import PenaltyFile
from faheng.domains.enforcement.kinds import Gate
from faheng.domains.enforcement.local import local
from faheng.domains.enforcement.rows.outcome import PenaltyItem, ProposedPenalty
from faheng.domains.enforcement.rows.reading import fine_of, latest, place, sanction
from faheng.domains.enforcement.thresholds import required
from faheng.kernel.clocks.declare import DAYS, MONTHS, WORKING_DAYS
from faheng.kernel.law.declare import Basis, LocalRule
from faheng.kernel.procedures.declare import Duty, Procedure, Stage, Term
from faheng.statutes.administrative_coercion_law import COERCION_LAW
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.litigation_law import LITIGATION_LAW
from faheng.statutes.reconsideration_law import RECONSIDERATION_LAW

VERIFYING_RULE = LocalRule("线索核查期限", "各领域部门规章")
ANSWERING_RULE = LocalRule("陈述申辩期限", "行政处罚法第45条未定日数")
CLOSING_RULE = LocalRule("结案期限", "各领域部门规章")
ARCHIVING_RULE = LocalRule("归档期限", "行政处罚法第47条未定日数")


def has_fine(s: Any) -> bool:
    """Tell whether the decision imposes a fine."""
    return fine_of(latest(s, PenaltyItem)) > 0


def may_be_heard(s: Any) -> bool:
    """Tell whether the party may ask for a hearing on what is intended."""
    intended = sanction(s, latest(s, ProposedPenalty))
    return required(Gate.HEARING, intended, on=s.on, place=place(s)) is not None


class PenaltyFrame(Procedure, part=True):
    """Stages and terms that the phases share."""

    basis: ClassVar[Basis] = PENALTY_LAW.article(54)
    file = PenaltyFile

    registered = Stage("线索核查")
    verified = Stage("已核查")
    proposed = Stage("拟立案")
    endorsed = Stage("待批准立案")
    not_filed = Stage("不予立案", final=True)
    transferring = Stage("移送其他机关")
    transferred = Stage("已移送", final=True)
    investigating = Stage("调查取证")
    suspended = Stage("中止调查")
    investigated = Stage("调查终结")
    weighed = Stage("已拟定处罚")
    told = Stage("告知书待送达")
    noticed = Stage("已事先告知")
    answered = Stage("陈述申辩已处理")
    submitted = Stage("待作决定")
    decided = Stage("已作决定")
    excused = Stage("不予处罚决定待送达")
    served = Stage("决定已送达")
    overdue = Stage("逾期未履行")
    in_court = Stage("申请法院执行")
    referred = Stage("移送司法机关")
    performed = Stage("待结案")
    closing_stage = Stage("待批准结案")
    withdrawn = Stage("终止调查")
    closed = Stage("已结案")
    archived = Stage("已归档", final=True)

    verifying = Term(
        local("file_days"),
        WORKING_DAYS,
        VERIFYING_RULE,
        title="核查线索",
        watch="SX-01",
    )
    deciding = Term(
        90,
        DAYS,
        PENALTY_LAW.article(60),
        title="作出处罚决定",
        watch="SX-04",
    )
    answering = Term(
        local("answer_days"),
        WORKING_DAYS,
        ANSWERING_RULE,
        title="陈述申辩",
        of=Duty.PARTY,
        lapse="逾期未提出的，视为没有陈述申辩意见",
    )
    serving = Term(
        7,
        DAYS,
        PENALTY_LAW.article(61, 1),
        title="送达处罚决定书",
        watch="SX-18",
    )
    paying = Term(
        15,
        DAYS,
        PENALTY_LAW.article(67, 3),
        title="缴纳罚款",
        of=Duty.PARTY,
        when=has_fine,
        lapse="每日按罚款数额的百分之三加处罚款",
        watch="SX-20",
    )
    reconsidering = Term(
        60,
        DAYS,
        RECONSIDERATION_LAW.article(20, 1),
        title="申请行政复议",
        of=Duty.PARTY,
        lapse="丧失申请行政复议的权利",
    )
    suing = Term(
        6,
        MONTHS,
        LITIGATION_LAW.article(46, 1),
        title="提起行政诉讼",
        of=Duty.PARTY,
        lapse="丧失提起行政诉讼的权利",
    )
    waiting = Term(
        10,
        DAYS,
        COERCION_LAW.article(54),
        title="催告后履行义务",
        of=Duty.PARTY,
        lapse="行政机关可以申请人民法院强制执行",
    )
    closing = Term(
        local("close_days"),
        WORKING_DAYS,
        CLOSING_RULE,
        title="办理结案",
        watch="SX-34",
    )
    archiving = Term(
        local("archive_days"),
        WORKING_DAYS,
        ARCHIVING_RULE,
        title="立卷归档",
        watch="SX-35",
    )


class HearingTerm(PenaltyFrame, part=True):
    """The term that only a procedure with hearings has."""

    requesting_hearing = Term(
        5,
        DAYS,
        PENALTY_LAW.article(64, 1, 1),
        title="要求听证",
        of=Duty.PARTY,
        when=may_be_heard,
        lapse="逾期未提出的，视为放弃听证",
    )


UNDECIDED = (
    PenaltyFrame.investigating,
    PenaltyFrame.suspended,
    PenaltyFrame.investigated,
    PenaltyFrame.weighed,
    PenaltyFrame.told,
    PenaltyFrame.noticed,
    PenaltyFrame.answered,
    PenaltyFrame.submitted,
)
"""Stages between the filing and the decision."""
