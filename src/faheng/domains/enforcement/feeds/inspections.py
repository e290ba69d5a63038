"""Inspections of firms and people."""

from __future__ import annotations

from faheng.domains.enforcement.feeds.codes import (
    INSPECTION_MODES,
    INSPECTION_SOURCES,
    ITEMS,
    PARTY_KINDS,
    SCAN_EXCEPTIONS,
)
from faheng.domains.enforcement.feeds.columns import ORGAN_ID
from faheng.kernel.feeds.code_lists import DIVISIONS, ORGANS
from faheng.kernel.feeds.columns import (
    Code,
    Column,
    CreditCode,
    Day,
    Known,
    Moment,
    Number,
    YesNo,
)
from faheng.kernel.feeds.declare import Feed, Fill, Rule, key_of
from faheng.statutes.supervision_regulation import SUPERVISION_REGULATION


class Inspections(Feed):
    """Visits and other checks of a party, with scan, approval and outcome."""

    title = "行政检查"
    basis = SUPERVISION_REGULATION
    standard = "行政执法监督数据元：执法行为（检查）"
    event = "ended_at"
    organ = "organ_code"

    inspection_no = Column("检查编号", required=True, limit=60)
    organ_code = Known("检查机关", required=True, of=ORGANS, note="主体代码或信用代码")
    item = Known("执法事项", of=ITEMS, recommended=True, note="事项代码")
    source = Code("检查来源", required=True, codes=INSPECTION_SOURCES)
    plan_no = Column("计划编号", limit=60)
    joint_no = Column("联合检查编号", limit=60)
    mode = Code("检查方式", required=True, codes=INSPECTION_MODES)
    party_kind = Code("检查对象类型", required=True, codes=PARTY_KINDS)
    party_name = Column("检查对象名称", required=True, limit=120)
    party_uscc = CreditCode("检查对象信用代码", recommended=True)
    is_enterprise = YesNo("是否企业", required=True)
    place = Column("检查地点", recommended=True, limit=200)
    place_division = Known("检查地点区划", of=DIVISIONS, recommended=True)
    assist_no = Column("协助文号", limit=80)
    approved_at = Moment("批准时间", recommended=True)
    noticed_at = Moment("通知时间")
    scanned_at = Moment("扫码时间", recommended=True)
    scan_exception = Code("未扫码原因", codes=SCAN_EXCEPTIONS)
    started_at = Moment("开始时间", required=True)
    ended_at = Moment("结束时间", required=True)
    officers = Number("执法人员数", required=True, most=200)
    assistants = Number("辅助人员数", most=200)
    problems = Number("发现问题数", required=True, most=100_000)
    unresolved = Number("未处置问题数", most=100_000)
    result_served_on = Day("结果送达日期")
    published_on = Day("结果公开日期")

    ended_after_start = Rule("结束早于开始", "ended_at >= started_at")
    served_after = Rule("结果送达早于检查", "result_served_on >= started_at::DATE")
    unresolved_within = Rule("未处置问题多于发现问题", "unresolved <= problems")
    firm_has_code = Rule(
        "企业没有信用代码", "NOT is_enterprise OR party_uscc IS NOT NULL"
    )

    fills = (
        Fill(
            "inspections",
            {
                "id": key_of("id"),
                "number": "inspection_no",
                "organ_id": ORGAN_ID,
                "source": "source",
                "plan_no": "plan_no",
                "joint_no": "joint_no",
                "mode": "mode",
                "party_name": "party_name",
                "party_uscc": "party_uscc",
                "is_enterprise": "is_enterprise",
                "place_division": "place_division",
                "approved_at": "epoch(approved_at)::BIGINT",
                "scanned_at": "epoch(scanned_at)::BIGINT",
                "scan_exception": "scan_exception",
                "started_on": "started_at::DATE",
                "started_at": "epoch(started_at)::BIGINT",
                "ended_on": "ended_at::DATE",
                "ended_at": "epoch(ended_at)::BIGINT",
                "officers": "officers",
                "problems": "problems",
                "unresolved": "unresolved",
            },
        ),
    )
