"""What a hearing knows, and who took part in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.kernel.cases.columns import (
    choice,
    day,
    line,
    text,
    tick,
)
from faheng.kernel.cases.models import Case, CaseFile, CaseOfficer, CaseRow
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment, Organ, Person
from faheng.kernel.parties.queries import valid_on


class Asked(models.TextChoices):
    """How the party asked for a hearing."""

    WRITTEN = "written", "书面提出"
    ORAL = "oral", "口头提出，已记入笔录"


class Closed(models.TextChoices):
    """Why a hearing is not held in public (行政处罚法 art. 64)."""

    STATE = "state", "涉及国家秘密"
    TRADE = "trade", "涉及商业秘密"
    PRIVACY = "privacy", "涉及个人隐私"


class Missed(models.TextChoices):
    """How the party let the hearing go."""

    ABSENT = "absent", "无正当理由拒不出席"
    LEFT = "left", "未经许可中途退出"


class Capacity(models.TextChoices):
    """In what capacity somebody takes part."""

    PARTY = "party", "当事人"
    AGENT = "agent", "委托代理人"
    THIRD = "third", "第三人"
    INVESTIGATOR = "investigator", "案件调查人员"
    MEMBER = "member", "听证员"
    WITNESS = "witness", "证人"
    EXPERT = "expert", "鉴定人、翻译人员"


class HearingFile(CaseFile):
    """One hearing, from the request to the report."""

    asked_on = day("提出听证要求日期")
    asked_how = choice("提出方式", Asked)
    claims = text("听证要求和理由")
    late_excuse = line("逾期提出的正当理由", 300)
    refusal = line("不组织听证的理由", 300)
    host = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="听证主持人",
    )
    clerk = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="记录员",
    )
    recusal_reason = line("更换主持人的理由", 300)
    held_on = day("听证日期")
    held_time = models.TimeField("听证时间", null=True, blank=True)
    place = line("听证地点")
    closed_ground = choice("不公开听证的理由", Closed)
    postpone_reason = line("延期理由", 300)
    proposal = text("调查人员提出的事实、证据和处罚建议")
    defence = text("当事人的申辩")
    challenge = text("质证情况")
    last_words = text("最后陈述")
    signed = tick("当事人或者代理人已在笔录上签字")
    host_note = line("拒绝签字的，主持人注明", 300)
    missed = choice("视为放弃的情形", Missed)
    missed_facts = line("缺席或者退场经过", 300)
    withdrawal = line("撤回听证要求的说明", 300)
    findings = text("听证查明的事实")
    disputes = text("争议焦点")
    opinion = text("处理意见和建议")

    class Meta:
        verbose_name = "听证"

    @property
    def is_public(self) -> bool:
        """Whether the hearing is held in public."""
        return not self.closed_ground

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer the hosts of the organ and those above it; a clerk from the organ."""
        if name == "host":
            return _holders(case.organ, on)
        if name == "clerk":
            return Person.objects.filter(organ__in=_line(case.organ)).order_by(
                "officer_no"
            )
        return None


class HearingPerson(CaseRow):
    """Somebody who takes part in a hearing."""

    capacity = models.CharField("身份", max_length=12, choices=Capacity.choices)
    name = models.CharField("姓名", max_length=60)
    remark = line("单位、职务或者委托权限")

    class Meta:
        verbose_name = "听证参加人"

    def __str__(self) -> str:
        return f"{self.get_capacity_display()}{self.name}"


def investigators(case: Case) -> set[int]:
    """Return everybody who ever handled the case."""
    return set(CaseOfficer.objects.filter(case=case).values_list("person", flat=True))


def _line(organ: Organ) -> list[int]:
    """Return the organ and those above it, who lend it their hosts."""
    line, above = [organ.pk], organ.parent
    while above is not None:
        line.append(above.pk)
        above = above.parent
    return line


def _holders(organ: Organ, on: date) -> models.QuerySet[Person]:
    held = Appointment.objects.filter(
        valid_on(on), role=Role.HOST, organ__in=_line(organ)
    )
    return Person.objects.filter(pk__in=held.values("person")).order_by("officer_no")
