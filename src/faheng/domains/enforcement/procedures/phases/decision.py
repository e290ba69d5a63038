"""Review, discussion, decision and its service (决定、送达)."""

from __future__ import annotations

from faheng.domains.enforcement.conditions.basis import basis_stands
from faheng.domains.enforcement.conditions.closing import not_served_yet
from faheng.domains.enforcement.conditions.decision import (
    discussion_was_held,
    jointly_discussed,
    legally_reviewed,
    no_measure_open,
    quorate,
    recusal_decided,
)
from faheng.domains.enforcement.conditions.evidence import (
    correction_came_first,
    kinds_allowed,
)
from faheng.domains.enforcement.conditions.grounds import (
    educated,
    entry_fits_the_ground,
    ground_holds,
    old_enough,
)
from faheng.domains.enforcement.conditions.notice import (
    answer_period_over,
    hearing_ended,
    hearing_period_over,
    nothing_to_review,
    was_told,
)
from faheng.domains.enforcement.conditions.officers import two_certified
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.conditions.weighing import (
    fine_in_range,
    fine_in_tier,
    not_fined_before,
    not_heavier_than_told,
    penalties_stated,
)
from faheng.domains.enforcement.documents.decision import (
    DecisionApproval,
    DiscussionRecord,
    EducationRecord,
    NoPenaltyDecision,
    PenaltyDecision,
)
from faheng.domains.enforcement.documents.service import ProofOfService
from faheng.domains.enforcement.frame import HearingTerm, PenaltyFrame
from faheng.domains.enforcement.rows.outcome import DiscussionMember, PenaltyItem
from faheng.domains.enforcement.weighing.deciding import decided, excused, submitted
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import Step, many
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.criminal_referral_rules import CRIMINAL_REFERRAL_RULES


class DecisionPhase(PenaltyFrame, part=True):
    """One of four outcomes is chosen, and reaches the party."""

    discuss = Step(
        "集体讨论",
        at=PenaltyFrame.answered,
        by=(Role.HEAD, Role.RECORDER),
        basis=PENALTY_LAW.article(57, 2),
        asks=[
            "discussed_at",
            "discussion_place",
            "discussion_chair",
            "discussion_report",
            "discussion_review",
            "discussion_conclusion",
        ],
        adds=[many(DiscussionMember)],
        requires=[hearing_ended, legally_reviewed, discussion_was_held, quorate],
        issues=[DiscussionRecord],
        aside=True,
        rows=["P07.1", "P07.2", "P11.7"],
    )
    submit_decision = Step(
        "报请决定",
        at=PenaltyFrame.answered,
        to=PenaltyFrame.submitted,
        by=Role.TEAM_LEAD,
        basis=PENALTY_LAW.article(57, 1),
        asks=["decision_reasons", "perform_how", "team_decision_opinion"],
        optional=["payee"],
        adds=[many(PenaltyItem)],
        works_out=submitted,
        requires=[
            was_told,
            nothing_to_review,
            hearing_ended,
            kinds_allowed,
            penalties_stated,
            fine_in_range,
            fine_in_tier,
            not_heavier_than_told,
            correction_came_first,
            not_fined_before,
        ],
        rows=["P04.4", "P08.1", "P08.5", "P08.6"],
    )
    return_decision = Step(
        "退回补充",
        at=PenaltyFrame.submitted,
        to=PenaltyFrame.answered,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(57, 1),
        asks=["return_reason"],
        aside=True,
        rows=["P08.1"],
    )
    decide = Step(
        "作出处罚决定",
        at=PenaltyFrame.submitted,
        to=PenaltyFrame.decided,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(57, 1),
        asks=["head_decision_opinion"],
        works_out=decided,
        requires=[
            two_certified,
            old_enough,
            was_told,
            answer_period_over,
            hearing_period_over,
            hearing_ended,
            nothing_to_review,
            recusal_decided,
            legally_reviewed,
            jointly_discussed,
            not_heavier_than_told,
            not_fined_before,
            basis_stands,
        ],
        stops=[
            PenaltyFrame.deciding,
            PenaltyFrame.answering,
            HearingTerm.requesting_hearing,
        ],
        starts=[PenaltyFrame.serving],
        issues=[DecisionApproval, PenaltyDecision],
        rows=[
            "P04.4",
            "P05.11",
            "P05.12",
            "P06.1",
            "P08.1",
            "P08.2",
            "P08.3",
            "P08.4",
            "P11.8",
            "P19.3",
        ],
    )
    serve_decision = Step(
        "送达处罚决定书",
        at=PenaltyFrame.decided,
        to=PenaltyFrame.served,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(61, 1),
        requires=[*LAWFUL_SERVICE],
        serves=[PenaltyDecision],
        issues=[ProofOfService],
        stops=[PenaltyFrame.serving],
        starts=[
            PenaltyFrame.paying,
            PenaltyFrame.reconsidering,
            PenaltyFrame.suing,
        ],
        rows=[
            "P09.1",
            "P09.2",
            "P09.3",
            "P09.4",
            "P09.5",
            "P09.6",
            "P09.7",
            "P09.8",
            "P11.9",
            "P17.1",
        ],
        note="宣告后当场交付，或者七个工作日内送达",
    )
    decide_no_penalty = Step(
        "决定不予行政处罚",
        at=(
            PenaltyFrame.investigated,
            PenaltyFrame.weighed,
            PenaltyFrame.answered,
            PenaltyFrame.submitted,
        ),
        to=PenaltyFrame.excused,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(57, 1),
        asks=["no_penalty_ground", "no_penalty_facts"],
        optional=[
            "corrected_on",
            "correction_state",
            "education",
            "promise",
            "list_entry",
        ],
        works_out=excused,
        requires=[
            ground_holds,
            entry_fits_the_ground,
            educated,
            hearing_ended,
            recusal_decided,
            not_served_yet,
        ],
        stops=[
            PenaltyFrame.deciding,
            PenaltyFrame.answering,
            HearingTerm.requesting_hearing,
        ],
        starts=[PenaltyFrame.serving],
        issues=[NoPenaltyDecision, EducationRecord],
        aside=True,
        rows=[
            "P26.1",
            "P26.2",
            "P26.3",
            "P26.4",
            "P26.5",
            "P26.6",
            "P26.7",
            "P26.8",
            "P08.1",
        ],
    )
    serve_no_penalty = Step(
        "送达不予处罚决定书",
        at=PenaltyFrame.excused,
        to=PenaltyFrame.performed,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(61, 1),
        requires=[*LAWFUL_SERVICE],
        serves=[NoPenaltyDecision],
        issues=[ProofOfService],
        stops=[PenaltyFrame.serving],
        starts=[
            PenaltyFrame.reconsidering,
            PenaltyFrame.suing,
            PenaltyFrame.closing,
        ],
        rows=["P09.3", "P26.8"],
    )
    refer_to_police = Step(
        "移送司法机关",
        at=(
            PenaltyFrame.investigating,
            PenaltyFrame.investigated,
            PenaltyFrame.weighed,
            PenaltyFrame.noticed,
            PenaltyFrame.answered,
            PenaltyFrame.submitted,
        ),
        to=PenaltyFrame.referred,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(27, 1),
        asks=["police_organ", "police_reason", "police_sent_on"],
        requires=[not_served_yet],
        aside=True,
        rows=["P08.1"],
        note="移送的详细程序另行办理，这里登记移送及结果",
    )
    record_police_filed = Step(
        "登记司法机关立案",
        at=PenaltyFrame.referred,
        to=PenaltyFrame.performed,
        by=(Role.OFFICER, Role.RECORDER),
        basis=CRIMINAL_REFERRAL_RULES.article(12),
        asks=["police_result"],
        requires=[no_measure_open],
        stops=[PenaltyFrame.deciding],
        starts=[PenaltyFrame.closing],
    )
    take_back = Step(
        "司法机关不予立案，接回处理",
        at=PenaltyFrame.referred,
        to=PenaltyFrame.investigated,
        by=Role.TEAM_LEAD,
        basis=PENALTY_LAW.article(27, 1),
        asks=["police_result"],
    )
