"""Every way in which the door stays shut; a docstring is the default message."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a step from being taken.

    Attributes:
        sentence: what is wrong, for people.
        basis: the article, as shown on screens; empty for plain mistakes.
        mend: what to do about it.
        field: name of the input it belongs to, as "evidence-0-kind"; empty for all.
        key: stable name of the condition.
        watch: code of the supervision rule it answers.
    """

    sentence: str
    basis: str = ""
    mend: str = ""
    field: str = ""
    key: str = "input"
    watch: str = ""

    def __str__(self) -> str:
        """Return one sentence with the article and what to do."""
        ground = f"（{self.basis}）" if self.basis else ""
        mend = f"。{self.mend}" if self.mend else ""
        return f"{self.sentence}{ground}{mend}。".replace("。。", "。")


class CaseError(Exception):
    """案件操作未能完成。"""

    status = 400

    def __init__(self, message: str = "") -> None:
        """Take a message, or the docstring."""
        super().__init__(message or str(self.__doc__))


class Unseen(CaseError):
    """没有找到这个案件，或者它不在您的管辖范围内。"""

    status = 404


class NotYours(CaseError):
    """这一步不由您办理。"""

    status = 403


class SomebodyWasFirst(CaseError):
    """已有人先办理了这一步，您填写的内容仍保留在草稿里。请刷新后再看。"""

    status = 409


class StepRefused(CaseError):
    """这一步现在不能办理。"""

    status = 422

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems; the message is all of them."""
        self.problems = problems
        super().__init__(" ".join(str(problem) for problem in problems))
