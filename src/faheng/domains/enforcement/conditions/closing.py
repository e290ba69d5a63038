"""Whether a case may be closed, withdrawn or put into the archive."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.conditions.evidence import tracks_open
from faheng.domains.enforcement.documents.decision import (
    NoPenaltyDecision,
    PenaltyDecision,
)
from faheng.domains.enforcement.files.choices import CloseKind
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

CLOSING_RULE = LocalRule("结案条件", "各领域部门规章")
_KINDS = {
    "confirm_performed": {CloseKind.PERFORMED, CloseKind.ENFORCED},
    "terminate_enforcement": {CloseKind.TERMINATED},
    "record_enforced": {CloseKind.ENFORCED},
    "serve_no_penalty": {CloseKind.NO_PENALTY},
    "record_police_filed": {CloseKind.REFERRED},
}


@condition(
    "使结案方式与办理结果相符",
    basis=CLOSING_RULE,
    mend="按实际办理结果选择结案方式",
    on_given=True,
)
def close_kind_fits(s: Any) -> bool:
    """Tell whether the way of closing is the one that the last outcome allows."""
    came = [(s.acts(step)[-1].seq, step) for step in _KINDS if s.acts(step)]
    return not came or s.file.close_kind in _KINDS[max(came)[1]]


@condition(
    "办结所有并行程序",
    basis=CLOSING_RULE,
    mend="先办结仍在进行的措施、延期分期等",
    watch="LC-51",
)
def tracks_ended(s: Any) -> bool:
    """Tell whether nothing but the publication still runs beside the main line."""
    keys = (
        "recusal",
        "jurisdiction",
        "preservation",
        "sampling",
        "correction",
        "hearing",
        "legal_review",
        "seizure",
        "deferral",
    )
    return not tracks_open(s, *keys)


@condition(
    "在处罚决定送达以前办理",
    basis=PENALTY_LAW.article(57, 1),
    mend="决定已经送达的，不能撤案",
)
def not_served_yet(s: Any) -> bool:
    """Tell whether no decision has reached the party."""
    papers = (PenaltyDecision, NoPenaltyDecision)
    return not any(s.served(paper) for paper in papers)


@condition(
    "由检查人以外的人立卷",
    basis=LocalRule("归档规则", "立卷人与检查人分开"),
    mend="改写检查人",
    on_given=True,
)
def checked_by_another(s: Any) -> bool:
    """Tell whether the file was checked by somebody else than who made it up."""
    return s.actor is None or s.file.checker != s.actor.name
