"""主线: the stages a case went through, where it stands, and the usual way on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from faheng.kernel.cases.models import Act, Case
from faheng.kernel.pages.names import titled
from faheng.kernel.procedures.declare import PROCEDURES, Procedure, Stage
from faheng.web import parts, words

MOST = 11
AHEAD = 6


def line(of: Case, found: Sequence[Act]) -> tuple[parts.Stage, ...]:
    """The stages of the main line with the days on which they were reached.

    What was passed over on the usual way is named; other ways are left out.
    """
    procedure: type[Procedure] = PROCEDURES[of.procedure]
    stages = list(procedure.stages().values())
    now = procedure.stages().get(of.stage, stages[0])
    reached = _reached(found)
    usual = way(procedure, None)
    order = stages.index(now)
    behind = [
        stage
        for stage in stages[:order]
        if stage.key in reached or (stage in usual and not now.final)
    ]
    ahead = [] if now.final else way(procedure, now)
    shown = [_stage(stage, reached) for stage in behind]
    shown.append(_now(now, reached))
    shown += [parts.Stage(titled(stage), "next") for stage in _shortened(ahead)]
    return _fitting(shown)


def way(procedure: type[Procedure], start: Stage | None) -> list[Stage]:
    """The usual way on from a stage: the first step that leads on, by-ways left out."""
    found: list[Stage] = []
    now = start or _first(procedure)
    if start is None:
        found.append(now)
    while not now.final:
        following = _next(procedure, now, [*found, now])
        if following is None:
            break
        found.append(following)
        now = following
    return found


def _first(procedure: type[Procedure]) -> Stage:
    to = procedure.opening()[0].to
    return to or next(iter(procedure.stages().values()))


def _next(
    procedure: type[Procedure], now: Stage, seen: Sequence[Stage]
) -> Stage | None:
    order = list(procedure.stages().values())
    leading = [
        step.to
        for step in procedure.steps_at(now)
        if not step.aside and step.to is not None and step.to not in seen
    ]
    later = [stage for stage in leading if order.index(stage) > order.index(now)]
    going = [stage for stage in later if not stage.final]
    return next(iter(going or later), None)


def _shortened(ahead: Sequence[Stage]) -> list[Stage]:
    """The next few stages, and the end."""
    if len(ahead) <= AHEAD:
        return list(ahead)
    return [*ahead[: AHEAD - 1], ahead[-1]]


def _reached(found: Sequence[Act]) -> dict[str, date]:
    return {
        act.stage_to: act.occurred_on
        for act in sorted(found, key=lambda act: act.seq)
        if act.stage_to != act.stage_from and not act.course.track
    }


def _stage(stage: Stage, reached: dict[str, date]) -> parts.Stage:
    on = reached.get(stage.key)
    if on is None:
        return parts.Stage(titled(stage), "skipped")
    return parts.Stage(titled(stage), "done", words.month_day(on))


def _now(stage: Stage, reached: dict[str, date]) -> parts.Stage:
    on = reached.get(stage.key)
    note = words.month_day(on) if on else ""
    return parts.Stage(titled(stage), "done" if stage.final else "now", note)


def _fitting(shown: Sequence[parts.Stage]) -> tuple[parts.Stage, ...]:
    """Fold the earliest stages where there are too many for one line."""
    if len(shown) <= MOST:
        return tuple(shown)
    folded = len(shown) - MOST + 1
    first = parts.Stage(
        gettext("前 %(folded)s 个阶段") % {"folded": folded},
        "done",
        gettext("%(note)s起") % {"note": shown[0].note},
        "#record",
    )
    return (first, *shown[folded:])
