"""What is refused here; the docstring of each is what the person reads."""

from __future__ import annotations


class Refused(Exception):
    """不能办理。"""

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{detail or type(self).__doc__}")


class NotAdministrator(Refused):
    """只有本区域的系统管理员可以维护机构、人员、任职和证件。"""


class NobodyActs(Refused):
    """未登录或没有任职的人不能办理，请先登录。"""


class DatesReversed(Refused):
    """截止日早于起始日，请更正日期。"""


class AlreadyHeld(Refused):
    """该人员在这段日期内已有同一单位的同一角色，请先终止原任职。"""


class NotForOneself(Refused):
    """系统管理员不得为本人任职或颁证，请由另一名管理员办理。"""


class NotForAuxiliaries(Refused):
    """辅助人员没有执法资格，只能担任内勤（行政处罚法第四十二条）。"""


class LegalQualificationMissing(Refused):
    """初次从事法制审核须已取得法律职业资格，请先填写资格证号（行政处罚法第五十八条）。"""


class SystemIsNobody(Refused):
    """“系统”不能任命给人员，请选择其他角色。"""


class EndBeforeStart(Refused):
    """终止日早于任职起始日，请更正日期。"""


class AlreadyEnded(Refused):
    """该任职已在更早的日期终止，不能延后；需要继续任职请另行任命。"""


class NotOnFile(Refused):
    """所指的机构、区划、人员或证件不存在，请核对代码。"""


class AlreadyOnFile(Refused):
    """同一代码或号码已经登记，请核对后改用原记录。"""


class NumberWrong(Refused):
    """号码校验不通过，请核对原件。"""


class Incomplete(Refused):
    """必填内容没有填写，请补全。"""


class ChangeBackdated(Refused):
    """变更日早于证件的上一次变更或有效期起日，请更正日期。"""


class AlreadyRevoked(Refused):
    """证件已吊销，不能恢复，请另行颁发新证。"""
