"""听证: the party is heard by somebody who did not investigate."""

from __future__ import annotations

from faheng.domains.enforcement.conditions.hearings import (
    after_the_day,
    agents_at_most_two,
    announced_if_public,
    asked_in_time,
    both_sides_came,
    clerk_is_another,
    host_acts,
    host_is_not_investigator,
    notice_is_early,
    right_was_told,
    room_for_notice,
    told_before_it_was_missed,
    transcript_is_signed,
)
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.documents.hearing import (
    HearingAnnouncement,
    HearingNotice,
    HearingReport,
    HearingRequest,
    HearingTermination,
    HearingTranscript,
)
from faheng.domains.enforcement.files.hearing import HearingFile, HearingPerson
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import Procedure, Stage, Step, many
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


class Hearing(Procedure):
    """Asked for, hosted, notified, held or missed; the report goes to the head."""

    title = "听证"
    basis = PENALTY_LAW.article(63)
    file = HearingFile

    requested = Stage("已提出听证要求")
    hosted = Stage("已指定主持人")
    fixed = Stage("听证通知待送达")
    notified = Stage("待举行听证")
    held = Stage("听证已举行")
    ended = Stage("听证结束", final=True)
    waived = Stage("视为放弃听证", final=True)
    withdrawn = Stage("当事人撤回", final=True)
    declined = Stage("不组织听证", final=True)

    request = Step(
        "提出听证要求",
        at=None,
        to=requested,
        by=(Role.OFFICER, Role.TEAM_LEAD, Role.RECORDER),
        basis=PENALTY_LAW.article(64, 1, 1),
        asks=["asked_on", "asked_how", "claims"],
        optional=["late_excuse"],
        requires=[right_was_told, asked_in_time],
        issues=[HearingRequest],
        rows=["P05.3", "P05.13"],
        note="组织听证的费用由行政机关承担，不向当事人收取",
    )
    appoint = Step(
        "指定听证主持人",
        at=requested,
        to=hosted,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(64, 1, 4),
        asks=["host", "clerk"],
        requires=[host_is_not_investigator, clerk_is_another],
        rows=["P05.5"],
    )
    decline = Step(
        "不组织听证",
        at=requested,
        to=declined,
        by=Role.HEAD,
        basis=PENALTY_LAW.article(64, 1, 1),
        asks=["refusal"],
        aside=True,
        rows=["P05.3"],
        note="逾期提出又无正当理由，或者不属于听证范围的",
    )
    fix = Step(
        "确定听证时间、地点",
        at=hosted,
        to=fixed,
        by=(Role.HOST, Role.RECORDER, Role.TEAM_LEAD),
        basis=PENALTY_LAW.article(64, 1, 2),
        asks=["held_on", "held_time", "place"],
        optional=["closed_ground"],
        requires=[room_for_notice],
        issues=[HearingNotice],
        rows=["P05.4", "P05.6"],
        note="除涉及国家秘密、商业秘密、个人隐私外，听证公开举行",
    )
    serve = Step(
        "送达听证通知书",
        at=fixed,
        to=notified,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(64, 1, 2),
        requires=[notice_is_early, *LAWFUL_SERVICE],
        serves=[HearingNotice],
        rows=["P05.4"],
    )
    announce = Step(
        "发布听证公告",
        at=(fixed, notified),
        by=(Role.RECORDER, Role.HOST),
        basis=PENALTY_LAW.article(64, 1, 3),
        issues=[HearingAnnouncement],
        rows=["P05.6"],
    )
    replace_host = Step(
        "更换听证主持人",
        at=(hosted, fixed, notified),
        by=Role.HEAD,
        basis=PENALTY_LAW.article(64, 1, 4),
        asks=["host", "recusal_reason"],
        requires=[host_is_not_investigator, clerk_is_another],
        aside=True,
        rows=["P05.5"],
        note="当事人认为主持人与本案有直接利害关系的，有权申请回避",
    )
    postpone = Step(
        "改期",
        at=(fixed, notified),
        to=hosted,
        by=(Role.HOST, Role.TEAM_LEAD),
        basis=PENALTY_LAW.article(64, 1, 2),
        asks=["postpone_reason"],
        aside=True,
        rows=["P05.4"],
        note="改期后重新确定时间并提前七个工作日通知",
    )
    hold = Step(
        "举行听证",
        at=notified,
        to=held,
        by=Role.HOST,
        basis=PENALTY_LAW.article(64, 1, 7),
        asks=["proposal", "defence", "challenge", "last_words", "signed"],
        optional=["host_note"],
        adds=[many(HearingPerson, least=2)],
        requires=[
            host_acts,
            host_is_not_investigator,
            announced_if_public,
            after_the_day,
            both_sides_came,
            agents_at_most_two,
            transcript_is_signed,
        ],
        issues=[HearingTranscript],
        rows=["P05.6", "P05.7", "P05.9", "P05.10"],
    )
    miss = Step(
        "当事人缺席或者中途退场",
        at=notified,
        to=waived,
        by=Role.HOST,
        basis=PENALTY_LAW.article(64, 1, 6),
        asks=["missed", "missed_facts"],
        requires=[host_acts, told_before_it_was_missed],
        issues=[HearingTermination],
        aside=True,
        rows=["P05.8"],
    )
    withdraw = Step(
        "当事人撤回听证要求",
        at=(requested, hosted, fixed, notified),
        to=withdrawn,
        by=(Role.OFFICER, Role.HOST, Role.RECORDER),
        basis=PENALTY_LAW.article(64, 1, 1),
        asks=["withdrawal"],
        aside=True,
        rows=["P05.3"],
    )
    report = Step(
        "提交听证报告",
        at=held,
        to=ended,
        by=Role.HOST,
        basis=PENALTY_LAW.article(65),
        asks=["findings", "disputes", "opinion"],
        requires=[host_acts],
        issues=[HearingReport],
        rows=["P05.11"],
        note="听证后作出决定前须经法制审核（行政处罚法第58条）；决定应当根据听证笔录作出",
    )
