"""Changes of officers' certificates."""

from __future__ import annotations

from faheng.domains.enforcement.feeds.codes import (
    CERTIFICATE_KINDS,
    CERTIFICATE_STATUSES,
)
from faheng.domains.enforcement.feeds.columns import CERTIFICATE_ID
from faheng.kernel.feeds.code_lists import ORGANS
from faheng.kernel.feeds.columns import Code, Codes, Column, Day, Known, YesNo
from faheng.kernel.feeds.declare import Feed, Fill, Rule, key_of
from faheng.kernel.parties.declare import Field
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


class CertificateChanges(Feed):
    """That a certificate was issued, suspended, revoked, or lost."""

    title = "执法证件变更"
    basis = PENALTY_LAW.article(42)
    standard = "行政执法监督数据元：执法人员"
    event = "changed_on"
    organ = "organ_code"

    certificate_no = Column(
        "执法证号", required=True, limit=18, note="8至18位数字或大写字母"
    )
    kind = Code("证件种类", required=True, codes=CERTIFICATE_KINDS)
    officer_no = Column("人员编号", required=True, limit=40)
    officer_name = Column("姓名", required=True, limit=60)
    organ_code = Known("所在机关", required=True, of=ORGANS, note="主体代码或信用代码")
    is_auxiliary = YesNo("是否辅助人员", required=True)
    fields = Codes(
        "执法领域",
        recommended=True,
        codes={field.value: field.title for field in Field},
    )
    status = Code("证件状态", required=True, codes=CERTIFICATE_STATUSES)
    changed_on = Day("变更日期", required=True)
    reason = Column("变更原因", recommended=True, limit=200)
    valid_from = Day("有效期起", required=True)
    valid_until = Day("有效期止", recommended=True, may_be_future=True)

    number_in_form = Rule(
        "执法证号不合格式", "regexp_full_match(certificate_no, '[0-9A-Z]{8,18}')"
    )
    valid_in_order = Rule("有效期止早于有效期起", "valid_until >= valid_from")
    changed_within = Rule("变更早于有效期起", "changed_on >= valid_from")

    fills = (
        Fill(
            "certificate_changes",
            {
                "id": key_of("id"),
                "certificate_id": CERTIFICATE_ID,
                "status": "status",
                "from_on": "changed_on",
                "reason": "reason",
                "recorded_on": "_received_on",
            },
            where=f"{CERTIFICATE_ID} IS NOT NULL",
        ),
    )
