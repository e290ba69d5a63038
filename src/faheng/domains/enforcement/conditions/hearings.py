"""What must hold for a hearing to be lawful."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.conditions.delivery import takes_effect
from faheng.domains.enforcement.documents.hearing import (
    HearingAnnouncement,
    HearingNotice,
)
from faheng.domains.enforcement.files.hearing import (
    Capacity,
    HearingPerson,
    investigators,
)
from faheng.kernel.clocks.compute import compute, earliest_event, latest_notice
from faheng.kernel.clocks.declare import DAYS
from faheng.kernel.clocks.queries import calendar
from faheng.kernel.clocks.regimes import PENALTY
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

ASKING_DAYS = 5
NOTICE_DAYS = 7
MOST_AGENTS = 2
RIGHT_NOTICE = "PEN-27"


def right_served_on(s: Any) -> date | None:
    """Return the day on which the notice of the right to a hearing was served."""
    told = [p.served_on for p in s.papers if p.code == RIGHT_NOTICE and p.served_on]
    return max(told, default=None)


def last_day_to_ask(s: Any) -> date | None:
    """Return the last day on which a hearing may be asked for."""
    served = right_served_on(s)
    if served is None:
        return None
    ledger = compute(
        regime=PENALTY,
        unit=DAYS,
        length=ASKING_DAYS,
        start_on=served,
        calendar=calendar(),
    )
    return ledger.due_on


@condition(
    "先送达听证告知书",
    basis=PENALTY_LAW.article(63, 1),
    mend="先制作并送达听证告知书",
    watch="LC-11",
)
def right_was_told(s: Any) -> bool:
    """Tell whether the party was told of its right."""
    return right_served_on(s) is not None


@condition(
    "在告知后五个工作日内提出，逾期的说明正当理由",
    basis=PENALTY_LAW.article(64, 1, 1),
    mend="核对提出日期；逾期有正当理由的，填写理由",
    on_given=True,
)
def asked_in_time(s: Any) -> bool:
    """Tell whether the request came in time, or its lateness is excused."""
    last, asked = last_day_to_ask(s), s.file.asked_on
    in_time = last is not None and asked is not None and asked <= last
    return in_time or bool(s.file.late_excuse)


@condition(
    "由非本案调查人员主持听证",
    basis=PENALTY_LAW.article(64, 1, 4),
    mend="另行指定没有参与本案调查的主持人",
    watch="RY-10",
    on_given=True,
)
def host_is_not_investigator(s: Any) -> bool:
    """Tell whether the host never handled the case."""
    return s.file.host_id is None or s.file.host_id not in investigators(s.case)


@condition(
    "使主持人和记录员不是同一人，记录员也不是本案调查人员",
    basis=PENALTY_LAW.article(64, 1, 4),
    mend="另行指定记录员",
    on_given=True,
)
def clerk_is_another(s: Any) -> bool:
    """Tell whether the clerk is neither the host nor an investigator."""
    clerk = s.file.clerk_id
    return clerk != s.file.host_id and clerk not in investigators(s.case)


@condition(
    "由被指定的主持人办理",
    basis=PENALTY_LAW.article(64, 1, 4),
    mend="由被指定的主持人办理，或者先更换主持人",
)
def host_acts(s: Any) -> bool:
    """Tell whether the one who acts is the host of this hearing."""
    return s.actor is None or s.actor.pk == s.file.host_id


def first_possible_day(s: Any) -> date:
    """Return the first day for a hearing whose notice is served today."""
    return earliest_event(PENALTY, DAYS, NOTICE_DAYS, s.on, calendar())


@condition(
    "为提前七个工作日通知当事人留出时间",
    basis=PENALTY_LAW.article(64, 1, 2),
    mend="推后听证日期",
    watch="SX-15",
    on_given=True,
)
def room_for_notice(s: Any) -> bool:
    """Tell whether a notice served today would be early enough."""
    return s.file.held_on is None or s.file.held_on >= first_possible_day(s)


@condition(
    "在举行听证的七个工作日前送达听证通知书",
    basis=PENALTY_LAW.article(64, 1, 2),
    mend="改期，重新通知",
    watch="SX-15",
    on_given=True,
)
def notice_is_early(s: Any) -> bool:
    """Tell whether the notice takes effect seven working days before the day."""
    served, day = takes_effect(s), s.file.held_on
    if served is None or day is None:
        return True
    return served <= latest_notice(PENALTY, DAYS, NOTICE_DAYS, day, calendar())


@condition(
    "公开举行的听证事先公告",
    basis=PENALTY_LAW.article(64, 1, 3),
    mend="先发布听证公告；依法不公开的，填写理由",
    watch="LC-13",
)
def announced_if_public(s: Any) -> bool:
    """Tell whether the hearing was announced, or is closed on a lawful ground."""
    notice = s.paper(HearingNotice)
    announced = [
        p
        for p in s.papers
        if p.document == HearingAnnouncement.key()
        and (notice is None or p.id > notice.id)
    ]
    return not s.file.is_public or bool(announced)


@condition(
    "在通知的时间举行听证",
    basis=PENALTY_LAW.article(64, 1, 2),
    mend="按通知的日期举行；需要变更的，先改期",
)
def after_the_day(s: Any) -> bool:
    """Tell whether the hearing is held on the day that was notified."""
    return bool(s.file.held_on == s.on)


@condition(
    "使听证的日期已到，当事人确已收到通知",
    basis=PENALTY_LAW.article(64, 1, 6),
    mend="听证日期未到的，不能认定缺席",
)
def told_before_it_was_missed(s: Any) -> bool:
    """Tell whether the day of the hearing has come and its notice was served."""
    served, day = s.served(HearingNotice), s.file.held_on
    return served is not None and day is not None and served < day <= s.on


def _present(s: Any) -> list[str]:
    return [row.capacity for row in s.rows(HearingPerson, of_course=True)]


@condition(
    "有当事人或者代理人和案件调查人员参加",
    basis=PENALTY_LAW.article(64, 1, 7),
    mend="补充参加人；当事人缺席的，办理“当事人缺席或者中途退场”",
    on_given=True,
)
def both_sides_came(s: Any) -> bool:
    """Tell whether the party's side and the investigators took part."""
    present = set(_present(s))
    party = present & {Capacity.PARTY, Capacity.AGENT}
    return bool(party) and Capacity.INVESTIGATOR in present


@condition(
    "使当事人委托的代理人不超过二人",
    basis=PENALTY_LAW.article(64, 1, 5),
    mend="核对代理人人数",
    on_given=True,
)
def agents_at_most_two(s: Any) -> bool:
    """Tell whether no more than two agents came."""
    return _present(s).count(Capacity.AGENT) <= MOST_AGENTS


@condition(
    "由当事人或者代理人核对笔录并签字，拒绝签字的由主持人注明",
    basis=PENALTY_LAW.article(64, 1, 8),
    mend="交当事人核对签字，或者由主持人注明拒签情况",
    watch="WS-06",
    on_given=True,
)
def transcript_is_signed(s: Any) -> bool:
    """Tell whether the transcript was signed, or the host noted the refusal."""
    return bool(s.file.signed or s.file.host_note)
