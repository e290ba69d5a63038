"""延期、分期缴纳罚款: who cannot pay at once may pay later, or in parts."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.documents.deferral import (
    DeferralApproval,
    DeferralRefusal,
    DeferralRequest,
)
from faheng.domains.enforcement.files.deferral import (
    DeferralFile,
    Instalment,
    InstalmentPayment,
)
from faheng.domains.enforcement.rows.outcome import PenaltyItem
from faheng.domains.enforcement.rows.reading import fine_of, latest
from faheng.kernel.clocks.declare import DAYS
from faheng.kernel.parties.declare import Role
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


def fine_owed(s: Any) -> int:
    """Return the fine of the decision, in fen."""
    return fine_of(latest(s, PenaltyItem))


def last_due_on(s: Any) -> date | None:
    """Return the last day of the schedule, from which the court's window runs."""
    return max((row.due_on for row in _schedule(s)), default=None)


def _schedule(s: Any) -> list[Instalment]:
    rows: list[Instalment] = s.rows(Instalment, of_course=True)
    return rows


@condition(
    "有已作出的罚款决定",
    basis=PENALTY_LAW.article(66, 2),
    mend="作出罚款决定以后才能申请延期、分期缴纳",
)
def fine_was_imposed(s: Any) -> bool:
    """Tell whether a decision that imposes a fine was made."""
    decided = any(paper.code in {"PEN-37", "PEN-40"} for paper in s.papers)
    return decided and fine_owed(s) > 0


@condition(
    "使各期金额之和等于罚款数额",
    basis=PENALTY_LAW.article(66, 2),
    mend="核对各期金额",
    on_given=True,
)
def sums_to_the_fine(s: Any) -> bool:
    """Tell whether the instalments make up the fine, no more and no less."""
    amounts = [row.amount for row in _schedule(s)]
    return sum(amounts) == fine_owed(s) and all(amount > 0 for amount in amounts)


@condition(
    "使各期缴款日期依次递增，并且不早于今天",
    basis=PENALTY_LAW.article(66, 2),
    mend="核对各期缴款日期",
    on_given=True,
)
def dates_ascend(s: Any) -> bool:
    """Tell whether each instalment is due after the one before it."""
    days = [row.due_on for row in _schedule(s)]
    return bool(days) and days[0] >= s.on and all(a < b for a, b in pairwise(days))


@condition(
    "缴款金额与该期应缴金额相符，每期只缴一次",
    basis=PENALTY_LAW.article(66, 2),
    mend="核对期次和金额",
    on_given=True,
)
def pays_one_instalment(s: Any) -> bool:
    """Tell whether what came in is one instalment of this plan, paid once."""
    paid = s.rows(InstalmentPayment, of_course=True)
    places = [row.instalment_id for row in paid]
    ours = {row.pk for row in _schedule(s)}
    exact = all(row.amount == row.instalment.amount for row in paid)
    return exact and set(places) <= ours and len(places) == len(set(places))


@condition(
    "缴清各期罚款",
    basis=PENALTY_LAW.article(66, 2),
    mend="先登记各期缴款",
)
def all_paid(s: Any) -> bool:
    """Tell whether every instalment was paid."""
    paid = {row.instalment_id for row in s.rows(InstalmentPayment, of_course=True)}
    return {row.pk for row in _schedule(s)} == paid


@condition(
    "有到期未缴的分期",
    basis=PENALTY_LAW.article(72, 1),
    mend="没有逾期的，继续按安排缴纳",
)
def some_overdue(s: Any) -> bool:
    """Tell whether an instalment is past its day and unpaid."""
    paid = {row.instalment_id for row in s.rows(InstalmentPayment, of_course=True)}
    return any(row.due_on < s.on and row.pk not in paid for row in _schedule(s))


class Deferral(Procedure):
    """Applied for, approved with a schedule, paid part by part, or broken off."""

    title = "延期、分期缴纳罚款"
    basis = PENALTY_LAW.article(66, 2)
    file = DeferralFile

    applied = Stage("待批准")
    approved = Stage("已批准，待送达")
    refused = Stage("不予批准，待送达")
    running = Stage("按安排缴纳中")
    ended = Stage("已缴清", final=True)
    broken = Stage("逾期未缴", final=True)
    closed = Stage("申请未获批准", final=True)

    paying = Term(
        1,
        DAYS,
        PENALTY_LAW.article(66, 2),
        title="按安排缴清罚款",
        of=Duty.PARTY,
        until=last_due_on,
        lapse="申请人民法院强制执行的期限自此起算",
    )

    apply = Step(
        "申请延期或者分期缴纳",
        at=None,
        to=applied,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(66, 2),
        asks=["relief", "applied_on", "hardship", "proof", "plan"],
        requires=[fine_was_imposed],
        issues=[DeferralRequest],
        rows=["P20.1"],
    )
    approve = Step(
        "批准延期或者分期缴纳",
        at=applied,
        to=approved,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(66, 2),
        asks=["opinion"],
        adds=[many(Instalment)],
        requires=[sums_to_the_fine, dates_ascend],
        issues=[DeferralApproval],
        rows=["P20.2", "P20.3"],
    )
    refuse = Step(
        "不予批准",
        at=applied,
        to=refused,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(66, 2),
        asks=["opinion"],
        issues=[DeferralRefusal],
        aside=True,
        rows=["P20.2"],
    )
    serve = Step(
        "送达批准通知书",
        at=approved,
        to=running,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(66, 2),
        requires=LAWFUL_SERVICE,
        serves=[DeferralApproval],
        starts=[paying],
        rows=["P20.2", "P20.3"],
    )
    serve_refusal = Step(
        "送达不予批准通知书",
        at=refused,
        to=closed,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(66, 2),
        requires=LAWFUL_SERVICE,
        serves=[DeferralRefusal],
        rows=["P20.2"],
    )
    pay = Step(
        "登记一期缴款",
        at=running,
        by=(Role.RECORDER, Role.OFFICER),
        basis=PENALTY_LAW.article(66, 2),
        adds=[one(InstalmentPayment)],
        requires=[pays_one_instalment],
        aside=True,
        rows=["P20.2"],
    )
    finish = Step(
        "缴清",
        at=running,
        to=ended,
        by=(Role.RECORDER, Role.OFFICER),
        basis=PENALTY_LAW.article(66, 2),
        requires=[all_paid],
        stops=[paying],
        rows=["P20.3"],
    )
    break_off = Step(
        "终止延期、分期",
        at=running,
        to=broken,
        by=(Role.OFFICER, Role.TEAM_LEAD),
        basis=PENALTY_LAW.article(72, 1),
        requires=[some_overdue],
        stops=[paying],
        aside=True,
        rows=["P20.3"],
        note="此后依法催告、加处罚款或者申请人民法院强制执行",
    )
