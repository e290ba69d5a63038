"""What is filled in on the way of one ordinary case, by whom, and when.

A haulier spilled building waste; the fine stays below what may be heard, and the
legal review comes of the city's own list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from faheng.lib.identifiers import make_uscc

PARTY = "澜海瀚途运输有限公司"
USCC = make_uscc("449902", "MA5K12AB")
ITEM = "运输渣土、砂石等散装物料的车辆未密闭造成遗撒"
PLACE = "望海区滨河路与工业路交叉口"
FINE = "8600"
# A browser is a surface: it is today there.
TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()  # noqa: TID251


def day(ago: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days=ago)


def at(ago: int, hour: int, minute: int = 0) -> datetime:
    """A moment of a day before today."""
    return datetime.combine(day(ago), time(hour, minute))


@dataclass(frozen=True)
class Act:
    """A step, who takes it, when it happened, and what is filled in."""

    title: str
    who: str
    at: datetime
    values: Mapping[str, Any] = field(default_factory=dict)

    def but(self, **values: Any) -> Act:
        """The same act with other values under some labels."""
        return replace(self, values={**self.values, **values})

    def without(self, label: str) -> Act:
        """The same act with a field left as the form fills it."""
        left = {name: value for name, value in self.values.items() if name != label}
        return replace(self, values=left)


CLUE = Act(
    "登记线索",
    "officer",
    at(60, 9),
    {
        "案件来源": "监督检查",
        "线索收到日期": day(60),
        "涉嫌当事人": PARTY,
        "涉嫌违法行为": "运输渣土的车辆没有密闭，沿途遗撒",
        "违法行为发生地": PLACE,
    },
)
VERIFY = Act(
    "核查线索",
    "officer",
    at(59, 10),
    {
        "核查情况": "路面有渣土约三立方米，视频显示由瀚途公司车辆遗撒",
        "违法行为发现日期": day(60),
        "违法行为开始日期": day(61),
        "违法行为终了日期": day(61),
        "发生地区划": "望海区",
        "核查结论": "建议立案",
    },
)
PROPOSE = Act(
    "报请立案",
    "officer",
    at(58, 9),
    {
        "执法事项": ITEM,
        "简要案情": "瀚途公司两辆货车运输渣土未密闭，造成路面遗撒",
        "立案理由": "有初步证据证明存在违法行为，属于本机关管辖，在追责时效以内",
        "当事人": {
            "当事人类型": "法人或其他组织",
            "名称或姓名": PARTY,
            "统一社会信用代码": USCC,
            "法定代表人或负责人": "鲍瀚途",
            "住所或地址": "望海区工业路 18 号",
        },
    },
)
ENDORSE = Act(
    "审核立案并指派办案人员",
    "lead",
    at(57, 15),
    {
        "办案机构立案意见": "同意立案，由陈立衡、林晓岚承办",
        "办案人员": [
            {"执法人员": "陈立衡", "主办": True},
            {"执法人员": "林晓岚", "主办": False},
        ],
    },
)
FILE = Act("批准立案", "head", at(56, 9), {"负责人立案审批意见": "同意立案"})


def investigation(photo: Path) -> Sequence[Act]:
    """From the first questioning to the report; the photograph becomes evidence."""
    return (
        Act("询问", "officer2", at(54, 11), {"询问": QUESTIONING}),
        Act(
            "现场检查（勘验）", "officer", at(54, 16), {"现场检查（勘验）": EXAMINATION}
        ),
        Act("收集证据", "officer", at(53, 9), {"证据": _evidence(photo)}),
        IDENTITY,
        *CORRECTION,
        Act(
            "证据审查",
            "officer",
            at(49, 9),
            {"证据审查意见": "来源合法，相互印证，与案件事实有关联"},
        ),
        REPORT,
    )


IDENTITY = Act(
    "核实当事人主体资格",
    "officer",
    at(53, 9, 30),
    {"主体资格材料及核对情况": "核对营业执照原件，与登记信息一致，复印件附卷"},
)
QUESTIONING = {
    "被询问人": "鲍瀚途",
    "被询问人身份": "法定代表人",
    "开始时间": at(54, 9, 30),
    "结束时间": at(54, 10, 30),
    "询问地点": "局询问室",
    "记录人": "林晓岚",
    "已出示执法证件": True,
    "已告知回避权和如实回答义务": True,
    "询问内容": "问：车辆是否密闭？答：篷布破了，没有盖严。",
    "被询问人核对意见": "以上笔录我看过，与我说的一致",
}
EXAMINATION = {
    "开始时间": at(54, 14),
    "结束时间": at(54, 15),
    "地点": PLACE,
    "检查（勘验）方法": "目测、皮尺测量、拍照",
    "现场情况": "路面有断续遗撒的渣土",
    "测量数据和图示说明": "长三十米，合三立方米；平面图一张",
    "到场当事人或见证人": "鲍瀚途",
    "已出示执法证件": True,
}


def _evidence(photo: Path) -> list[dict[str, Any]]:
    return [
        {
            "证据种类": "勘验笔录、现场笔录",
            "证据名称": "现场勘验笔录",
            "证明对象": "遗撒的地点和数量",
            "来源": "执法人员制作",
            "取得时间": at(54, 15),
        },
        {
            "证据种类": "视听资料",
            "证据名称": "路面照片",
            "证明对象": "渣土遗撒在路面",
            "来源": "执法人员拍摄",
            "取得时间": at(54, 14, 20),
            "文件": photo,
        },
    ]


CORRECTION = (
    Act(
        "责令改正",
        "officer",
        at(53, 10),
        {
            "查明的违法行为": "运输渣土未密闭造成遗撒",
            "违反的规定": "《中华人民共和国生态环境法典》第二百四十一条第一款",
            "改正内容和要求": "清扫遗撒的渣土，更换破损的篷布",
            "改正期限": day(50),
            "逾期不改正的后果": "依法代为清理，费用由当事人承担",
        },
    ),
    Act(
        "送达责令改正通知书",
        "officer",
        at(53, 15),
        {"送达": {"送达方式": "直接送达", "送达日期": day(53), "收件人": "鲍瀚途"}},
    ),
    Act(
        "复查",
        "officer",
        at(50, 16),
        {
            "复查": {
                "复查日期": day(50),
                "复查内容": "清扫和篷布更换情况",
                "改正情况": "已改正",
                "证据": "现场照片四张",
                "后续处理": "继续办理处罚案件",
            }
        },
    ),
    Act("办结责令改正", "officer", at(50, 16, 30)),
)
REPORT = Act(
    "调查终结",
    "officer",
    at(48, 10),
    {
        "查明的违法事实": "当事人运输渣土的两辆货车没有密闭，在路面遗撒渣土约三立方米",
        "案件性质": ITEM,
        "情节和危害后果": "数量较少，调查期间已经清扫",
        "处理建议": "给予行政处罚",
        "承办人意见": "建议从轻罚款",
        "裁量阶次": "较轻",
        "事实与证据": [
            {"事实": "遗撒渣土三立方米", "证据": "现场勘验笔录"},
            {"事实": "遗撒在路面", "证据": "路面照片"},
        ],
    },
)
WEIGH = Act(
    "拟定处罚并说明裁量",
    "officer",
    at(47, 9),
    {
        "选择和说明": {
            "裁量因素及证据": "数量三立方米（现场勘验笔录），已经改正（复查记录）",
            "裁量理由": "数量较少并及时改正，依法从轻处罚",
        },
        "拟处罚": [{"处罚种类": "罚款", "金额或者价值": FINE}],
    },
)
NOTICE = (
    Act("制作处罚事先告知书", "lead", at(46, 9)),
    Act(
        "送达处罚事先告知书",
        "officer",
        at(45, 9),
        {"送达": {"送达方式": "直接送达", "送达日期": day(45), "收件人": "鲍瀚途"}},
    ),
    Act(
        "记录陈述申辩",
        "officer",
        at(44, 10),
        {
            "陈述申辩": {
                "陈述申辩时间": at(44, 9, 30),
                "方式": "口头",
                "陈述申辩人": "鲍瀚途",
                "陈述申辩内容": "已经清扫，请求从轻",
            }
        },
    ),
    Act(
        "复核陈述申辩",
        "lead",
        at(43, 10),
        {
            "陈述申辩采纳情况": "当事人提出已经清扫的意见属实，予以采纳，已在裁量时考虑",
            "复核意见": [
                {
                    "意见": "已经清扫，请求从轻",
                    "复核情况": "复查记录证明属实",
                    "采纳": True,
                    "采纳与否的理由": "拟处罚时已作为从轻情节",
                }
            ],
        },
    ),
)
REVIEW = (
    Act(
        "送交法制审核",
        "lead",
        at(42, 9),
        {
            "审核事由": "本地重大执法决定目录",
            "拟作出的决定": "罚款八千六百元",
            "送审材料": [
                {"材料名称": "案件调查终结报告", "页数": "6"},
                {"材料名称": "证据材料", "页数": "14"},
            ],
        },
    ),
    Act(
        "审核通过",
        "reviewer",
        at(41, 9),
        {
            "法制审核意见": {
                "主体资格和权限": "合法",
                "事实认定": "清楚",
                "证据": "确凿",
                "法律适用": "正确",
                "裁量": "适当",
                "程序": "合法",
                "文书": "规范",
                "是否涉嫌犯罪需要移送": "否",
                "审核意见": "同意作出处罚决定",
            }
        },
    ),
)
SUBMIT = Act(
    "报请决定",
    "lead",
    at(20, 9),
    {
        "处罚理由和裁量说明": "违法行为数量较少并及时改正，按较轻阶次从轻处罚",
        "履行方式和期限": "自收到本决定书之日起十五日内缴清罚款",
        "罚款代收机构": "澜海银行望海支行",
        "办案机构处理意见": "建议罚款",
        "处罚内容": [{"处罚种类": "罚款", "金额或者价值": FINE}],
    },
)
DECIDE = Act("作出处罚决定", "head", at(19, 9), {"负责人决定意见": "同意处罚"})
SERVE = Act(
    "送达处罚决定书",
    "officer",
    at(18, 10),
    {"送达": {"送达方式": "直接送达", "送达日期": day(18), "收件人": "鲍瀚途"}},
)
PERFORM = (
    Act(
        "登记缴款",
        "recorder",
        at(10, 9),
        {
            "缴款": {
                "缴款日期": day(10),
                "缴款金额": FINE,
                "款项": "罚款",
                "缴款方式": "银行缴款",
                "专用票据号": "LH0001",
                "票据监制（代收）单位": "澜海银行望海支行",
            }
        },
    ),
    Act(
        "确认履行完毕",
        "officer",
        at(9, 10),
        {"履行完毕日期": day(10), "履行情况": "罚款八千六百元已经缴清"},
    ),
)


def publication(number: str) -> Sequence[Act]:
    """Showing the decision of a number."""
    return (
        Act(
            "拟定公示内容",
            "officer",
            at(15, 9),
            {
                "公示内容": "行政处罚决定",
                "决定书文号": number,
                "决定日期": day(19),
                "类别": "一般",
                "公示月数": "3",
                "公示摘要": f"{PARTY}运输渣土未密闭造成遗撒，罚款八千六百元",
            },
        ),
        Act("批准公示", "head", at(15, 10), {"保密审查意见": "不涉及秘密，可以公示"}),
        Act("发布公示", "recorder", at(15, 11), {"公示平台": "行政执法信息公示平台"}),
    )


CLOSING = (
    Act(
        "审查结案条件",
        "lead",
        at(7, 9),
        {"结案方式": "履行完毕", "办案机构结案意见": "处罚已经履行，拟结案"},
    ),
    Act("批准结案", "head", at(6, 9), {"负责人结案意见": "同意结案"}),
    Act(
        "立卷归档",
        "recorder",
        at(5, 9),
        {
            "档号": "WH-ACC-0001",
            "保管期限": "30 年",
            "卷内页数": "86",
            "卷内情况说明": "材料齐全，无缺损",
            "检查人": "何敏",
        },
    ),
)
