"""Lists of cases, and of the steps that can be entered afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from faheng.kernel.cases.models import Case, Course
from faheng.kernel.cases.queries import Search
from faheng.kernel.pages.names import titled
from faheng.kernel.procedures.declare import PROCEDURES, Procedure, Step
from faheng.web import parts, words

COLUMNS = (
    parts.Column(gettext_lazy("案件")),
    parts.Column(gettext_lazy("阶段")),
    parts.Column(gettext_lazy("案号")),
    parts.Column(gettext_lazy("当事人")),
    parts.Column(gettext_lazy("办案人员"), leaves=True),
    parts.Column(gettext_lazy("程序"), leaves=True),
    parts.Column(gettext_lazy("登记"), leaves=True),
)


def rows(found: Sequence[Case], handlers: Mapping[int, str]) -> tuple[parts.Row, ...]:
    """Cases as rows of a table."""
    return tuple(_row(case, handlers.get(case.pk, "")) for case in found)


def _row(case: Case, handled_by: str) -> parts.Row:
    url = reverse("case", args=[case.pk])
    procedure = PROCEDURES[case.procedure]
    stage = procedure.stages().get(case.stage)
    return parts.Row(
        (
            parts.Cell(case.title, url),
            parts.Cell(
                titled(stage) if stage else "", tone="done" if case.ended_on else ""
            ),
            parts.Cell(case.number or gettext("未编号")),
            parts.Cell(case.party_name),
            parts.Cell(handled_by),
            parts.Cell(titled(procedure)),
            parts.Cell(words.month_day(case.opened_on)),
        ),
        url,
    )


def main_procedures() -> list[type[Procedure]]:
    """The procedures that can be a case of their own, not only a track of one."""
    beside = {
        track.procedure.key
        for procedure in PROCEDURES.values()
        for track in procedure.tracks().values()
    }
    return [one for one in PROCEDURES.values() if one.key not in beside]


def procedures() -> list[tuple[str, str]]:
    """The procedures by which a list can be narrowed."""
    return [(procedure.key, titled(procedure)) for procedure in main_procedures()]


def stages(procedure: str) -> list[tuple[str, str]]:
    """The stages by which a list of one procedure can be narrowed."""
    declared = PROCEDURES.get(procedure)
    if declared is None:
        return []
    return [(stage.key, titled(stage)) for stage in declared.stages().values()]


def nothing(search: Search) -> parts.Empty:
    """Why a list of cases is empty."""
    new = parts.Link(gettext("登记新案件"), reverse("case_new"))
    if search.words or search.stage or search.procedure or search.open_only:
        kept = parts.Link(
            gettext("去掉条件"), reverse("my_cases" if search.mine else "case_list")
        )
        said = f"“{search.words}”" if search.words else gettext("这些条件")
        text = gettext("在案号、案件名称、当事人和事项里找过。案号可以只写末几位。")
        return parts.Empty(
            gettext("没有找到%(said)s的案件") % {"said": said},
            text,
            "search",
            links=(kept, new),
        )
    if search.mine:
        text = gettext("由你承办的案件会列在这里。")
        return parts.Empty(
            gettext("你现在没有承办的案件"), text, "folder", links=(new,)
        )
    text = gettext("你能看的单位都还没有登记案件。")
    return parts.Empty(gettext("还没有案件"), text, "folders", links=(new,))


@dataclass(frozen=True)
class Enterable:
    """A course and the steps that can be entered in it afterwards."""

    title: str
    steps: tuple[tuple[Step, str], ...]


def enterable(of: Case, found: Sequence[Course]) -> tuple[Enterable, ...]:
    """The steps of each course, and the tracks that may have begun."""
    courses = [_enterable(of, course) for course in found]
    tracks = PROCEDURES[of.procedure].tracks().values()
    begun = [
        (step, reverse("track_step", args=[of.pk, track.key, step.key]))
        for track in tracks
        for step in track.procedure.opening()
    ]
    more = [Enterable(gettext("开始并行程序"), tuple(begun))] if begun else []
    return (*courses, *more)


def _enterable(of: Case, course: Course) -> Enterable:
    procedure = PROCEDURES[course.procedure]
    steps = [step for step in procedure.steps().values() if not step.opens]
    return Enterable(
        titled(procedure),
        tuple((s, reverse("step", args=[of.pk, course.pk, s.key])) for s in steps),
    )
