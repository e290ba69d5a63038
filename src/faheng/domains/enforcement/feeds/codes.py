"""Code lists that only feeds use."""

from __future__ import annotations

from collections.abc import Iterable

from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.feeds.declare import CODE_LISTS

ITEMS = "items"

PROCEDURES = {"simple": "简易程序", "general": "普通程序", "fast": "快速办理"}
CASE_SOURCES = {
    "inspection": "监督检查",
    "complaint": "投诉举报",
    "hotline_12345": "12345热线",
    "transfer_in": "其他机关移送",
    "assigned": "上级交办",
    "monitoring": "监测预警",
    "media": "媒体披露",
    "self_report": "主动报告",
    "reverse_referral": "反向移送",
}
PARTY_KINDS = {
    "person": "自然人",
    "individual_business": "个体工商户",
    "legal_person": "法人",
    "other_org": "非法人组织",
}
CLOSE_KINDS = {
    "performed": "自行履行",
    "enforced": "强制执行",
    "terminated": "终结",
    "withdrawn": "撤销立案",
    "no_penalty": "不予处罚",
    "referred": "移送",
}
DECISIONS = {
    "penalty": "行政处罚",
    "no_penalty": "不予行政处罚",
    "refer": "移送",
    "withdraw": "撤销立案",
}
INSPECTION_MODES = {
    "on_site": "现场检查",
    "remote": "非现场检查",
    "document": "书面检查",
}
INSPECTION_SOURCES = {
    "plan": "年度计划",
    "random": "双随机抽查",
    "complaint": "投诉举报",
    "assigned": "上级交办",
    "transfer_in": "其他机关移送",
    "monitoring": "监测预警",
    "special": "专项检查",
}
SCAN_EXCEPTIONS = {"none": "无", "emergency": "紧急情况", "network": "网络故障"}
CERTIFICATE_STATUSES = {
    "valid": "有效",
    "suspended": "暂扣",
    "revoked": "吊销",
    "expired": "过期",
    "lost": "遗失",
}
CERTIFICATE_KINDS = {"enforcement": "行政执法证", "supervision": "行政执法监督证"}


def _items() -> Iterable[str]:
    """Every code that an item ever had: an old act is judged by the item of its day."""
    return EnforcementItem.objects.values_list("code", flat=True).distinct()


CODE_LISTS.add(ITEMS, _items)
