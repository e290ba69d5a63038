"""Scenarios: cases written in YAML that a legal department can check.

A scenario names steps, fields, choices, people and papers by the Chinese words that
officials use. `play` carries it through the door and checks what it expects.
See a domain's `scenarios/README.md` for the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from django import forms
from django.db.models import Model
from django.utils import timezone

from faheng.kernel.cases.actions import (
    Moment,
    enter_afterwards,
    open_case,
    open_track,
    take,
)
from faheng.kernel.cases.errors import CaseError, Problem, StepRefused
from faheng.kernel.cases.forms import adds_of, file_form, row_form, row_name
from faheng.kernel.cases.models import Act, Case, Clock, Course, Defect, Door, Paper
from faheng.kernel.cases.queries import looking
from faheng.kernel.cases.situation import Situation
from faheng.kernel.parties.models import Organ, Person
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.procedures.declare import PROCEDURES, Procedure, Step
from faheng.kernel.record.queries import faults

CN = ZoneInfo("Asia/Shanghai")


class Cast(Protocol):
    """The people, organs and things that a domain's scenarios name."""

    @property
    def organs(self) -> Mapping[str, Organ]: ...

    @property
    def people(self) -> Mapping[str, Person]: ...

    @property
    def items(self) -> Mapping[str, Any]: ...

    def viewer(self, name: str, on: date) -> Viewer: ...


@dataclass
class Play:
    """One scenario under way."""

    cast: Cast
    script: Mapping[str, Any]
    domain: str
    home: str
    case: Case | None = None
    acts: list[Act] = field(default_factory=list)

    @property
    def procedure(self) -> type[Procedure]:
        """Return the procedure of the main line."""
        if self.case is not None:
            return PROCEDURES[self.case.procedure]
        return PROCEDURES[f"{self.domain}.{self.script['程序']}"]


def play(script: Mapping[str, Any], cast: Cast, *, domain: str, home: str) -> Play:
    """Carry a scenario through the door, line by line, and check its end.

    Args:
        script: what happens.
        cast: to whom.
        domain: whose procedures it names.
        home: the organ in which a case begins where no other is named.
    """
    under_way = Play(cast, script, domain, home)
    for line in script["经过"]:
        _line(under_way, line)
    _end(under_way, script.get("结果") or {})
    return under_way


def _line(under_way: Play, line: Mapping[str, Any]) -> None:
    expected = line.get("不予办理")
    unmet = [] if line.get("补录") else _unmet_on_the_page(under_way, line)
    try:
        act = _act(under_way, line)
    except CaseError as refused:
        said = _said(refused)
        assert expected, f"{line['步骤']}: {said}"
        for words in expected if isinstance(expected, list) else [expected]:
            assert str(words) in said, f"{line['步骤']}: 应提到“{words}”，实为：{said}"
        return
    assert not expected, f"{line['步骤']}应当不予办理（{expected}）"
    assert not unmet, f"{line['步骤']}可以办，页面却说：{unmet[0]}"
    under_way.acts.append(act)
    under_way.case = Case.objects.get(pk=act.case_id)
    _flaws(act, line)


def _unmet_on_the_page(under_way: Play, line: Mapping[str, Any]) -> list[Problem]:
    """What the case page says against a step before anything is filled in."""
    if under_way.case is None:
        return []
    course, _, step = _where(under_way, line)
    if course is None:
        return []
    return looking(Situation(course.case, course, _moment(line["时间"])), step)


def _said(refused: CaseError) -> str:
    if isinstance(refused, StepRefused):
        return f"{refused.status} {refused}"
    return f"{refused.status} {refused}"


def _flaws(act: Act, line: Mapping[str, Any]) -> None:
    """Check what an act entered afterwards was found to lack."""
    found = "；".join(d.sentence for d in Defect.objects.filter(act=act))
    for words in line.get("发现") or []:
        assert words in found, f"{line['步骤']}应发现“{words}”，实为：{found}"
    if "发现" not in line:
        assert not found, f"{line['步骤']}不应有发现：{found}"


def _act(under_way: Play, line: Mapping[str, Any]) -> Act:
    at = _moment(line["时间"])
    viewer = under_way.cast.viewer(line["谁"], at.date())
    recorded = _moment(line["登记"]) if "登记" in line else at
    moment = Moment(now=recorded, happened_at=at)
    afterwards = bool(line.get("补录"))
    entrance = Door.AFTERWARDS if afterwards else Door.TAKE
    organ = under_way.cast.organs[str(line.get("机关", under_way.home))]
    if under_way.case is None:
        step = _step(under_way.procedure, line["步骤"], opening=True)
        given = _given(under_way, under_way.procedure, step, line)
        key = under_way.procedure.key
        return open_case(
            viewer, key, step.key, organ.pk, given, moment, entrance=entrance
        )
    course, procedure, step = _where(under_way, line)
    given = _given(under_way, procedure, step, line)
    if course is None:
        track = _track(under_way, line["程序"])
        return open_track(
            viewer,
            under_way.case.pk,
            track,
            step.key,
            given,
            moment,
            entrance=entrance,
        )
    if afterwards:
        return enter_afterwards(viewer, course.pk, step.key, given, moment)
    return take(viewer, course.pk, step.key, given, moment, line.get("所见版本"))


def _track(under_way: Play, title: str) -> str:
    for key, track in under_way.procedure.tracks().items():
        if title in (key, track.title):
            return key
    message = f"没有并行程序“{title}”"
    raise LookupError(message)


def _where(
    under_way: Play, line: Mapping[str, Any]
) -> tuple[Course | None, type[Procedure], Step]:
    """Find the course a line speaks of: the main line, or the latest of a track."""
    courses = Course.objects.filter(case=under_way.case)
    if "程序" not in line:
        main = courses.get(track="")
        return main, under_way.procedure, _step(under_way.procedure, line["步骤"])
    key = _track(under_way, line["程序"])
    procedure = under_way.procedure.tracks()[key].procedure
    opening = [s for s in procedure.opening() if line["步骤"] in (s.key, s.title)]
    if opening:
        return None, procedure, opening[0]
    ordinal = line.get("第几件")
    found = courses.filter(track=key)
    course = found.get(ordinal=ordinal) if ordinal else found.latest("ordinal")
    return course, procedure, _step(procedure, line["步骤"])


def _step(procedure: type[Procedure], words: str, *, opening: bool = False) -> Step:
    for step in procedure.steps().values():
        if words in (step.key, step.title) and step.opens == opening:
            return step
    message = f"{procedure.title}没有步骤“{words}”"
    raise LookupError(message)


def _given(
    under_way: Play,
    procedure: type[Procedure],
    step: Step,
    line: Mapping[str, Any],
) -> dict[str, Any]:
    on = _moment(line["时间"]).date()
    filled: Mapping[str, Any] = line.get("填写") or {}
    form = file_form(procedure, step, under_way.case, on)
    given = _named(under_way, form, filled)
    for adds in adds_of(step):
        title = str(adds.model._meta.verbose_name)
        name = row_name(adds.model)
        rows = filled.get(title, filled.get(name)) or []
        shape = row_form(adds.model, under_way.case, on)
        rows = rows if isinstance(rows, list) else [rows]
        given[name] = [_named(under_way, shape, row) for row in rows]
    known = {str(f.label) for f in form.fields.values()} | set(form.fields)
    known |= {str(a.model._meta.verbose_name) for a in adds_of(step)}
    known |= {row_name(a.model) for a in adds_of(step)}
    strange = set(filled) - known
    assert not strange, f"{step.title}没有这些栏目：{strange}"
    return given


def _named(
    under_way: Play, form: forms.Form, filled: Mapping[str, Any]
) -> dict[str, Any]:
    """Turn Chinese labels and choices into names and values."""
    given = {}
    for name, shape in form.fields.items():
        for words in (name, str(shape.label)):
            if words in filled:
                given[name] = _value(under_way, shape, filled[words])
    return given


def _value(under_way: Play, shape: forms.Field, value: Any) -> Any:
    if isinstance(shape, forms.ModelChoiceField):
        cast = under_way.cast
        things = {**cast.people, **cast.items, **cast.organs}
        if value in things:
            return things[value].pk
        return next((x.pk for x in shape.queryset if str(value) in _names(x)), value)
    if isinstance(shape, forms.ChoiceField):
        for stored, title in shape.choices:
            if value == title:
                return stored
    if isinstance(shape, forms.DateTimeField) and isinstance(value, str | datetime):
        return _moment(value)
    return value if isinstance(value, bool | date) else str(value)


def _names(thing: Model) -> set[str]:
    names = (getattr(thing, name, "") for name in ("title", "name", "asked", "body"))
    return {str(thing), *names}


def _moment(value: Any) -> datetime:
    if isinstance(value, datetime):
        return value.replace(tzinfo=CN) if value.tzinfo is None else value
    if isinstance(value, date):
        return datetime.combine(value, time(9), CN)
    for form in ("%Y-%m-%d %H:%M", "%Y-%m-%d"):
        try:
            return datetime.strptime(str(value), form).replace(tzinfo=CN)
        except ValueError:
            continue
    message = f"不是时间：{value}"
    raise ValueError(message)


def _end(under_way: Play, expected: Mapping[str, Any]) -> None:
    case = under_way.case
    assert case is not None
    stages = under_way.procedure.stages()
    if "阶段" in expected:
        assert stages[case.stage].title == expected["阶段"]
    if "案号" in expected:
        assert case.number == expected["案号"]
    made = list(Paper.objects.filter(case=case).values_list("title", flat=True))
    for title in expected.get("文书") or []:
        assert title in made, f"没有《{title}》，只有{made}"
    for title, due in (expected.get("期限") or {}).items():
        clock = Clock.objects.filter(case=case, title=title).latest("id")
        assert clock.due_on == due, f"{title}应为{due}，实为{clock.due_on}"
    assert faults(case.chain) == []
    for act in under_way.acts:
        assert timezone.is_aware(act.recorded_at)
