"""What is checked before a step is carried out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from faheng.kernel.cases.actions.moment import Request
from faheng.kernel.cases.errors import (
    NotYours,
    Problem,
    SomebodyWasFirst,
)
from faheng.kernel.cases.models import Act, CaseOfficer, Course
from faheng.kernel.cases.situation import Situation
from faheng.kernel.cases.taking_part import organ_ids_as
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.declare import PROCEDURES, Condition, Step

SLACK = timedelta(minutes=2)
"""Clocks of two machines may differ by this much."""


def role_of(request: Request) -> tuple[Role, list[Problem]]:
    """Find the role in which the viewer acts.

    Raises:
        NotYours: by `take`, when none of the step's roles is held; at either
            entrance, for somebody who holds no role in the organ and only looks on.
    """
    step, viewer = request.step, request.viewer
    acting = organ_ids_as(request.course.case, step.part)
    if not any(held in acting for _, held in viewer.roles):
        raise NotYours
    role = role_for(viewer, request.course, step)
    if role is not None:
        return role, []
    who = "、".join(role.title for role in step.roles)
    sentence = f"“{step.title}”应当由{who}办理"
    if not request.lenient:
        message = f"{sentence}。"
        raise NotYours(message)
    problem = Problem(sentence, str(step.basis), key="role")
    return step.roles[0], [problem]


def role_for(
    viewer: Viewer,
    course: Course,
    step: Step,
    named: Collection[int] | None = None,
) -> Role | None:
    """Return the role in which a viewer may take a step, if any.

    Once officers have been named for a case, only they act in it as officers.

    Args:
        viewer: who would act.
        course: on what course.
        step: what.
        named: the case's officers, where they were read already.
    """
    acting = organ_ids_as(course.case, step.part)
    held = [r for r in step.roles if any(viewer.has(r, pk) for pk in acting)]
    for role in held:
        if role is not Role.OFFICER or step.opens or _handles(viewer, course, named):
            return role
    return None


def _handles(viewer: Viewer, course: Course, named: Collection[int] | None) -> bool:
    if named is None:
        rows = CaseOfficer.objects.filter(case=course.case_id, until_on__isnull=True)
        named = set(rows.values_list("person", flat=True))
    return not named or viewer.person_id in named


def before(request: Request) -> list[Problem]:
    """Return what is wrong with the order and the time of a step.

    Raises:
        SomebodyWasFirst: the course has moved since the viewer looked.
    """
    course, step = request.course, request.step
    if request.version is not None and request.version != course.version:
        raise SomebodyWasFirst
    return [*out_of_order(course, step), *_dates(request)]


def out_of_order(course: Course, step: Step) -> list[Problem]:
    """Say why a step cannot be taken where a course stands, if it cannot."""
    if step.opens:
        return []
    stage = PROCEDURES[course.procedure].stages()[course.stage]
    if step.possible_at(stage):
        return []
    return [
        Problem(
            f"现在处于“{stage.title}”阶段，不能{step.title}",
            str(step.basis),
            mend="按程序先办前面的步骤",
            key="order",
        )
    ]


def _dates(request: Request) -> list[Problem]:
    moment = request.moment
    if moment.occurred_at > moment.now + SLACK:
        return [Problem("发生时间晚于现在", field="occurred_at", key="future")]
    last = _last_at(request)
    if last is not None and moment.occurred_at < last - SLACK:
        return [
            Problem(
                f"发生时间早于上一步（{last:%Y-%m-%d}）",
                str(request.step.basis),
                mend="核对日期；确属事后补记的，用“补录”",
                field="occurred_at",
                key="date_order",
            )
        ]
    return []


def _last_at(request: Request) -> datetime | None:
    """Return when the act before happened; a step that opens has none before it."""
    if request.step.opens:
        return None
    acts = Act.objects.filter(course=request.course).order_by("-seq")
    return acts.values_list("occurred_at", flat=True).first()


def requirements(situation: Situation, step: Step) -> list[Problem]:
    """Return the declared conditions that do not hold."""
    unheld = [
        unmet(condition) for condition in step.requires if not condition.test(situation)
    ]
    return unheld + _too_long(situation, step)


def _too_long(situation: Situation, step: Step) -> list[Problem]:
    """Refuse an extension beyond what the declaration allows."""
    extends = step.extends
    if extends is None or extends.most is None:
        return []
    if (situation.given.get(extends.by) or 0) <= extends.most:
        return []
    sentence = f"延长至多 {extends.most} {extends.unit.title}"
    return [Problem(sentence, str(step.basis), field=extends.by, key="extension")]


def unmet(condition: Condition) -> Problem:
    """Put a condition that does not hold into a sentence."""
    return Problem(
        f"须{condition.says}",
        str(condition.basis),
        mend=condition.mend,
        key=condition.key,
        watch=condition.watch,
    )
