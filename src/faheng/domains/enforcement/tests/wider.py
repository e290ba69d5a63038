"""A rule wider than a case, and cases that are near each other in one respect."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from inspect import Parameter, Signature

from faheng.domains.enforcement.files.penalty import PenaltyFile
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.rules.scopes import ITEM, PLACE
from faheng.domains.enforcement.tests.cast import CN
from faheng.kernel.alerts.models import Finding
from faheng.kernel.cases.models import Act, Case, CaseOfficer, CaseParty, Course
from faheng.kernel.parties.models import Division, Organ, Party, Person
from faheng.kernel.questions import binding, compiling, contract, gates
from faheng.kernel.questions.declare import QUESTIONS, RULES, Near, Question, Scope
from faheng.kernel.questions.words import having

NOW = datetime(2026, 6, 1, 10, tzinfo=CN)
WRONG = "闻"
CODE, OF_ORGAN = "LC-wider-{}", "LC-wider-organs"
"""Texts compiled for other questions are kept under the codes of these."""

MATTER = Scope("matter", Near.by("cases.organ_id+matter"))
"""By two columns together."""

SCOPES = [
    Scope.PARTY,
    Scope.OFFICER,
    Scope.ORGAN,
    Scope.DIVISION,
    Scope.CITY,
    ITEM,
    PLACE,
    MATTER,
]


def asking(scope):
    """Make a rule: another case of the group is called by a word."""
    near = scope.near[0] if scope.near else None
    members = near.table if near and near.table != "cases" else ""

    def ask(cases, *more):
        t = cases.select("case_id", "title", "organ_id", "division_path", "matter")
        if more:
            (grouped,) = more
            t = t.join(grouped, t.case_id == grouped.case_id).select(
                case_id=t.case_id,
                title=t.title,
                **{name: grouped[name] for name in near.columns},
            )
        told = t.filter(t.title == WRONG)
        same = near.columns if near else ()
        return having(t, told, *same, where=lambda t, o: t.case_id != o.case_id).select(
            "case_id"
        )

    _reads(ask, "cases", *([members] if members else []))
    return Question(CODE.format(scope.key), ask, scope)


def asking_of_organs():
    """Make a rule that tells of organs, not of cases."""

    def ask(cases):
        return cases.filter(cases.title == WRONG).select("organ_id").distinct()

    _reads(ask, "cases")
    return Question(OF_ORGAN, ask, Scope.ORGAN)


def _reads(ask, *tables):
    kind = Parameter.POSITIONAL_OR_KEYWORD
    ask.__signature__ = Signature([Parameter(name, kind) for name in tables])


@contextmanager
def only(monkeypatch, *questions):
    """Ask these questions and no others."""
    contract.tables()  # what follows from declarations is declared with them
    _forget()
    with monkeypatch.context() as patch:
        patch.setattr(QUESTIONS, "_things", {one.key: one for one in questions})
        patch.setattr(RULES, "_things", {})
        yield
    _forget()


def _forget():
    compiling.forget()
    binding.forget()
    gates.forget()


def lay_out(scope):
    """Write two cases that are near each other in one respect, and a stranger."""
    cases = [_case(place) for place in range(3)]
    first, second, _ = cases
    _ALIKE[scope.key](first, second)
    return cases


def call(case, title):
    """Change what a case is called, by an act; the watermark before it is given."""
    before = Act.objects.latest("pk").pk
    Case.objects.filter(pk=case.pk).update(title=title)
    _act(case)
    return before


def open_findings():
    """Give the cases, or else the organs, of what is open."""
    rows = Finding.objects.filter(cleared_at__isnull=True)
    return {one.case_id or -one.organ_id for one in rows}


def _case(place):
    organ = list(Organ.objects.order_by("pk"))[place]
    person = list(Person.objects.order_by("pk"))[place]
    case = Case.objects.create(
        title="案件",
        procedure="enforcement.ordinary_penalty",
        organ=organ,
        division_path=f"44/{place}",
        matter=f"事项{place}",
        stage="registered",
        opened_on=NOW.date(),
    )
    course = Course.objects.create(
        case=case, procedure=case.procedure, stage=case.stage, opened_at=NOW
    )
    act = _act(case)
    whole = {"case": case, "course": course, "act": act}
    CaseOfficer.objects.create(person=person, **whole)
    party = Party.objects.create(kind="citizen", name=f"当事人{place}", recorded_at=NOW)
    CaseParty.objects.create(party=party, name=party.name, **whole)
    division = list(Division.objects.order_by("pk"))[place]
    item = EnforcementItem.objects.create(
        code=f"44{place:010}",
        name=f"事项{place}",
        field="city",
        valid_from=NOW.date() - timedelta(days=900),
        recorded_at=NOW,
    )
    PenaltyFile.objects.create(course=course, item=item, place_division=division)
    return case


def _act(case):
    case.refresh_from_db()
    case.acts += 1
    case.save(update_fields=["acts"])
    return Act.objects.create(
        case=case,
        course=Course.objects.get(case=case),
        seq=case.acts,
        step="begin",
        actor=Person.objects.order_by("pk").first(),
        role="officer",
        stage_to=case.stage,
        occurred_at=NOW,
        occurred_on=NOW.date(),
        recorded_at=NOW,
    )


def _same(model, name):
    def alike(first, second):
        told = getattr(model.objects.get(course__case=first), f"{name}_id")
        other = Course.objects.get(case=second)
        model.objects.filter(course=other).update(**{f"{name}_id": told})

    return alike


def _same_case(*names):
    def alike(first, second):
        told = {name: getattr(first, name) for name in names}
        Case.objects.filter(pk=second.pk).update(**told)

    return alike


_ALIKE = {
    "party": _same(CaseParty, "party"),
    "officer": _same(CaseOfficer, "person"),
    "organ": _same_case("organ_id"),
    "division": _same_case("division_path"),
    "city": lambda first, second: None,
    "item": _same(PenaltyFile, "item"),
    "place": _same(PenaltyFile, "place_division"),
    "matter": _same_case("organ_id", "matter"),
}
