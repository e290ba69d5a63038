"""执法人员: what is watched of officers from day to day, beside any case."""

from __future__ import annotations

from faheng.kernel.law.declare import LocalRule
from faheng.kernel.parties.declare import CertificateKind, CertificateStatus, Post
from faheng.kernel.questions.declare import Scope, Severity, Table, rule
from faheng.kernel.questions.words import days, having, holds_on, parameter, today

TRAINING_RULE = LocalRule("年度培训学时", "各地执法人员培训规定，学时按参数执行")
IDLE_RULE = LocalRule("持证人员管理", "各地行政执法证件管理规定，日数按参数执行")


@rule(
    "持证不在岗长期未执法",
    code="RY-17",
    basis=IDLE_RULE,
    severity=Severity.HINT,
    scope=Scope.CITY,
    mend="调整岗位，或者收回执法证件",
    about="persons",
    facts={
        "last_on": "最近一次办案",
        "idle": "未办案日数",
        "idle_days": "提示日数",
    },
)
def officer_has_been_idle(
    persons: Table,
    certificates: Table,
    organs: Table,
    divisions: Table,
    acts: Table,
    case_officers: Table,
    parameters: Table,
    ctx: Table,
) -> Table:
    """一线持证人员最近一次办案以后，已超过规定日数没有再办案。"""
    on_duty = persons.filter(
        (persons.post == Post.FRONT_LINE.value)
        & ~persons.is_auxiliary
        & (persons.left_on.isnull() | (persons.left_on > today(ctx)))
    )
    cards = certificates.filter(
        (certificates.kind == CertificateKind.ENFORCEMENT.value)
        & (certificates.status == CertificateStatus.VALID.value)
    )
    who = having(
        on_duty,
        cards,
        where=lambda t, c: (t.id == c.person_id) & holds_on(c, today(ctx)),
    )
    last = _last_worked(acts, case_officers)
    t = who.join(last, who.id == last.person_id).select(
        row=who.id,
        organ_id=who.organ_id,
        officer_no=who.officer_no,
        last_on=last.last_on,
    )
    t = _placed(t, organs, divisions)
    t = t.cross_join(ctx.select(asked_on="today"))
    t = t.mutate(idle=days(t.last_on, t.asked_on))
    t = parameter(t, parameters, "idle_days", on="asked_on")
    t = t.filter(t.idle > t.idle_days)
    return t.select("row", "organ_id", "officer_no", "last_on", "idle", "idle_days")


@rule(
    "培训学时不足",
    code="RY-16",
    basis=TRAINING_RULE,
    severity=Severity.HINT,
    scope=Scope.CITY,
    mend="补足培训学时，并登记培训记录",
    about="persons",
    facts={
        "year": "年度",
        "hours": "已登记学时",
        "train_hours_min": "最少学时",
    },
)
def officer_trained_too_little(
    persons: Table,
    certificates: Table,
    organs: Table,
    divisions: Table,
    trainings: Table,
    parameters: Table,
    ctx: Table,
) -> Table:
    """上一年度全年持证的人员，登记的培训学时低于规定。"""
    asked = ctx.select(asked_on="today", year=ctx.today.year() - 1)
    had = trainings.join(asked, trainings.held_on.year() == asked.year)
    had = had.join(persons, trainings.person_id == persons.id).select(
        person_id=trainings.person_id,
        organ_id=persons.organ_id,
        hours=trainings.hours,
    )
    t = _certified_all_year(persons, certificates, had, asked)
    summed = had.group_by("person_id").aggregate(hours=had.hours.sum())
    t = t.left_join(summed, t.row == summed.person_id).select(
        row=t.row,
        organ_id=t.organ_id,
        officer_no=t.officer_no,
        year=t.year,
        asked_on=t.asked_on,
        hours=summed.hours.fill_null(0),
    )
    t = parameter(
        _placed(t, organs, divisions), parameters, "train_hours_min", on="asked_on"
    )
    t = t.filter(t.hours < t.train_hours_min)
    return t.select("row", "organ_id", "officer_no", "year", "hours", "train_hours_min")


def _certified_all_year(
    persons: Table, certificates: Table, had: Table, asked: Table
) -> Table:
    """Return who held a certificate all last year, where trainings are registered.

    Where an organ registered nothing, nothing is known of its people.
    """
    t = having(persons, had, "organ_id")
    t = t.filter(t.left_on.isnull() & ~t.is_auxiliary)
    t = t.select("organ_id", "officer_no", row=t.id).cross_join(asked)
    cards = certificates.filter(
        certificates.kind == CertificateKind.ENFORCEMENT.value
    ).select("person_id", "valid_from", "valid_until")
    return having(
        t,
        cards,
        where=lambda t, c: (
            (t.row == c.person_id)
            & (c.valid_from.year() < t.year)
            & holds_on(c, t.asked_on)
        ),
    )


def _placed(t: Table, organs: Table, divisions: Table) -> Table:
    """Add where the organ of each row stands."""
    homes = organs.join(divisions, organs.division_id == divisions.id).select(
        home_id=organs.id, division_path=divisions.path
    )
    return t.join(homes, t.organ_id == homes.home_id)


def _last_worked(acts: Table, case_officers: Table) -> Table:
    """Return when people last acted, or handled a case in which an officer acted."""
    own = acts.select("occurred_on", person_id=acts.actor_id)
    officers = acts.filter(acts.role == "officer")
    of_case = officers.group_by("case_id").aggregate(last_on=officers.occurred_on.max())
    shared = case_officers.join(of_case, case_officers.case_id == of_case.case_id)
    ended = case_officers.until_on.fill_null(of_case.last_on)
    shared = shared.select(
        occurred_on=(ended < of_case.last_on).ifelse(ended, of_case.last_on),
        person_id=case_officers.person_id,
    )
    every = own.union(shared)
    return every.group_by("person_id").aggregate(last_on=every.occurred_on.max())
