"""Papers of the investigation."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.documents.blocks import officers, party_block
from faheng.domains.enforcement.documents.phrases import at_moment, numbered
from faheng.domains.enforcement.documents.stating import (
    handlers,
    row,
    signing,
    told,
)
from faheng.domains.enforcement.rows import (
    Agent,
    AssistanceRequest,
    ElectronicExtraction,
    MonitoringReview,
    Questioning,
    SceneExamination,
    Summons,
)
from faheng.kernel.cases.models import Evidence
from faheng.kernel.documents.declare import (
    OTHER,
    Document,
    DocumentKind,
    States,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

SHOWN = "已向其出示执法证件，表明身份"
RIGHTS = "有权申请与本案有利害关系的执法人员回避；应当如实回答询问，并协助调查"


class PartyIdentity(Document):
    """当事人身份及主体资格材料."""

    code = "PEN-08"
    title = "当事人身份及主体资格材料"
    kind = DocumentKind.PARTY
    basis = PENALTY_LAW.article(59, 1, 1)

    who = States("当事人", of=party_block)
    proof = States("材料及核对情况", of=told("identity_proof"))
    checked = States("核对人", of=signing)


class PowerOfAttorney(Document):
    """授权委托书."""

    code = "PEN-09"
    title = "授权委托书"
    kind = DocumentKind.PARTY
    basis = PENALTY_LAW.article(64, 1, 5)

    principal = States("委托人", of=party_block)
    agent = States("受托人", of=row(Agent, "name"))
    identity = States("受托人身份证明", of=row(Agent, "identity"))
    matters = States("委托事项", of=row(Agent, "matters"))
    powers = States("代理权限", of=row(Agent, "powers"))
    since = States("自", of=row(Agent, "from_on"))
    until = States("至", of=row(Agent, "until_on"))


class QuestioningSummons(Document):
    """询问（调查）通知书."""

    code = "PEN-10"
    title = "询问（调查）通知书"
    mark = "询通"
    serve_on = OTHER
    sealed = True
    basis = PENALTY_LAW.article(55, 2)
    copies = ("送达被询问人", "归档")

    person = States("被询问人", of=row(Summons, "person"))
    time = States("时间", of=row(Summons, "come_at"))
    place = States("地点", of=row(Summons, "place"))
    matter = States("事项", of=row(Summons, "matter"))
    bring = States("携带材料", required=False, of=row(Summons, "bring"))
    duty = States(
        "法律义务", of=lambda s: "应当如实回答询问，并协助调查，不得拒绝或者阻挠"
    )


class QuestioningRecord(Document):
    """询问笔录: one person, two officers."""

    code = "PEN-11"
    title = "询问笔录"
    kind = DocumentKind.RECORD
    basis = (PENALTY_LAW.article(42), PENALTY_LAW.article(55))
    signers = ("被询问人签名", "询问人签名", "记录人签名")

    started = States("开始时间", of=row(Questioning, "started_at"))
    ended = States("结束时间", of=row(Questioning, "ended_at"))
    place = States("地点", of=row(Questioning, "place"))
    questioners = States("询问人", of=officers)
    recorder = States("记录人", of=row(Questioning, "recorder"))
    person = States("被询问人", of=row(Questioning, "person"))
    identity = States("被询问人身份", of=row(Questioning, "identity"))
    shown = States("出示证件", of=lambda s: SHOWN)
    rights = States("权利义务告知", of=lambda s: RIGHTS)
    transcript = States("询问内容", of=row(Questioning, "transcript"))
    confirmed = States("核对意见", of=row(Questioning, "confirmed"))


class SceneRecord(Document):
    """现场检查（勘验）笔录."""

    code = "PEN-12"
    title = "勘验（现场检查）笔录"
    kind = DocumentKind.RECORD
    basis = PENALTY_LAW.article(55, 2)
    signers = ("当事人或见证人签名", "执法人员签名", "记录人签名")

    started = States("开始时间", of=row(SceneExamination, "started_at"))
    ended = States("结束时间", of=row(SceneExamination, "ended_at"))
    place = States("地点", of=row(SceneExamination, "place"))
    weather = States("天气和光线", required=False, of=row(SceneExamination, "weather"))
    by = States("检查（勘验）人", of=officers)
    shown = States("出示证件", of=lambda s: SHOWN)
    method = States("方法", of=row(SceneExamination, "method"))
    found = States("现场情况", of=row(SceneExamination, "found"))
    measured = States("测量数据和图示", of=row(SceneExamination, "measurements"))
    present = States("到场人", of=row(SceneExamination, "present"))


class EvidenceSheet(Document):
    """证据提取（复制）单: what was just taken."""

    code = "PEN-13"
    title = "证据提取（复制）单"
    kind = DocumentKind.RECORD
    basis = PENALTY_LAW.article(46)
    signers = ("提供人签名", "执法人员签名")

    exhibits = States("证据", of=lambda s: _taken(s))
    by = States("提取人", of=officers)


def _taken(s: Any) -> list[dict[str, str]]:
    rows = s.rows(Evidence)
    new = [one for one in rows if one.act_id == rows[-1].act_id]
    return numbered(
        {
            "title": one.title,
            "proves": one.proves,
            "source": one.source,
            "place": one.place,
            "taken": at_moment(one.taken_at),
            "copy": "复制件，与原件核对无异" if one.is_copy and one.verified else "",
        }
        for one in new
    )


class ElectronicRecord(Document):
    """电子数据提取笔录."""

    code = "PEN-14"
    title = "电子数据提取笔录"
    kind = DocumentKind.RECORD
    basis = PENALTY_LAW.article(46, 1, 4)
    signers = ("持有人或见证人签名", "执法人员签名")

    device = States("设备或网址", of=row(ElectronicExtraction, "device"))
    tool = States("工具及版本", of=row(ElectronicExtraction, "tool"))
    method = States("提取方法", of=row(ElectronicExtraction, "method"))
    clock = States("时间校准", of=row(ElectronicExtraction, "time_source"))
    files = States("文件清单及哈希值", of=row(ElectronicExtraction, "files"))
    custody = States("保管", of=row(ElectronicExtraction, "custody"))
    holder = States("持有人或见证人", of=row(ElectronicExtraction, "holder"))
    by = States("提取人", of=officers)


class MonitoringSheet(Document):
    """电子技术监控记录审核表."""

    code = "PEN-21"
    title = "电子技术监控记录审核表"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(41)

    device = States("设备编号", of=row(MonitoringReview, "device_no"))
    audit = States("法制和技术审核编号", of=row(MonitoringReview, "audit_no"))
    published = States("设置地点公布日期", of=row(MonitoringReview, "published_on"))
    captured = States("记录时间", of=row(MonitoringReview, "captured_at"))
    record = States("记录编号", of=row(MonitoringReview, "record_no"))
    is_true = States("真实", of=row(MonitoringReview, "is_true"))
    clear = States("清晰", of=row(MonitoringReview, "is_clear"))
    complete = States("完整", of=row(MonitoringReview, "is_complete"))
    accurate = States("准确", of=row(MonitoringReview, "is_accurate"))
    reviewer = States("审核人", of=signing)
    second = States("复核人", of=row(MonitoringReview, "second_reviewer"))


class AssistanceLetter(Document):
    """协助调查函."""

    code = "PEN-06"
    title = "协助调查函"
    mark = "协函"
    serve_on = OTHER
    sealed = True
    basis = PENALTY_LAW.article(26)
    copies = ("送达被请求机关", "归档")

    asked = States("被请求机关", of=row(AssistanceRequest, "asked"))
    matter = States("协助事项", of=row(AssistanceRequest, "matter"))
    ground = States("请求理由", of=row(AssistanceRequest, "ground"))
    reply_by = States("答复期限", of=row(AssistanceRequest, "reply_by"))
    contact = States("联系方式", of=lambda s: f"{s.organ.address} {s.organ.phone}")


class AddressConfirmation(Document):
    """送达地址（电子送达）确认书."""

    code = "PEN-44"
    title = "送达地址（电子送达）确认书"
    kind = DocumentKind.PARTY
    basis = PENALTY_LAW.article(61, 2)

    who = States("当事人", of=party_block)
    address = States("送达地址", of=told("service_address"))
    phone = States("联系电话", of=told("service_phone"))
    account = States("电子送达账号", required=False, of=told("service_account"))
    consent = States("是否同意电子送达", of=lambda s: _consent(s))
    scope = States("同意的文书范围", required=False, of=told("consent_scope"))


def _consent(s: Any) -> str:
    return "同意" if s.main.e_service_consent else "不同意"


class ExtensionApproval(Document):
    """办案期限延长审批表."""

    code = "PEN-46"
    title = "办案期限延长审批表"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(60)

    reason = States("延长理由", of=told("extension_reason"))
    days = States("延长日数", of=lambda s: str(s.main.extension_days or ""))
    handlers = States("承办人", of=handlers)
    head_sign = States("批准人及日期", of=signing)


class SuspensionDecision(Document):
    """中止调查决定书."""

    code = "PEN-47"
    title = "中止调查决定书"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(60)

    ground = States("中止理由", of=told("suspend_ground"))
    head_sign = States("批准人及自何日起", of=signing)


class ResumptionDecision(Document):
    """恢复调查决定书."""

    code = "PEN-47"
    title = "恢复调查决定书"
    kind = DocumentKind.FORM
    basis = PENALTY_LAW.article(60)

    ground = States("恢复理由", of=told("resume_ground"))
    head_sign = States("批准人及自何日起", of=signing)
