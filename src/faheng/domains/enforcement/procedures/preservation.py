"""先行登记保存: evidence kept where it might vanish; it is no seizure."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.conditions.officers import two_certified
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.documents.preservation import (
    PreservationApproval,
    PreservationDecision,
    PreservationNotice,
)
from faheng.domains.enforcement.files.preservation import (
    Attendance,
    PreservationFile,
    PreservedItem,
    PreservedItemFate,
)
from faheng.domains.enforcement.local import local
from faheng.kernel.clocks.declare import DAYS, HOURS
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import (
    Procedure,
    Stage,
    Step,
    Term,
    condition,
    many,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

LATE_RULE = LocalRule("先行登记保存事后补批", "部分领域的部门规章，按参数执行")


@condition(
    "有当事人或者见证人到场",
    basis=PENALTY_LAW.article(56),
    mend="当事人不到场的，邀请见证人到场并填写姓名",
    on_given=True,
)
def somebody_attended(s: Any) -> bool:
    """Tell whether the party was there, or a witness who is named."""
    return s.file.attendance == Attendance.PARTY or bool(s.file.witness)


@condition(
    "当场交付通知书和清单",
    basis=PENALTY_LAW.article(56),
    mend="以登记保存当日作为送达日期",
    on_given=True,
)
def handed_over_at_once(s: Any) -> bool:
    """Tell whether the notice was handed over on the day of the measure."""
    given = s.given.get("service", [])
    return all(row.get("acted_on") == s.on for row in given)


@condition(
    "对清单上的每一件物品都作出处理决定，并且只作一次",
    basis=PENALTY_LAW.article(56),
    mend="对照清单补全或者删去重复的物品",
    on_given=True,
)
def every_item_decided(s: Any) -> bool:
    """Tell whether the things decided on are those on the list."""
    listed = [row.pk for row in s.rows(PreservedItem, of_course=True)]
    decided = [row.item_id for row in s.rows(PreservedItemFate, of_course=True)]
    return sorted(listed) == sorted(decided)


@condition(
    "在七个工作日内作出处理决定",
    basis=PENALTY_LAW.article(56),
    mend="期限已经届满，措施不再有效，应当返还物品",
    watch="SX-07",
)
def within_seven_days(s: Any) -> bool:
    """Tell whether the last day has not passed."""
    return not s.lapsed(Preservation.deciding)


@condition(
    "等到处理期限届满",
    basis=PENALTY_LAW.article(56),
    mend="期限未满的，作出处理决定",
)
def seven_days_over(s: Any) -> bool:
    """Tell whether the measure has lapsed."""
    return bool(s.lapsed(Preservation.deciding))


@condition(
    "由本领域的规定允许先行实施、事后补批",
    basis=LATE_RULE,
    mend="没有规定的，先报请批准再实施",
    watch="LC-35",
)
def late_approval_allowed(s: Any) -> bool:
    """Tell whether a rule of the field lets approval come afterwards."""
    return local("preserve_late_hours")(s) > 0


@condition(
    "在规定的时限内报告并补办批准手续",
    basis=LATE_RULE,
    mend="超过时限的，应当返还物品；确已按时报告的，用“补录”",
    watch="LC-35",
    on_given=True,
)
def reported_in_time(s: Any) -> bool:
    """Tell whether report and approval came within the hours."""
    clock, reported = s.clock(Preservation.reporting), s.file.reported_at
    if clock is None or reported is None:
        return False
    return bool(clock.start_at <= reported <= s.at <= clock.due_at)


class Preservation(Procedure):
    """Approved, carried out, decided thing by thing; silence ends the measure."""

    title = "先行登记保存"
    basis = PENALTY_LAW.article(56)
    file = PreservationFile

    proposed = Stage("待批准")
    approved = Stage("待实施")
    urgent = Stage("已紧急实施，待补办批准")
    disapproved = Stage("未获批准，已返还", final=True)
    refused = Stage("不予批准", final=True)
    kept = Stage("登记保存中")
    decided = Stage("处理决定待送达")
    ended = Stage("已处理", final=True)
    lapsed = Stage("期满失效，已返还", final=True)

    deciding = Term(
        7,
        DAYS,
        PENALTY_LAW.article(56),
        title="对登记保存的证据作出处理决定",
        lapse="先行登记保存措施失效，应当返还物品",
        watch="SX-07",
    )

    reporting = Term(
        local("preserve_late_hours"),
        HOURS,
        LATE_RULE,
        title="报告并补办批准手续",
        lapse="未补办批准手续的，应当返还物品",
        watch="LC-35",
    )

    propose = Step(
        "提请先行登记保存",
        at=None,
        to=proposed,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(56),
        asks=["planned", "reasons", "kept_where", "place"],
        rows=["P02.7"],
    )
    approve = Step(
        "批准先行登记保存",
        at=proposed,
        to=approved,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(56),
        asks=["opinion"],
        issues=[PreservationApproval],
        rows=["P02.7"],
        note="须在实施之前批准",
    )
    refuse = Step(
        "不予批准",
        at=proposed,
        to=refused,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(56),
        asks=["opinion"],
        aside=True,
        rows=["P02.7"],
    )
    execute = Step(
        "实施先行登记保存",
        at=approved,
        to=kept,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(56),
        asks=["attendance"],
        optional=["witness"],
        adds=[many(PreservedItem)],
        requires=[
            two_certified,
            somebody_attended,
            handed_over_at_once,
            *LAWFUL_SERVICE,
        ],
        starts=[deciding],
        issues=[PreservationNotice],
        serves=[PreservationNotice],
        rows=["P02.7", "P02.8"],
        note="这是保全证据，不是查封、扣押；期限是七个工作日，不能延长",
    )
    execute_at_once = Step(
        "紧急情况先行实施",
        at=None,
        to=urgent,
        by=Role.OFFICER,
        basis=LATE_RULE,
        asks=["planned", "reasons", "kept_where", "place", "urgency", "attendance"],
        optional=["witness"],
        adds=[many(PreservedItem)],
        requires=[
            late_approval_allowed,
            two_certified,
            somebody_attended,
            handed_over_at_once,
            *LAWFUL_SERVICE,
        ],
        starts=[reporting, deciding],
        issues=[PreservationNotice],
        serves=[PreservationNotice],
        aside=True,
        rows=["P02.7", "P02.8"],
        note="只有本领域的规定允许，并且本地参数设定了时限，才可以先实施后补批",
    )
    approve_late = Step(
        "补办批准",
        at=urgent,
        to=kept,
        by=Role.HEAD,
        basis=LATE_RULE,
        asks=["reported_at", "opinion"],
        requires=[reported_in_time],
        stops=[reporting],
        issues=[PreservationApproval],
        rows=["P02.7"],
    )
    disapprove = Step(
        "不予补办，返还物品",
        at=urgent,
        to=disapproved,
        by=Role.HEAD,
        basis=LATE_RULE,
        asks=["reported_at", "opinion"],
        stops=[reporting, deciding],
        aside=True,
        rows=["P02.7"],
    )
    decide = Step(
        "作出处理决定",
        at=kept,
        to=decided,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(56),
        asks=["decision_reasons"],
        adds=[many(PreservedItemFate)],
        requires=[within_seven_days, every_item_decided],
        stops=[deciding],
        issues=[PreservationDecision],
        rows=["P02.8"],
    )
    serve = Step(
        "送达处理决定书",
        at=decided,
        to=ended,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(56),
        requires=LAWFUL_SERVICE,
        serves=[PreservationDecision],
        rows=["P02.8"],
    )
    give_back = Step(
        "期满返还",
        at=kept,
        to=lapsed,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(56),
        asks=["decision_reasons"],
        requires=[seven_days_over],
        stops=[deciding],
        aside=True,
        rows=["P02.8"],
    )
