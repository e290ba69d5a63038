"""Closed lists that the files of a penalty case use."""

from __future__ import annotations

from django.db import models

from faheng.kernel.law.declare import Citation
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


class CaseSource(models.TextChoices):
    """Where a clue comes from."""

    INSPECTION = "inspection", "监督检查"
    COMPLAINT = "complaint", "投诉举报"
    HOTLINE = "hotline_12345", "12345 热线转办"
    TRANSFER_IN = "transfer_in", "其他机关移送"
    ASSIGNED = "assigned", "上级交办"
    MONITORING = "monitoring", "监测监控"
    MEDIA = "media", "媒体报道"
    SELF_REPORT = "self_report", "当事人自报"
    REVERSE_REFERRAL = "reverse_referral", "司法机关反向移送"


class VerifyResult(models.TextChoices):
    """What comes of a clue."""

    FILE = "file", "建议立案"
    NOT_FILE = "not_file", "建议不予立案"
    TRANSFER = "transfer", "建议移送"
    MERGE = "merge", "并入已立案件"


class RefuseReason(models.TextChoices):
    """Why a case is not filed."""

    NO_VIOLATION = "no_violation", "没有违法行为"
    NO_JURISDICTION = "no_jurisdiction", "本机关无管辖权"
    OUT_OF_TIME = "out_of_time", "超过追责时效"
    ALREADY_PUNISHED = "already_punished", "同一违法行为已受处罚"
    MERGED = "merged", "已并入其他案件"
    OTHER = "other", "其他依法不予立案的情形"


class Conclusion(models.TextChoices):
    """What the investigation leads to."""

    PENALTY = "penalty", "给予行政处罚"
    NO_PENALTY = "no_penalty", "不予行政处罚"
    POLICE = "police", "移送司法机关"
    WITHDRAW = "withdraw", "终止调查"


class NoPenaltyGround(models.TextChoices):
    """Why nothing is imposed, each with its article."""

    AGE = "age_lt14", "不满十四周岁"
    CAPACITY = "no_capacity", "精神病人、智力残疾人不能辨认或者控制行为"
    MINOR = "minor_corrected_no_harm", "轻微并及时改正，没有造成危害后果"
    FIRST = "first_minor", "初次违法且危害后果轻微并及时改正"
    NO_FAULT = "no_fault", "当事人足以证明没有主观过错"
    OUT_OF_TIME = "out_of_time", "超过追责时效"
    NOT_PROVEN = "not_proven", "违法事实不能成立"

    @property
    def basis(self) -> Citation:
        """Return the article that excludes or waives the penalty."""
        return _GROUNDS[self]


_GROUNDS = {
    NoPenaltyGround.AGE: PENALTY_LAW.article(30),
    NoPenaltyGround.CAPACITY: PENALTY_LAW.article(31),
    NoPenaltyGround.MINOR: PENALTY_LAW.article(33, 1),
    NoPenaltyGround.FIRST: PENALTY_LAW.article(33, 1),
    NoPenaltyGround.NO_FAULT: PENALTY_LAW.article(33, 2),
    NoPenaltyGround.OUT_OF_TIME: PENALTY_LAW.article(36),
    NoPenaltyGround.NOT_PROVEN: PENALTY_LAW.article(57, 1, 3),
}


class RenoticeReason(models.TextChoices):
    """Why the party is told anew."""

    NEW_FACTS = "new_facts", "发现新的事实"
    NEW_GROUND = "new_ground", "变更处罚依据"
    NEW_PENALTY = "new_penalty", "变更拟处罚种类或者数额"


class WithdrawGround(models.TextChoices):
    """Why an investigation ends without a decision."""

    PARTY_GONE = "party_gone", "当事人死亡或者终止且无权利义务承受人"
    NO_VIOLATION = "no_violation", "行为不构成违法"
    WRONG_PARTY = "wrong_party", "立案对象错误"
    OUT_OF_TIME = "out_of_time", "超过追责时效"
    NO_JURISDICTION = "no_jurisdiction", "丧失管辖权"


class TerminateGround(models.TextChoices):
    """Why enforcement ends (行政强制法 art. 40)."""

    CITIZEN_DEAD = "citizen_dead", "公民死亡，无遗产可供执行又无义务承受人"
    ORGAN_GONE = "organisation_gone", "法人或其他组织终止，无财产可供执行又无义务承受人"
    OBJECT_LOST = "object_lost", "执行标的灭失"
    REVOKED = "revoked", "据以执行的行政决定被撤销"
    OTHER = "other", "其他需要终结执行的情形"


class CloseKind(models.TextChoices):
    """How a case came to its end."""

    PERFORMED = "performed", "履行完毕"
    ENFORCED = "enforced", "强制执行完毕"
    TERMINATED = "terminated", "终结执行"
    WITHDRAWN = "withdrawn", "终止调查"
    NO_PENALTY = "no_penalty", "不予行政处罚"
    REFERRED = "referred", "移送司法机关"


class Retention(models.TextChoices):
    """How long a file is kept."""

    PERMANENT = "permanent", "永久"
    THIRTY = "years_30", "30 年"
    TEN = "years_10", "10 年"


class PayMode(models.TextChoices):
    """How money is paid; an organ never collects for itself."""

    BANK = "bank", "银行缴款"
    EPAY = "epay", "电子支付"


class PayFor(models.TextChoices):
    """What money is paid for."""

    FINE = "fine", "罚款"
    SURCHARGE = "surcharge", "加处罚款"
    GAINS = "gains", "没收违法所得"


class RemedyKind(models.TextChoices):
    """The two ways of contesting a decision."""

    RECONSIDERATION = "reconsideration", "行政复议"
    SUIT = "suit", "行政诉讼"


class DisposalWay(models.TextChoices):
    """What becomes of confiscated goods."""

    AUCTION = "auction", "公开拍卖"
    SALE = "sale", "按国家规定处理"
    DESTROY = "destroy", "销毁"
    TRANSFER = "transfer", "移交有关部门"
