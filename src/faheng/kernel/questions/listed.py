"""Codes that a published list gave, and what the engine itself answers of them.

A listed rule that follows from declarations is not written: its code stands at the
term or condition (`watch=`), or is said here for what the engine watches everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from faheng.kernel.questions.declare import Severity
from faheng.lib.registry import Registry


@dataclass(frozen=True)
class Listed:
    """One rule of a published list.

    Attributes:
        code: as published; never renumbered.
        waits_for: what the platform does not hold yet, where it cannot be asked.
        checked_at: what keeps it from ever coming in, where no rule is needed.
    """

    code: str
    title: str
    severity: Severity
    waits_for: str = ""
    checked_at: str = ""


class Derived(Enum):
    """What is watched for every procedure, with no rule written."""

    LATE = ("late", "SX", "超期")
    SOON = ("soon", "SX", "临期")
    DUE = ("due", "SX", "今天到期")
    LAPSED = ("lapsed", "SX", "期限届满")
    UNMET = ("unmet", "LC", "未满足法定条件")
    ROLE = ("role", "RY", "办理人员角色不符")
    ORDER = ("order", "LC", "程序倒置")
    MISSING_FACT = ("missing", "SJ", "必填内容缺失")
    INCOMPLETE_PAPER = ("paper_incomplete", "WS", "文书缺少必须载明的内容")
    MISSING_PAPER = ("missing_paper", "WS", "应当制作的文书缺失")
    MISSING_SERVICE = ("missing_service", "WS", "文书没有送达")

    def __init__(self, key: str, prefix: str, title: str) -> None:
        self.key = key
        self.prefix = prefix
        self.title = title


LISTED: Registry[Listed] = Registry("listed rule")

_ANSWERS: dict[tuple[str, Derived, str], str] = {}


def answers(domain: str, what: Derived, code: str, term: str = "") -> None:
    """Say that what the engine watches in a domain answers a listed rule.

    Args:
        domain: whose procedures.
        what: the watch.
        code: the listed rule.
        term: only for this term, where it is about time.
    """
    _ANSWERS[domain, what, term] = code


def answered(domain: str, what: Derived, term: str = "") -> str:
    """Return the listed code that a derived watch answers, or nothing."""
    return _ANSWERS.get((domain, what, term), "")
