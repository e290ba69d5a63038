"""简易程序: a light penalty decided and handed over on the spot."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.conditions.basis import basis_stands
from faheng.domains.enforcement.conditions.collecting import (
    not_yet_paid,
    was_collected,
    was_handed_in,
)
from faheng.domains.enforcement.conditions.grounds import old_enough
from faheng.domains.enforcement.conditions.officers import two_certified
from faheng.domains.enforcement.documents.on_the_spot import (
    OnTheSpotDecision,
    OnTheSpotRecord,
)
from faheng.domains.enforcement.files.on_the_spot import (
    CollectGround,
    OnTheSpotFile,
    Reply,
    SpotKind,
)
from faheng.domains.enforcement.local import local
from faheng.domains.enforcement.simple_amounts import (
    MOST_FOR_CITIZENS,
    MOST_FOR_ORGANISATIONS,
)
from faheng.domains.enforcement.weighing.deciding import fined_on_the_spot
from faheng.kernel.cases.models import CaseOfficer, CaseParty
from faheng.kernel.clocks.declare import DAYS, WORKING_DAYS
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.parties.declare import PartyKind, Role
from faheng.kernel.procedures.declare import (
    Duty,
    Procedure,
    Stage,
    Step,
    Term,
    condition,
    many,
    one,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

SMALL = 100_00


@condition(
    "出示执法证件并告知当事人",
    basis=PENALTY_LAW.article(44),
    mend="先出示证件并告知，再勾选",
    on_given=True,
)
def shown_and_told(s: Any) -> bool:
    """Whether certificates were shown and the party was told."""
    return bool(s.file.certificates_shown and s.file.rights_told)


@condition(
    "复核当事人提出的事实、理由和证据",
    basis=PENALTY_LAW.article(45, 1),
    mend="写明陈述申辩内容和复核意见",
    on_given=True,
)
def reply_reviewed(s: Any) -> bool:
    """Whether a reply, where one was made, is written down and reviewed."""
    said = s.file.reply_text and s.file.reply_review
    return s.file.reply != Reply.MADE or bool(said)


@condition(
    "对公民罚款不超过二百元、对法人或其他组织罚款不超过三千元，或者只给予警告",
    basis=PENALTY_LAW.article(51),
    mend="改用普通程序",
    watch="LC-04",
    on_given=True,
)
def within_the_limits(s: Any) -> bool:
    """Whether kind and amount allow the simple procedure.

    An individual business is held to the citizen's limit: the stricter reading.
    """
    if s.file.kind == SpotKind.WARNING:
        return not s.file.fine
    organisation = s.party and s.party.kind == PartyKind.ORGANISATION
    most = MOST_FOR_ORGANISATIONS if organisation else MOST_FOR_CITIZENS
    return bool(s.file.fine) and 0 < s.file.fine <= most


@condition(
    "罚款数额在事项的法定幅度之内",
    basis=PENALTY_LAW.article(5, 2),
    mend="按事项的罚款幅度改写金额",
    on_given=True,
)
def within_the_item(s: Any) -> bool:
    """Whether the fine stands in the range of the item."""
    item, fine = s.file.item, s.file.fine
    if not fine or item is None:
        return True
    low = item.fine_min or 0
    return low <= fine and (item.fine_max is None or fine <= item.fine_max)


@condition(
    "符合当场收缴罚款的情形",
    basis=PENALTY_LAW.article(68),
    mend="不符合的，由当事人自行到银行缴纳",
    watch="LC-41",
    on_given=True,
)
def may_collect(s: Any) -> bool:
    """Whether one of the three grounds of articles 68 and 69 holds."""
    if not s.file.fine or s.file.collected != s.file.fine:
        return False
    small = s.file.fine <= SMALL
    return bool(s.file.collect_ground != CollectGround.SMALL or small)


@condition(
    "缴清罚款并将当场收缴的款项缴付银行",
    basis=PENALTY_LAW.article(71),
    mend="先登记缴款或者缴付银行",
)
def settled(s: Any) -> bool:
    """Whether nothing is owed and nothing collected is still in hand."""
    if not s.file.fine:
        return True
    if s.done("collect"):
        return bool(s.done("bank"))
    return bool(s.done("pay"))


@condition("报所属行政机关备案", basis=PENALTY_LAW.article(52, 3), mend="先办理备案")
def filed(s: Any) -> bool:
    """Whether the penalty was filed with the organ."""
    return bool(s.done("file_record"))


@condition(
    "按决定的罚款数额缴纳",
    basis=PENALTY_LAW.article(67),
    mend="核对缴款金额",
    on_given=True,
)
def paid_in_full(s: Any) -> bool:
    """Whether what came in is what was decided."""
    return bool(s.file.fine) and s.file.paid == s.file.fine


class OnTheSpotPenalty(Procedure):
    """Told, heard, decided and handed over on the spot; then filed and paid."""

    title = "行政处罚简易程序"
    basis = PENALTY_LAW.article(51)
    file = OnTheSpotFile

    told = Stage("已告知")
    heard = Stage("已听取陈述申辩")
    decided = Stage("已作决定")
    delivered = Stage("已当场交付")
    closed = Stage("办结归档", final=True)

    filing = Term(
        local("filing_days"),
        WORKING_DAYS,
        LocalRule("当场处罚备案期限", "行政处罚法第52条第3款未定日数"),
        title="报所属机关备案",
    )
    paying = Term(
        15,
        DAYS,
        PENALTY_LAW.article(67, 3),
        title="缴纳罚款",
        of=Duty.PARTY,
        when=lambda s: bool(s.file.fine),
        lapse="每日按罚款数额的百分之三加处罚款",
    )
    handing_in = Term(2, DAYS, PENALTY_LAW.article(71), title="当场收缴的罚款交至机关")
    banking = Term(2, DAYS, PENALTY_LAW.article(71), title="罚款缴付银行")

    begin = Step(
        "表明身份并告知",
        at=None,
        to=told,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(52, 1),
        asks=["item", "act_at", "place", "facts", "certificates_shown", "rights_told"],
        adds=[many(CaseOfficer, least=2), one(CaseParty)],
        requires=[two_certified, shown_and_told],
        rows=["P10.1", "P10.2"],
        note="违法事实确凿并有法定依据，才可以当场处罚",
    )
    hear = Step(
        "听取陈述申辩",
        at=told,
        to=heard,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(45),
        asks=["reply"],
        optional=["reply_text", "reply_review"],
        requires=[reply_reviewed],
        rows=["P10.2"],
    )
    decide = Step(
        "作出当场处罚决定",
        at=heard,
        to=decided,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(51),
        asks=["kind"],
        optional=["fine", "order"],
        works_out=fined_on_the_spot,
        requires=[
            within_the_limits,
            within_the_item,
            two_certified,
            old_enough,
            basis_stands,
        ],
        issues=[OnTheSpotDecision],
        rows=["P10.1", "P10.3", "P10.4"],
        note="当事人须先申请行政复议，对复议决定不服才能起诉",
    )
    deliver = Step(
        "当场交付决定书",
        at=decided,
        to=delivered,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(52, 2),
        asks=["receipt"],
        serves=[OnTheSpotDecision],
        starts=[filing, paying],
        rows=["P10.3", "P10.4"],
    )
    collect = Step(
        "当场收缴罚款",
        at=delivered,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(68),
        asks=["collect_ground", "collected", "receipt_no"],
        requires=[not_yet_paid, may_collect],
        starts=[handing_in],
        stops=[paying],
        aside=True,
        rows=["P10.6", "P10.7"],
        note="必须出具国务院财政部门或者省级财政部门统一制发的专用票据",
    )
    hand_in = Step(
        "收缴的罚款交至机关",
        at=delivered,
        by=Role.RECORDER,
        basis=PENALTY_LAW.article(71),
        requires=[was_collected],
        stops=[handing_in],
        starts=[banking],
        rows=["P10.8"],
    )
    bank = Step(
        "罚款缴付银行",
        at=delivered,
        by=Role.RECORDER,
        basis=PENALTY_LAW.article(71),
        asks=["payment_no"],
        requires=[was_handed_in],
        stops=[banking],
        rows=["P10.9"],
    )
    pay = Step(
        "登记缴款",
        at=delivered,
        by=(Role.RECORDER, Role.OFFICER),
        basis=PENALTY_LAW.article(67),
        asks=["paid", "payment_no"],
        requires=[not_yet_paid, paid_in_full],
        stops=[paying],
        rows=["P17.1"],
    )
    file_record = Step(
        "报机关备案",
        at=delivered,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(52, 3),
        issues=[OnTheSpotRecord],
        stops=[filing],
        rows=["P10.5"],
    )
    close = Step(
        "办结归档",
        at=delivered,
        to=closed,
        by=Role.RECORDER,
        basis=PENALTY_LAW.article(47),
        requires=[filed, settled],
        stops=[filing],
        rows=["P32.2"],
    )
