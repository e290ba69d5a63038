"""执法人员: who acted, and whether they were allowed to."""

from __future__ import annotations

from faheng.kernel.questions.declare import Severity, Table, rule
from faheng.kernel.questions.words import holds_on, lacking
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


@rule(
    "执法证过期",
    code="RY-02",
    basis=PENALTY_LAW.article(42, 1),
    severity=Severity.RED,
    mend="更换证件有效的执法人员，重新办理该行为",
    about="acts",
)
def certificate_had_run_out(acts: Table, certificates: Table) -> Table:
    """执法人员办理行为当天，其执法证件均不在有效期内。"""
    done = acts.filter(acts.role == "officer")
    done = done.select("case_id", "occurred_on", row=done.id, person_id=done.actor_id)
    carried = certificates.filter(certificates.kind == "enforcement")
    return lacking(
        done, carried, "person_id", where=lambda t, c: holds_on(c, t.occurred_on)
    )
