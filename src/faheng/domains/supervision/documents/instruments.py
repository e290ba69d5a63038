"""The three instruments of a supervisor, and the papers beside them."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.supervision.files.supervision import (
    Interview,
    Rectification,
    SupervisedMatter,
    SupervisionDecision,
    SupervisionNotice,
    SupervisionOpinion,
)
from faheng.kernel.documents.declare import Document, DocumentKind, States
from faheng.lib.text import full_date
from faheng.statutes.supervision_regulation import SUPERVISION_REGULATION


def on_day(day: date | None) -> str:
    """Return a day in figures, nothing for none."""
    return full_date(day) if day else ""


def latest(s: Any, model: type[Any], field: str) -> str:
    """Return what the latest row of a child table says in a column."""
    rows = s.rows(model)
    if not rows:
        return ""
    value = getattr(rows[-1], field)
    return on_day(value) if isinstance(value, date) else str(value)


def supervised(s: Any) -> str:
    """Return the name of the supervised organ."""
    return s.file.supervised.name if s.file.supervised else ""


def matters(s: Any) -> list[dict[str, str]]:
    """Return the cases at issue, each with its question."""
    return [
        {
            "no": str(no),
            "number": str(row.supervised),
            "rule": row.rule,
            "question": row.question,
        }
        for no, row in enumerate(s.rows(SupervisedMatter), 1)
    ]


def number_of(s: Any, code: str) -> str:
    """Return the number of the latest paper of a kind."""
    made = [paper for paper in s.papers if paper.code == code]
    return made[-1].number if made else ""


class SupervisionInstrument(Document, listed=False):
    """What the three instruments share."""

    sealed = True
    basis = SUPERVISION_REGULATION
    copies = ("送被监督机关", "归档")

    organ_told = States("被监督机关", of=supervised)
    cases = States("所涉案件", required=False, of=matters)


class SupervisionNoticePaper(SupervisionInstrument):
    """行政执法监督通知书: information, material or an explanation is asked for."""

    code = "SUP-02"
    title = "行政执法监督通知书"
    mark = "监通"

    matter = States(
        "需要说明的事项", of=lambda s: latest(s, SupervisionNotice, "matter")
    )
    needed = States(
        "需要提供的材料", of=lambda s: latest(s, SupervisionNotice, "needed")
    )
    due = States("答复期限", of=lambda s: latest(s, SupervisionNotice, "due_on"))


class SupervisionOpinionPaper(SupervisionInstrument):
    """行政执法监督意见书: what is wrong, and what correction is expected."""

    code = "SUP-03"
    title = "行政执法监督意见书"
    mark = "监意"

    problem = States(
        "存在的问题", of=lambda s: latest(s, SupervisionOpinion, "problem")
    )
    reasons = States(
        "依据和理由", of=lambda s: latest(s, SupervisionOpinion, "reasons")
    )
    suggestion = States(
        "整改建议", of=lambda s: latest(s, SupervisionOpinion, "suggestion")
    )
    due = States("整改期限", of=lambda s: latest(s, SupervisionOpinion, "due_on"))


class SupervisionDecisionPaper(SupervisionInstrument):
    """行政执法监督决定书: what the organ must do, after an opinion or at once."""

    code = "SUP-04"
    title = "行政执法监督决定书"
    mark = "监决"

    content = States("决定内容", of=lambda s: latest(s, SupervisionDecision, "content"))
    kind_of = States(
        "决定种类",
        of=lambda s: s.rows(SupervisionDecision)[-1].get_kind_display(),
    )
    reasons = States(
        "依据和理由", of=lambda s: latest(s, SupervisionDecision, "reasons")
    )
    after = States(
        "此前的意见书或者直接决定的理由",
        of=lambda s: number_of(s, "SUP-03") or s.file.serious_reason,
    )
    due = States("执行期限", of=lambda s: latest(s, SupervisionDecision, "due_on"))


class RectificationReport(Document):
    """整改报告: what the supervised organ did about an opinion or a decision."""

    code = "SUP-05"
    title = "整改报告"
    kind = DocumentKind.PARTY
    basis = SUPERVISION_REGULATION

    organ_told = States("报告机关", of=supervised)
    about = States(
        "所答复的文书",
        of=lambda s: number_of(s, "SUP-04") or number_of(s, "SUP-03"),
    )
    content = States("整改情况", of=lambda s: latest(s, Rectification, "content"))
    measures = States("采取的措施", of=lambda s: latest(s, Rectification, "measures"))
    results = States("结果", of=lambda s: latest(s, Rectification, "results"))
    proof = States(
        "证明材料", required=False, of=lambda s: latest(s, Rectification, "proof")
    )
    reporter = States("报告人", of=lambda s: s.actor.name if s.actor else "")
    reported = States("报告日期", of=lambda s: on_day(s.on))


class InterviewRecord(Document):
    """约谈记录: a talk with those who lead the supervised organ."""

    code = "SUP-07"
    title = "约谈记录"
    kind = DocumentKind.RECORD
    signers = ("被约谈人签名", "约谈人签名")
    basis = SUPERVISION_REGULATION

    organ_told = States("被监督机关", of=supervised)
    held = States("约谈日期", of=lambda s: latest(s, Interview, "held_on"))
    talked_with = States("被约谈人", of=lambda s: latest(s, Interview, "talked_with"))
    issues = States("约谈事项", of=lambda s: latest(s, Interview, "issues"))
    commitments = States("整改承诺", of=lambda s: latest(s, Interview, "commitments"))
