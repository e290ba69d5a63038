"""Whom an instrument may be addressed to, by when, and after which other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from faheng.domains.supervision.files.supervision import (
    SupervisedMatter,
    SupervisionDecision,
    SupervisionNotice,
    SupervisionOpinion,
)
from faheng.domains.supervision.registers import local
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.parties.declare import within
from faheng.kernel.procedures.declare import condition
from faheng.statutes.supervision_regulation import SUPERVISION_REGULATION

REPLY_RULE = LocalRule("监督文书答复期限", "本省行政执法监督规定；期限以文书载明为准")
INSTRUMENTS = (SupervisionNotice, SupervisionOpinion, SupervisionDecision)


@condition(
    "以本级或者下级的其他执法机关为监督对象",
    basis=SUPERVISION_REGULATION,
    mend="选择本行政区域内的执法机关",
    on_given=True,
)
def organ_is_watched(s: Any) -> bool:
    """Tell whether the organ lies in the supervising one's division."""
    organ = s.file.supervised
    if organ is None or organ.pk == s.organ.pk:
        return False
    return within(organ.division.path, s.organ.division.path)


@condition(
    "使所涉案件都是被监督机关办理的案件",
    basis=SUPERVISION_REGULATION,
    mend="另一机关的案件另行监督",
    on_given=True,
)
def matters_are_the_organs(s: Any) -> bool:
    """Tell whether each case at issue is the supervised organ's own."""
    organ_id = s.file.supervised_id
    rows = s.rows(SupervisedMatter)
    own = all(row.supervised.organ_id == organ_id for row in rows)
    found = [row.finding for row in rows if row.finding is not None]
    return own and all(one.organ_id == organ_id for one in found)


@condition(
    "载明今天以后、最长期限以内的答复期限",
    basis=REPLY_RULE,
    mend="改写答复期限",
    on_given=True,
)
def due_day_is_fair(s: Any) -> bool:
    """Tell whether the day by which to answer lies ahead, and not too far."""
    last = s.on + timedelta(days=local("reply_days_most")(s))
    given = [row for model in INSTRUMENTS for row in _given(s, model)]
    return all(s.on < row["due_on"] <= last for row in given)


def _given(s: Any, model: type[Any]) -> list[dict[str, Any]]:
    names = {
        SupervisionNotice: "supervision_notice",
        SupervisionOpinion: "supervision_opinion",
        SupervisionDecision: "supervision_decision",
    }
    rows = s.given.get(names[model]) or []
    return [row for row in rows if row.get("due_on")]


def _unanswered(s: Any, asked: str, answered: str) -> bool:
    """Tell whether the latest instrument of a kind still waits for its answer."""
    issued, replies = s.acts(asked), s.acts(answered)
    if not issued:
        return False
    return not replies or replies[-1].seq < issued[-1].seq


def _overdue(s: Any, term: str) -> bool:
    clock = s.clock(s.procedure.terms()[term])
    return clock is not None and clock.due_on < s.on


@condition(
    "在通知书已经答复，或者逾期没有答复之后",
    basis=SUPERVISION_REGULATION,
    mend="等待答复，或者等答复期限届满",
)
def notice_is_settled(s: Any) -> bool:
    """Tell whether no notice still waits within its period."""
    return not _unanswered(s, "notify", "answer") or _overdue(s, "answering")


@condition(
    "在意见书已经回复，或者逾期没有回复之后",
    basis=SUPERVISION_REGULATION,
    mend="等待整改报告，或者等整改期限届满",
)
def opinion_is_settled(s: Any) -> bool:
    """Tell whether no opinion still waits within its period."""
    waits = _unanswered(s, "opine", "report_correction")
    return not waits or _overdue(s, "correcting")


@condition(
    "先发过监督意见书，或者写明直接作出决定的理由",
    basis=SUPERVISION_REGULATION,
    mend="先发监督意见书；情形严重的，写明理由",
    on_given=True,
)
def decision_follows_opinion(s: Any) -> bool:
    """Tell whether an opinion came before, or why it did not."""
    return s.done("opine") or bool(s.file.serious_reason.strip())
