"""A handful of supervisions and complaints of the demo city."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from faheng.domains.supervision.intake.actions import Told, receive
from faheng.domains.supervision.intake.models import ComplaintSlip
from faheng.kernel.cases.actions import Moment, open_case, take
from faheng.kernel.cases.models import Case, Course
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.parties.models import Organ, Person
from faheng.kernel.parties.queries import Viewer, viewer_of

SUPERVISION = "supervision.enforcement_supervision"
COMPLAINT = "supervision.enforcement_complaint"


def load_supervision(day: date) -> bool:
    """Write them as the supervisor and the supervised would have taken them."""
    if Case.objects.filter(procedure=SUPERVISION).exists():
        return False
    supervisor = Person.objects.get(user__username="supervisor")
    head = Person.objects.get(user__username="head")
    _waiting_for_correction(supervisor, head, day)
    _overdue_notice(supervisor, head, day)
    _complaints(supervisor, head, day)
    return True


def _at(day: date, back: int) -> datetime:
    """Give ten in the morning so many working days before."""
    on = calendar().add_workdays(day, -back)
    return timezone.make_aware(datetime.combine(on, time(10)))


def _acting(person: Person, at: datetime) -> tuple[Viewer, Moment]:
    return viewer_of(person.pk, timezone.localdate(at)), Moment(at)


def _go_on(
    person: Person, course: Course, step: str, values: Mapping[str, Any], at: datetime
) -> None:
    viewer, moment = _acting(person, at)
    take(viewer, course.pk, step, values, moment)


def _supervised(
    supervisor: Person, organ: Organ, at: datetime, matter: str, question: str
) -> Course:
    viewer, moment = _acting(supervisor, at)
    case = Case.objects.filter(organ=organ).exclude(number="").order_by("pk").first()
    rows = [{"supervised": str(case.pk), "question": question}] if case else []
    values = {
        "supervised": organ,
        "ground": "alert",
        "matter": matter,
        "facts": question,
        "supervised_matter": rows,
    }
    act = open_case(viewer, SUPERVISION, "open", supervisor.organ_id, values, moment)
    return act.course


def _waiting_for_correction(supervisor: Person, head: Person, day: date) -> None:
    """A notice was answered, the opinion waits for its correction."""
    began = _at(day, 12)
    course = _supervised(
        supervisor, head.organ, began, "办案超期", "立案以后长时间没有取证"
    )
    notice = {
        "matter": "没有取证的原因",
        "needed": "案件办理情况说明",
        "due_on": (began + timedelta(days=7)).date(),
    }
    _go_on(supervisor, course, "notify", {"supervision_notice": [notice]}, began)
    answer = {"content": "主办人员病休，没有及时更换，现在已经更换。"}
    values: dict[str, Any] = {"supervision_reply": [answer]}
    _go_on(head, course, "answer", values, _at(day, 8))
    opinion = {
        "problem": "主办人员离岗期间没有及时更换，案件停滞",
        "reasons": "案件应当在法定期限内办结，人员变动不停止期限",
        "suggestion": "制定取证计划，建立离岗交接制度",
        "due_on": day + timedelta(days=9),
    }
    values = {"supervision_opinion": [opinion]}
    _go_on(supervisor, course, "opine", values, _at(day, 6))


def _overdue_notice(supervisor: Person, head: Person, day: date) -> None:
    """An opinion that nobody has answered in time."""
    began = _at(day, 20)
    course = _supervised(
        supervisor, head.organ, began, "送达不规范", "送达回证没有见证人签名"
    )
    opinion = {
        "problem": "留置送达没有见证人，也没有全程录像",
        "reasons": "留置送达应当有见证人或者录像",
        "suggestion": "重新送达",
        "due_on": _at(day, 2).date(),
    }
    values = {"supervision_opinion": [opinion]}
    _go_on(supervisor, course, "opine", values, began)


TOLD = (
    "两名执法人员到店检查，没有出示证件，也没有留下检查记录。",
    "反映占道经营两个月，没有人来处理。",
    "同一件事一个月内检查了四次，影响营业。",
)


def _complaints(supervisor: Person, head: Person, day: date) -> None:
    """One is looked into, two wait in the tray."""
    slips = [_told(text, head.organ, _at(day, 9 - no)) for no, text in enumerate(TOLD)]
    at = _at(day, 7)
    viewer, moment = _acting(supervisor, at)
    values = {
        "slip": slips[0],
        "about_organ": head.organ,
        "about": "procedure",
        "summary": "检查时没有出示证件",
        "received_on": timezone.localdate(slips[0].received_at),
    }
    act = open_case(viewer, COMPLAINT, "register", supervisor.organ_id, values, moment)
    _go_on(supervisor, act.course, "accept", {}, _at(day, 6))
    values = {
        "organ_question": "检查时是否出示证件",
        "organ_due_on": day + timedelta(days=5),
    }
    _go_on(supervisor, act.course, "ask_organ", values, _at(day, 5))


def _told(text: str, organ: Organ, at: datetime) -> ComplaintSlip:
    slip, _ = receive(Told(text, organ_id=organ.pk), at)
    return slip
