"""回避: who is too close to a case leaves it."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.conditions.officers import two_certified
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.documents.recusal import RecusalDecision
from faheng.domains.enforcement.files.recusal import RecusalFile, RecusedOfficer
from faheng.kernel.cases.models import CaseOfficer
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import (
    Adds,
    Procedure,
    Stage,
    Step,
    condition,
    one,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

DECISIONS = {"PEN-37", "PEN-38", "PEN-40"}


@condition(
    "在处罚决定作出之前提出",
    basis=PENALTY_LAW.article(43),
    mend="决定已经作出的，通过行政复议或者行政诉讼提出",
)
def before_the_decision(s: Any) -> bool:
    """Tell whether no decision has been made yet."""
    return not any(paper.code in DECISIONS for paper in s.papers)


@condition(
    "使退出办案的人员就是被申请回避的人员",
    basis=PENALTY_LAW.article(43, 3),
    mend="选择被申请回避的执法人员",
    on_given=True,
)
def same_officer(s: Any) -> bool:
    """Tell whether the officer who leaves is the one who was named."""
    given = s.given.get("recused_officer", [])
    return all(row.get("person") == s.file.officer for row in given)


@condition(
    "由被申请回避的人员以外的负责人决定",
    basis=PENALTY_LAW.article(43, 3),
    mend="由其他负责人决定",
    watch="RY-08",
)
def not_in_own_cause(s: Any) -> bool:
    """Tell whether the head does not decide about himself."""
    return s.actor is None or s.actor.pk != s.file.officer_id


class Recusal(Procedure):
    """Asked for, decided by the head, told; the investigation goes on meanwhile."""

    title = "回避"
    basis = PENALTY_LAW.article(43)
    file = RecusalFile

    raised = Stage("待决定")
    granted = Stage("准予回避，待告知")
    denied = Stage("驳回申请，待告知")
    ended = Stage("已告知", final=True)

    apply = Step(
        "提出回避",
        at=None,
        to=raised,
        by=(Role.OFFICER, Role.TEAM_LEAD),
        basis=PENALTY_LAW.article(43, 2),
        asks=[
            "applicant",
            "applicant_name",
            "applied_on",
            "officer",
            "ground",
            "facts",
        ],
        requires=[before_the_decision],
        rows=["P02.3"],
        note="决定作出之前，不停止调查",
    )
    grant = Step(
        "准予回避",
        at=raised,
        to=granted,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(43, 3),
        asks=["decision_reasons"],
        adds=[one(RecusedOfficer), Adds(CaseOfficer, least=0, most=None)],
        requires=[before_the_decision, not_in_own_cause, same_officer, two_certified],
        issues=[RecusalDecision],
        rows=["P02.3"],
        note="办案人员不足两人的，同时指派接替人员",
    )
    deny = Step(
        "驳回回避申请",
        at=raised,
        to=denied,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(43, 3),
        asks=["decision_reasons"],
        requires=[before_the_decision, not_in_own_cause],
        issues=[RecusalDecision],
        rows=["P02.3"],
    )
    tell = Step(
        "告知回避决定",
        at=(granted, denied),
        to=ended,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(43, 3),
        requires=LAWFUL_SERVICE,
        serves=[RecusalDecision],
        rows=["P02.3"],
    )
