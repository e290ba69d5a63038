"""Who may act, and how they make themselves known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from faheng.domains.enforcement.local import local
from faheng.domains.enforcement.rows import Questioning, SceneExamination
from faheng.kernel.parties.queries import uncertified
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

SECONDS_AN_HOUR = 3600


@condition(
    "有两名以上持有效执法证件的执法人员办理",
    basis=PENALTY_LAW.article(42),
    mend="由办案机构负责人指派证件有效、领域相符的人员",
    watch="RY-01",
)
def two_certified(s: Any) -> bool:
    """Tell whether two officers handle the case and all may enforce that day."""
    field = s.main.item.field if s.main.item else ""
    problems = uncertified(s.officers, s.on, field)
    return len(problems) >= 2 and not any(problems)


officers_named = replace(two_certified, on_given=True)
"""The same where the step itself names the officers: not to be told beforehand."""


@condition(
    "确定一名主办人员",
    basis=PENALTY_LAW.article(42),
    mend="在办案人员中勾选一名“主办”",
    on_given=True,
)
def one_lead(s: Any) -> bool:
    """Tell whether exactly one of the officers given leads."""
    given = s.given.get("case_officer", [])
    return sum(bool(row.get("is_lead")) for row in given) == 1


@condition(
    "主动出示执法证件",
    basis=PENALTY_LAW.article(55, 1),
    mend="先出示执法证件，再勾选",
    watch="RY-15",
    on_given=True,
)
def certificates_shown(s: Any) -> bool:
    """Tell whether certificates were shown at the questioning or the check."""
    given = [*s.given.get("questioning", []), *s.given.get("scene_examination", [])]
    return all(row.get("certificates_shown") for row in given)


@condition(
    "告知被询问人申请回避的权利和如实回答的义务",
    basis=PENALTY_LAW.article(43),
    mend="告知后再勾选",
    on_given=True,
)
def rights_told(s: Any) -> bool:
    """Tell whether the person questioned was told of rights and duties."""
    return all(row.get("rights_told") for row in s.given.get("questioning", []))


@condition(
    "使笔录的结束时间晚于开始时间，并且不晚于现在、不超过单次最长时间",
    basis=PENALTY_LAW.article(55, 2),
    mend="核对起止时间",
    watch="WS-13",
    on_given=True,
)
def times_in_order(s: Any) -> bool:
    """Tell whether records end after they begin and before now."""
    given = [*s.given.get("questioning", []), *s.given.get("scene_examination", [])]
    most = local("record_max_hours")(s) * SECONDS_AN_HOUR
    spans = [(r.get("started_at"), r.get("ended_at")) for r in given]
    return all(
        a and b and a < b <= s.at and (b - a).total_seconds() <= most for a, b in spans
    )


@condition(
    "避免同一执法人员在同一时间制作两份笔录",
    basis=PENALTY_LAW.article(55, 2),
    mend="核对起止时间，或者更正在先的笔录",
    watch="RY-09",
    on_given=True,
)
def not_in_two_places(s: Any) -> bool:
    """Tell whether no officer of the case made another record meanwhile."""
    people = [person.pk for person in s.officers]
    given = [*s.given.get("questioning", []), *s.given.get("scene_examination", [])]
    return all(_records(row, people) <= 1 for row in given)


def _records(row: Any, people: list[int]) -> int:
    """Count the records that officers made in a span; the new one is among them."""
    return sum(
        model.objects
        .filter(
            case__caseofficer_rows__person__in=people,
            case__caseofficer_rows__until_on__isnull=True,
            started_at__lt=row.get("ended_at"),
            ended_at__gt=row.get("started_at"),
        )
        .distinct()
        .count()
        for model in (Questioning, SceneExamination)
    )
