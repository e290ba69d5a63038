"""From the clue to the filing (立案)."""

from __future__ import annotations

from faheng.domains.enforcement.conditions.filing import (
    days_in_order,
    in_time,
    organ_has_power,
    place_is_ours,
    verification_may_be_extended,
)
from faheng.domains.enforcement.conditions.officers import (
    officers_named,
    one_lead,
    two_certified,
)
from faheng.domains.enforcement.documents.filing import (
    ClueForm,
    FilingApproval,
    NoFilingDecision,
    TransferLetter,
)
from faheng.domains.enforcement.documents.service import ProofOfService
from faheng.domains.enforcement.frame import (
    UNDECIDED,
    VERIFYING_RULE,
    PenaltyFrame,
)
from faheng.kernel.cases.models import CaseOfficer, CaseParty
from faheng.kernel.clocks.declare import WORKING_DAYS
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import Extend, Step, many, one
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


class CluePhase(PenaltyFrame, part=True):
    """The clue is registered, verified, and filed, refused or passed on."""

    register_clue = Step(
        "登记线索",
        at=None,
        to=PenaltyFrame.registered,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(54, 1),
        asks=["item", "source", "received_on", "suspected", "act_desc", "place"],
        optional=["informant"],
        starts=[PenaltyFrame.verifying],
        rows=["P01.1"],
        note="先选执法事项：违反的规定、处罚依据、处罚种类和幅度随事项带出",
    )
    extend_verification = Step(
        "延长核查期限",
        at=PenaltyFrame.registered,
        by=Role.HEAD,
        basis=VERIFYING_RULE,
        asks=["verify_extra_days", "verify_extra_reason"],
        requires=[verification_may_be_extended],
        extends=Extend(PenaltyFrame.verifying, "verify_extra_days", WORKING_DAYS),
        aside=True,
        rows=["P01.2"],
    )
    verify_clue = Step(
        "核查线索",
        at=PenaltyFrame.registered,
        to=PenaltyFrame.verified,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(54, 1),
        asks=[
            "verify_facts",
            "discovered_on",
            "act_began_on",
            "act_ended_on",
            "place_division",
            "verify_result",
        ],
        requires=[days_in_order],
        stops=[PenaltyFrame.verifying],
        issues=[ClueForm],
        rows=["P01.2", "P01.3", "P01.5"],
        note="发现日期是行政机关首次发现违法行为的日期，不是立案日期",
    )
    propose_filing = Step(
        "报请立案",
        at=PenaltyFrame.verified,
        to=PenaltyFrame.proposed,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(54, 2),
        asks=["item", "brief_facts", "filing_reason"],
        adds=[one(CaseParty)],
        requires=[organ_has_power, place_is_ours, in_time],
        rows=["P01.3", "P01.5", "P01.6"],
    )
    endorse_filing = Step(
        "审核立案并指派办案人员",
        at=PenaltyFrame.proposed,
        to=PenaltyFrame.endorsed,
        by=Role.TEAM_LEAD,
        basis=PENALTY_LAW.article(42, 1),
        asks=["team_filing_opinion"],
        adds=[many(CaseOfficer, least=2)],
        requires=[officers_named, one_lead],
        rows=["P02.1"],
    )
    file_case = Step(
        "批准立案",
        at=PenaltyFrame.endorsed,
        to=PenaltyFrame.investigating,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(54, 2),
        asks=["head_filing_opinion"],
        requires=[organ_has_power, place_is_ours, in_time, two_certified],
        starts=[PenaltyFrame.deciding],
        issues=[FilingApproval],
        numbers="执立",
        rows=["P01.6", "P11.1"],
        note="批准之日起九十日内作出处罚决定",
    )
    return_filing = Step(
        "退回补充核查",
        at=(PenaltyFrame.proposed, PenaltyFrame.endorsed),
        to=PenaltyFrame.verified,
        by=(Role.TEAM_LEAD, Role.HEAD),
        basis=PENALTY_LAW.article(54, 1),
        asks=["return_reason"],
        aside=True,
        rows=["P01.6"],
    )
    refuse_filing = Step(
        "不予立案",
        at=(PenaltyFrame.verified, PenaltyFrame.proposed, PenaltyFrame.endorsed),
        to=PenaltyFrame.not_filed,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(54, 1),
        asks=["refuse_reason", "refuse_opinion", "informant_told"],
        issues=[NoFilingDecision],
        aside=True,
        rows=["P01.7"],
    )
    transfer_out = Step(
        "移送其他机关",
        at=(
            PenaltyFrame.verified,
            PenaltyFrame.proposed,
            PenaltyFrame.endorsed,
            *UNDECIDED,
        ),
        to=PenaltyFrame.transferring,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(22),
        asks=["transfer_to", "transfer_reason", "transfer_list", "transfer_contact"],
        stops=[PenaltyFrame.deciding],
        issues=[TransferLetter],
        aside=True,
        rows=["P01.3"],
    )
    deliver_transfer = Step(
        "送达移送函并取得回执",
        at=PenaltyFrame.transferring,
        to=PenaltyFrame.transferred,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(22),
        serves=[TransferLetter],
        issues=[ProofOfService],
        rows=["P01.3"],
    )
