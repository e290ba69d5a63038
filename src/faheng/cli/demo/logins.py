"""Who can log in to the demo."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.cli.demo.city import organ
from faheng.cli.demo.load import PASSWORD
from faheng.cli.demo.people import CAST

DOES = {
    "officer": "执法人员：从事项立案、调查、当场处罚",
    "officer2": "执法人员：与上一位共同办案",
    "lead": "办案机构负责人：审批办案环节",
    "head": "行政机关负责人：批准与决定",
    "reviewer": "法制审核人员",
    "host": "听证主持人",
    "recorder": "内勤：登记、归档、款项缴交",
    "supervisor": "执法监督人员：看全区案件",
    "admin": "系统管理员：机构、人员、账号",
    "neighbour": "邻区执法人员：看不到望海区案件",
    "street": "街道执法人员：以街道办事处名义执法",
}


@dataclass(frozen=True)
class Login:
    """One account of the demo."""

    username: str
    password: str
    name: str
    organ: str
    does: str


def demo_logins() -> list[Login]:
    """The accounts of the demo, in the order of a case."""
    people = {account: (code, name) for (code, _), (name, account) in CAST.items()}
    return [
        Login(
            username=account,
            password=PASSWORD,
            name=people[account][1],
            organ=organ(people[account][0]).name,
            does=does,
        )
        for account, does in DOES.items()
    ]
