"""步骤表单: what signing will do, what must hold, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.translation import gettext

from faheng.kernel.cases.errors import Problem
from faheng.kernel.cases.models import Course
from faheng.kernel.cases.queries import looking
from faheng.kernel.cases.situation import Situation
from faheng.kernel.law.declare import Basis
from faheng.kernel.pages.names import in_english, measured, titled
from faheng.kernel.procedures.declare import Condition, Step, Term
from faheng.lib.text import numeral
from faheng.web import parts
from faheng.web.present.grounds import ground
from faheng.web.stepform import Rows, StepForm
from faheng.web.target import Target


@dataclass(frozen=True)
class Gate:
    """A condition, and whether it holds already."""

    says: str
    citation: Basis
    mend: str
    state: str


@dataclass(frozen=True)
class Fault:
    """One thing to change: what is wrong, on what ground, and where."""

    sentence: str
    citation: Basis | None
    mend: str
    anchor: str


@dataclass(frozen=True)
class Section:
    """A numbered section of the form."""

    number: str
    title: str
    rows: Rows | None = None


def then(step: Step) -> tuple[parts.Link, ...]:
    """What happens once a step is signed, read off its declaration."""
    return (*_papers(step), *_clocks(step), *_moves(step))


def _papers(step: Step) -> Iterator[parts.Link]:
    for paper in step.issues:
        yield parts.Link(
            gettext("制作《%(paper)s》") % {"paper": titled(paper)}, icon="file-text"
        )
    for paper in step.serves:
        yield parts.Link(
            gettext("登记送达《%(paper)s》") % {"paper": titled(paper)}, icon="send"
        )
    if step.numbers:
        yield parts.Link(
            gettext("编案号（%(numbers)s）") % {"numbers": step.numbers}, icon="hash"
        )


def _clocks(step: Step) -> Iterator[parts.Link]:
    said = (
        (gettext("停「{}」"), "square", step.stops),
        (gettext("「{}」暂停计算"), "player-pause", step.pauses),
        (gettext("「{}」恢复计算"), "player-play", step.resumes),
        (
            gettext("延长「{}」"),
            "calendar-plus",
            [step.extends.term] if step.extends else [],
        ),
    )
    for words, icon, terms in said:
        yield from (parts.Link(words.format(titled(t)), icon=icon) for t in terms)
    for term in step.starts:
        yield parts.Link(
            gettext("启「%(term)s」%(length)s")
            % {"term": titled(term), "length": _length(term)},
            icon="player-play",
        )


def _moves(step: Step) -> Iterator[parts.Link]:
    if step.to is not None:
        ends = gettext("，办结") if step.to.final else ""
        yield parts.Link(
            gettext("进入“%(to)s”%(ends)s") % {"to": titled(step.to), "ends": ends},
            icon="arrow-right",
        )


def _length(term: Term) -> str:
    if callable(term.length) or term.until is not None:
        return ""
    return f" {measured(term.length, term.unit)}"


def gates(target: Target) -> tuple[Gate, ...]:
    """The conditions of a step: those that hold, that do not, and that are to come."""
    if target.course is None:
        return tuple(
            Gate(c.says, c.basis, c.mend, "hint") for c in target.step.requires
        )
    unmet = _unmet(target, target.course)
    return tuple(_gate(one, unmet) for one in target.step.requires)


def _unmet(target: Target, course: Course) -> set[str]:
    situation = Situation(target.case, course, target.now)
    return {problem.key for problem in looking(situation, target.step)}


def _gate(condition: Condition, unmet: set[str]) -> Gate:
    state = "soon" if condition.key in unmet else "done"
    if condition.on_given:
        state = "hint"
    return Gate(condition.says, condition.basis, condition.mend, state)


def about(target: Target) -> tuple[tuple[str, str], ...]:
    """The case a step belongs to, in a few words."""
    course, case = target.course, target.case
    if course is None and not case.pk:
        return ((gettext("办案单位"), case.organ.name),)
    stage = target.procedure.stages().get(course.stage) if course else None
    said = (
        (gettext("案号"), case.number or gettext("未编号")),
        (gettext("当事人"), case.party_name),
        (gettext("程序"), titled(target.procedure)),
        (gettext("现在"), titled(stage) if stage else ""),
    )
    return tuple((name, value) for name, value in said if value)


def sections(form: StepForm) -> tuple[Section, ...]:
    """The numbered sections of a form."""
    titles: list[tuple[str, Rows | None]] = []
    if form.file.fields:
        titles.append((gettext("填写"), None))
    titles += [(rows.title, rows) for rows in form.rows]
    english = in_english()
    return tuple(
        Section(str(place) if english else numeral(place), title, rows)
        for place, (title, rows) in enumerate(titles, start=1)
    )


def faults(form: StepForm, problems: Sequence[Problem], on: date) -> tuple[Fault, ...]:
    """Everything to change, in one list; what belongs to a field stands there too.

    What concerns the whole step comes first, then the fields from top to bottom.
    """
    ids = _ids(form)
    own = list(_own(form, ids))
    known = {fault.anchor for fault in own}
    found = [_fault(problem, ids, on) for problem in problems]
    for problem in problems:
        _beside(form, problem)
    whole = [fault for fault in found if not fault.anchor]
    beside = [fault for fault in found if fault.anchor and fault.anchor not in known]
    return tuple(dict.fromkeys([*whole, *own, *beside]))


def _own(form: StepForm, ids: dict[str, str]) -> Iterator[Fault]:
    for bound in [*form.bound_forms, form.when]:
        for name, errors in bound.errors.items():
            label = bound.fields[name].label if name in bound.fields else ""
            anchor = ids.get(bound.add_prefix(name), "")
            for error in errors:
                sentence = f"{label}：{error}" if label else str(error)
                yield Fault(sentence, None, "", anchor)


def _ids(form: StepForm) -> dict[str, str]:
    return {
        bound.add_prefix(name): bound[name].id_for_label or bound[name].auto_id
        for bound in [*form.bound_forms, form.when]
        for name in bound.fields
    }


def _fault(problem: Problem, ids: dict[str, str], on: date) -> Fault:
    basis = ground(problem.basis, on)
    anchor = ids.get(problem.field, "")
    if not anchor and problem.field:
        anchor = f"rows_{problem.field.split('-')[0]}"
    return Fault(problem.sentence, basis, problem.mend, anchor)


def _beside(form: StepForm, problem: Problem) -> None:
    """Repeat a problem at its field, unless the field found it by itself."""
    for bound in [*form.bound_forms, form.when]:
        for name in bound.fields:
            if bound.add_prefix(name) == problem.field and not bound.errors.get(name):
                bound.add_error(name, forms.ValidationError(str(problem)))
