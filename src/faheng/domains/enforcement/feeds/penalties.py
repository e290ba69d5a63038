"""Penalty cases and the decisions made in them."""

from __future__ import annotations

from faheng.domains.enforcement.feeds.codes import (
    CASE_SOURCES,
    CLOSE_KINDS,
    DECISIONS,
    ITEMS,
    PARTY_KINDS,
    PROCEDURES,
)
from faheng.domains.enforcement.feeds.columns import (
    DIVISION_PATH,
    FED,
    ITEM_FIELD,
    ITEM_ID,
    ORGAN_ID,
    PLACE_ID,
    act,
)
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.kernel.feeds.code_lists import DIVISIONS, ORGANS
from faheng.kernel.feeds.columns import (
    CitizenId,
    Code,
    Codes,
    Column,
    CreditCode,
    Day,
    Known,
    Number,
    WanYuan,
    YesNo,
    Yuan,
)
from faheng.kernel.feeds.declare import Feed, Fill, Rule, key_of
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.supervision_regulation import SUPERVISION_REGULATION

_STAGE = "CASE WHEN closed_on IS NULL THEN 'filed' ELSE 'closed' END"


class PenaltyCases(Feed):
    """Penalty cases of systems outside, from filing to closing."""

    title = "行政处罚案件"
    basis = SUPERVISION_REGULATION
    standard = "行政执法监督数据元：执法行为（案件）"
    event = "filed_on"
    organ = "organ_code"

    case_no = Column("案号", required=True, limit=60)
    name = Column("案件名称", recommended=True, limit=200)
    procedure = Code("程序", required=True, codes=PROCEDURES)
    organ_code = Known("办案机关", required=True, of=ORGANS, note="主体代码或信用代码")
    deciding_organ = Known("决定机关", of=ORGANS, note="主体代码或信用代码")
    item = Known("执法事项", required=True, of=ITEMS, note="事项代码")
    source = Code("案件来源", required=True, codes=CASE_SOURCES)
    party_kind = Code("当事人类型", required=True, codes=PARTY_KINDS)
    party_name = Column("当事人名称", required=True, limit=120)
    party_uscc = CreditCode("当事人信用代码", recommended=True)
    party_id_no = CitizenId("当事人身份号码")
    discovered_on = Day("发现日期", recommended=True)
    act_start_on = Day("违法行为起始日期")
    act_end_on = Day("违法行为终了日期", recommended=True)
    place = Column("违法地点", recommended=True, limit=200)
    place_division = Known("违法地点区划", of=DIVISIONS, recommended=True)
    filed_on = Day("立案日期", required=True)
    limit_days = Number("办理期限（日）", most=3650)
    extension_days = Number("延长（日）", most=3650)
    suspended_days = Number("不计入期限（日）", most=3650)
    officers = Number("执法人员数", recommended=True, most=200)
    closed_on = Day("结案日期")
    close_kind = Code("结案方式", codes=CLOSE_KINDS)

    filed_after_found = Rule(
        "立案早于发现", "filed_on >= discovered_on", PENALTY_LAW.article(54, 2)
    )
    act_in_order = Rule("违法行为终了早于起始", "act_end_on >= act_start_on")
    closed_after_filed = Rule("结案早于立案", "closed_on >= filed_on")
    closed_in_some_way = Rule(
        "已结案而没有结案方式", "closed_on IS NULL OR close_kind IS NOT NULL"
    )
    firm_has_code = Rule(
        "法人没有信用代码", "party_kind <> 'legal_person' OR party_uscc IS NOT NULL"
    )

    fills = (
        Fill(
            "cases",
            {
                "id": key_of("id"),
                "case_id": key_of("id"),
                "number": "case_no",
                "title": "coalesce(name, case_no)",
                "procedure": FED,
                "organ_id": ORGAN_ID,
                "division_path": DIVISION_PATH,
                "field": ITEM_FIELD,
                "stage": _STAGE,
                "party_name": "party_name",
                "matter": "item",
                "opened_on": "filed_on",
                "ended_on": "closed_on",
            },
        ),
        Fill(
            "courses",
            {
                "id": key_of("id"),
                "case_id": key_of("id"),
                "procedure": FED,
                "track": "''",
                "ordinal": "1",
                "stage": _STAGE,
                "opened_on": "filed_on",
                "ended_on": "closed_on",
            },
        ),
        Fill(
            "penalty_files",
            {
                "course_id": key_of("id"),
                "case_id": key_of("id"),
                "item_id": ITEM_ID,
                "source": "source",
                "place": "place",
                "place_division_id": PLACE_ID,
                "discovered_on": "discovered_on",
                "act_began_on": "act_start_on",
                "act_ended_on": "act_end_on",
            },
        ),
        Fill(
            "case_parties",
            {
                "id": key_of("id", "party"),
                "case_id": key_of("id"),
                "course_id": key_of("id"),
                "name": "party_name",
            },
        ),
        act("id", "file_case", "filed_on"),
        act("id", "close_case", "closed_on"),
    )


class PenaltyDecisions(Feed):
    """Decisions, with what the publicity record of penalties asks for."""

    title = "行政处罚决定"
    basis = PENALTY_LAW.article(48)
    standard = "行政处罚公示信息项；行政执法监督数据元：执法行为（决定）"
    event = "decided_on"
    organ = "organ_code"

    case_id = Column("案件记录编号", required=True, limit=64, note="同一来源的案件编号")
    decision_no = Column("决定书文号", required=True, limit=80)
    kind = Code("决定种类", required=True, codes=DECISIONS)
    organ_code = Known("决定机关", required=True, of=ORGANS, note="主体代码或信用代码")
    party_kind = Code("当事人类型", required=True, codes=PARTY_KINDS)
    party_name = Column("当事人名称", required=True, limit=120)
    party_uscc = CreditCode("当事人信用代码", recommended=True)
    party_id_no = CitizenId("当事人身份号码")
    legal_representative = Column("法定代表人", limit=60)
    violation = Column("违法行为类型", recommended=True, limit=200)
    facts = Column("违法事实", recommended=True, limit=4000)
    grounds = Column("处罚依据", required=True, limit=1000)
    kinds = Codes(
        "处罚种类", codes={kind.value: str(kind.label) for kind in PenaltyKind}
    )
    fine = WanYuan("罚款金额（万元）")
    gains = WanYuan("没收金额（万元）")
    goods_value = Yuan("没收非法财物价值（元）")
    noticed_on = Day("告知日期", recommended=True)
    reviewed_on = Day("法制审核日期")
    discussed_on = Day("集体讨论日期")
    decided_on = Day("决定日期", required=True)
    served_on = Day("送达日期", recommended=True)
    published_on = Day("公示日期")
    publicity_until = Day("公示截止日期", may_be_future=True)
    hearing_held = YesNo("是否听证")

    noticed_before = Rule(
        "决定早于告知", "decided_on >= noticed_on", PENALTY_LAW.article(44)
    )
    reviewed_before = Rule(
        "决定早于法制审核", "decided_on >= reviewed_on", PENALTY_LAW.article(58)
    )
    discussed_before = Rule(
        "决定早于集体讨论", "decided_on >= discussed_on", PENALTY_LAW.article(57, 2)
    )
    served_after = Rule(
        "送达早于决定", "served_on >= decided_on", PENALTY_LAW.article(61)
    )
    published_after = Rule("公示早于决定", "published_on >= decided_on")
    publicity_in_order = Rule("公示截止早于公示", "publicity_until >= published_on")
    penalty_has_kind = Rule(
        "处罚决定没有处罚种类", "kind <> 'penalty' OR kinds IS NOT NULL"
    )
    fine_has_amount = Rule(
        "罚款没有金额",
        "kinds IS NULL OR NOT list_contains(string_split(kinds, ';'), 'fine')"
        " OR coalesce(fine, 0) > 0",
    )
    amount_has_kind = Rule(
        "有罚款金额而处罚种类不含罚款",
        "coalesce(fine, 0) = 0 OR list_contains(string_split(kinds, ';'), 'fine')",
    )

    fills = (
        act("case_id", "serve_notice", "noticed_on"),
        act("case_id", "discuss", "discussed_on"),
        act("case_id", "decide", "decided_on"),
        act("case_id", "serve_decision", "served_on"),
        Fill(
            "penalty_items",
            {
                "id": f"{key_of('id')} - length(each)",
                "case_id": key_of("case_id"),
                "course_id": key_of("case_id"),
                "act_id": key_of("id", "decide"),
                "kind": "each",
                "amount": (
                    "CASE each WHEN 'fine' THEN fine WHEN 'confiscate_gains' THEN gains"
                    " WHEN 'confiscate_goods' THEN goods_value END"
                ),
            },
            where="kinds IS NOT NULL",
            each="kinds",
        ),
    )
