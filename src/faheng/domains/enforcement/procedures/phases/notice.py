"""Weighing, telling the party, and hearing it (告知、陈述申辩)."""

from __future__ import annotations

from faheng.domains.enforcement.conditions.evidence import (
    correction_came_first,
    kinds_allowed,
)
from faheng.domains.enforcement.conditions.grounds import old_enough
from faheng.domains.enforcement.conditions.notice import (
    answer_period_over,
    has_answered,
    hearing_ended,
    hearing_period_over,
    no_hearing_right,
    nothing_to_review,
)
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.conditions.weighing import (
    discretion_reasoned,
    fine_in_range,
    fine_in_tier,
    not_fined_before,
    penalties_stated,
    penalty_concluded,
)
from faheng.domains.enforcement.documents.notice import (
    AdvanceNotice,
    AnswerWaiver,
    DefenceRecord,
    DefenceReview,
)
from faheng.domains.enforcement.documents.reports import DiscretionWorksheet
from faheng.domains.enforcement.documents.service import ProofOfService
from faheng.domains.enforcement.frame import HearingTerm, PenaltyFrame
from faheng.domains.enforcement.rows.outcome import (
    Defence,
    DefencePoint,
    ProposedPenalty,
)
from faheng.domains.enforcement.rows.weighing import WeighedAmount, WeighedFact
from faheng.domains.enforcement.weighing.working import work_out
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import Step, many, one
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


class NoticePhase(PenaltyFrame, part=True):
    """What is intended is weighed, told, answered and gone over again."""

    weigh = Step(
        "拟定处罚并说明裁量",
        at=PenaltyFrame.investigated,
        to=PenaltyFrame.weighed,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(34),
        optional=[
            "party_age",
            "capacity",
            "direction",
            "direction_reason",
            "factors",
            "tier_reasons",
            "benchmark",
            "tier_low",
            "tier_high",
            "mitigated",
            "mitigation_ground",
            "deviation_reason",
            "law_choice",
        ],
        adds=[
            many(WeighedFact, least=0),
            many(WeighedAmount, least=0),
            many(ProposedPenalty),
        ],
        works_out=work_out,
        requires=[
            penalty_concluded,
            old_enough,
            discretion_reasoned,
            kinds_allowed,
            penalties_stated,
            fine_in_range,
            fine_in_tier,
            correction_came_first,
            not_fined_before,
        ],
        issues=[DiscretionWorksheet],
        rows=["P05.1", "P08.5", "P08.6", "P07.1", "P06.1"],
    )
    give_notice = Step(
        "制作处罚事先告知书",
        at=PenaltyFrame.weighed,
        to=PenaltyFrame.told,
        by=Role.TEAM_LEAD,
        basis=PENALTY_LAW.article(44),
        requires=[no_hearing_right],
        issues=[AdvanceNotice],
        rows=["P04.1", "P05.1", "P11.4"],
    )
    serve_notice = Step(
        "送达处罚事先告知书",
        at=PenaltyFrame.told,
        to=PenaltyFrame.noticed,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(44),
        requires=[no_hearing_right, *LAWFUL_SERVICE],
        serves=[AdvanceNotice],
        issues=[ProofOfService],
        starts=[PenaltyFrame.answering],
        rows=["P04.1", "P04.2"],
    )
    record_defence = Step(
        "记录陈述申辩",
        at=(PenaltyFrame.noticed, PenaltyFrame.answered),
        to=PenaltyFrame.noticed,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(45, 1),
        adds=[one(Defence)],
        issues=[DefenceRecord],
        aside=True,
        rows=["P04.2", "P11.5"],
    )
    review_defence = Step(
        "复核陈述申辩",
        at=PenaltyFrame.noticed,
        to=PenaltyFrame.answered,
        by=(Role.TEAM_LEAD, Role.REVIEWER),
        basis=PENALTY_LAW.article(45, 1),
        asks=["defence_result"],
        adds=[many(DefencePoint)],
        requires=[has_answered],
        issues=[DefenceReview],
        rows=["P04.3", "P11.5"],
        note="逐条写明采纳与否和理由；不得因陈述申辩加重处罚",
    )
    waive_answer = Step(
        "记录放弃陈述申辩",
        at=PenaltyFrame.noticed,
        to=PenaltyFrame.answered,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(62),
        asks=["waiver"],
        optional=["hearing_waived"],
        requires=[nothing_to_review],
        stops=[PenaltyFrame.answering],
        issues=[AnswerWaiver],
        aside=True,
        rows=["P04.2"],
    )
    note_silence = Step(
        "记录逾期未陈述申辩",
        at=PenaltyFrame.noticed,
        to=PenaltyFrame.answered,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(62),
        requires=[answer_period_over, hearing_period_over, nothing_to_review],
        stops=[PenaltyFrame.answering, HearingTerm.requesting_hearing],
        rows=["P04.2"],
    )
    tell_anew = Step(
        "变更内容，重新告知",
        at=(PenaltyFrame.noticed, PenaltyFrame.answered, PenaltyFrame.submitted),
        to=PenaltyFrame.investigated,
        by=(Role.TEAM_LEAD, Role.HEAD),
        basis=PENALTY_LAW.article(44),
        asks=["renotice_reason", "renotice_facts"],
        requires=[hearing_ended],
        stops=[PenaltyFrame.answering, HearingTerm.requesting_hearing],
        aside=True,
        rows=["P04.5"],
        note="重新拟定处罚并告知，陈述申辩期限重新计算",
    )
