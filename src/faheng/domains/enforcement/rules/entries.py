"""数据归集: amounts, moments and records that cannot be right as they stand."""

from __future__ import annotations

from faheng.domains.enforcement.kinds import FineBase, PenaltyKind
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.questions.declare import Scope, Severity, Table, rule
from faheng.kernel.questions.words import (
    HOUR,
    having,
    holds_on,
    parameter,
    today,
    working_days,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

DATA_RULE = LocalRule("数据质量规则", "平台数据管理规定")
CLIP_RULE = LocalRule("音像资料上传时限", "各地音像记录管理规定")
STAFF_RULE = LocalRule("国办发〔2018〕118号", "执法人员信息公开，更新时限按参数执行")
WAN = 10_000


@rule(
    "金额单位异常",
    code="SJ-19",
    basis=DATA_RULE,
    severity=Severity.YELLOW,
    mend="核对金额单位是元还是万元",
    about="penalty_items",
    facts={"fine_max": "事项罚款上限"},
)
def amount_is_in_the_wrong_unit(
    penalty_items: Table, penalty_files: Table, enforcement_items: Table
) -> Table:
    """罚款达到事项罚款上限的一万倍，像是把元当成了万元。"""
    fined = penalty_items.filter(penalty_items.kind == PenaltyKind.FINE.value)
    items = enforcement_items.filter(
        (enforcement_items.fine_base == FineBase.FIXED.value)
        & (enforcement_items.fine_max > 0)
    )
    t = fined.join(penalty_files, fined.case_id == penalty_files.case_id)
    t = t.join(items, penalty_files.item_id == items.id).select(
        case_id=fined.case_id,
        row=fined.id,
        amount=fined.amount,
        fine_max=items.fine_max,
    )
    return t.filter(t.amount >= t.fine_max * WAN)


@rule(
    "系统时间与填写时间差异过大",
    code="SJ-21",
    basis=PENALTY_LAW.article(47),
    severity=Severity.HINT,
    mend="说明原因，并校准设备时钟",
    about="acts",
    facts={"hours": "相差小时数", "clock_skew_hours": "允许偏差（小时）"},
)
def clocks_disagree(acts: Table, cases: Table, parameters: Table) -> Table:
    """填写的办理时间与办理设备的时钟相差超过规定。"""
    timed = acts.filter(acts.client_at.notnull())
    t = timed.join(cases, timed.case_id == cases.case_id).select(
        case_id=timed.case_id,
        row=timed.id,
        occurred_on=timed.occurred_on,
        client_on=timed.client_on,
        apart=(timed.client_at - timed.occurred_at).abs(),
        division_path=cases.division_path,
        field=cases.field,
    )
    t = parameter(t, parameters, "clock_skew_hours", on="occurred_on")
    t = t.filter(t.apart > t.clock_skew_hours * HOUR)
    return t.select(
        "case_id",
        "row",
        "occurred_on",
        "client_on",
        "clock_skew_hours",
        hours=t.apart // HOUR,
    )


@rule(
    "音像资料未按时上传",
    code="SJ-22",
    basis=CLIP_RULE,
    severity=Severity.HINT,
    mend="及时上传并登记音像资料",
    about="recordings",
    facts={"hours": "登记时已过小时数", "av_upload_hours": "规定时限（小时）"},
)
def clip_was_registered_late(
    recordings: Table, acts: Table, cases: Table, parameters: Table
) -> Table:
    """音像资料录制结束后，超过规定时限才存入并登记。"""
    t = recordings.join(acts, recordings.act_id == acts.id)
    t = t.join(cases, recordings.case_id == cases.case_id).select(
        case_id=recordings.case_id,
        row=recordings.id,
        clip_no=recordings.clip_no,
        ended_on=recordings.ended_on,
        late=acts.recorded_at - recordings.ended_at,
        division_path=cases.division_path,
        field=cases.field,
    )
    t = parameter(t, parameters, "av_upload_hours", on="ended_on")
    t = t.filter(t.late > t.av_upload_hours * HOUR)
    return t.select(
        "case_id",
        "row",
        "clip_no",
        "ended_on",
        "av_upload_hours",
        hours=t.late // HOUR,
    )


@rule(
    "人员主体信息未及时更新",
    code="SJ-24",
    basis=STAFF_RULE,
    severity=Severity.HINT,
    scope=Scope.ORGAN,
    mend="收回证件，终止该人员的岗位任命",
    about="persons",
    facts={"waited": "离岗后的工作日数", "master_days": "规定期限（工作日）"},
)
def somebody_left_and_still_holds_office(
    persons: Table,
    appointments: Table,
    certificates: Table,
    organs: Table,
    divisions: Table,
    parameters: Table,
    calendar: Table,
    ctx: Table,
) -> Table:
    """人员已经离岗，超过规定期限岗位任命或者执法证件仍然有效。"""
    gone = persons.filter(persons.left_on.notnull())
    t = gone.join(organs, gone.organ_id == organs.id)
    t = t.join(divisions, organs.division_id == divisions.id).select(
        row=gone.id,
        organ_id=gone.organ_id,
        name=gone.name,
        left_on=gone.left_on,
        division_path=divisions.path,
    )
    day = today(ctx)
    office = appointments.filter(
        appointments.ended_on.isnull() & holds_on(appointments, day)
    )
    card = certificates.filter(
        (certificates.status == "valid") & holds_on(certificates, day)
    )
    held = office.select(row=office.person_id).union(card.select(row=card.person_id))
    t = having(t, held, "row")
    t = working_days(t, calendar, "left_on", day, "waited")
    t = parameter(t, parameters, "master_days", on="left_on")
    t = t.filter(t.waited > t.master_days)
    return t.select("row", "organ_id", "name", "left_on", "waited", "master_days")


@rule(
    "重复数据",
    code="SJ-26",
    basis=DATA_RULE,
    severity=Severity.YELLOW,
    scope=Scope.PARTY,
    mend="核对后合并，保留一件",
    facts={"other": "先登记的案件"},
)
def case_was_entered_twice(
    cases: Table, penalty_files: Table, case_parties: Table
) -> Table:
    """同一机关的同一案件登记了两次。"""
    t = cases.select("case_id", "organ_id", "number", "opened_on")
    numbered = t.filter(t.number != "")
    by_number = _earlier(numbered, "organ_id", "number")
    acts = cases.join(penalty_files, cases.case_id == penalty_files.case_id)
    acts = acts.join(case_parties, cases.case_id == case_parties.case_id).select(
        case_id=cases.case_id,
        organ_id=cases.organ_id,
        number=cases.number,
        opened_on=cases.opened_on,
        name=case_parties.name,
        item_id=penalty_files.item_id,
        place=penalty_files.place,
        began_on=penalty_files.act_began_on,
        ended_on=penalty_files.act_ended_on,
    )
    same = ("organ_id", "name", "item_id", "place", "began_on", "ended_on")
    return by_number.union(_earlier(acts, *same)).distinct()


def _earlier(t: Table, *same: str) -> Table:
    """Return the rows that an earlier case is alike to."""
    other = t.view()
    alike = [t[name] == other[name] for name in same]
    before = (other.opened_on < t.opened_on) | (
        (other.opened_on == t.opened_on) & (other.case_id < t.case_id)
    )
    return t.join(other, [*alike, t.case_id != other.case_id, before]).select(
        case_id=t.case_id, other=other.number
    )
