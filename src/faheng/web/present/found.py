"""What is wrong with a case, as its officer sees it while it can be mended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from faheng.kernel.alerts.life import LIVE, answers_in
from faheng.kernel.alerts.models import FindingState
from faheng.kernel.alerts.queries import Told, cleared_of, findings_of
from faheng.kernel.cases.models import Case, Clock, ClockState
from faheng.kernel.pages.names import held_by, named
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.questions.declare import Severity
from faheng.web import parts, words
from faheng.web.present import clocks
from faheng.web.present.grounds import ground
from faheng.web.present.supervising.facts import facts_of, mend_of
from faheng.web.present.supervising.figures import state_word

TONES: dict[Severity, parts.Tone] = {
    Severity.RED: "late",
    Severity.YELLOW: "soon",
    Severity.HINT: "hint",
}
CLEARED = 20
"""So many that are cleared are told; the others stand on the board."""


@dataclass(frozen=True)
class Panel:
    """The findings of a case page.

    Attributes:
        cleared: what is no longer so, folded away.
        seen_url: where it is noted that the new ones were looked at; empty for who
            does not answer for them.
    """

    open: tuple[parts.Finding, ...]
    cleared: tuple[parts.Finding, ...]
    fresh: int
    seen_url: str


def panel(viewer: Viewer, of: Case, running: Sequence[Clock], now: datetime) -> Panel:
    """Lay out what is wrong with a case, what nobody saw yet on top."""
    answers = answers_in(viewer, of)
    told = findings_of(viewer, of)
    shown = _open(told, running, now, answers=answers)
    today = timezone.localdate(now)
    fresh = sum(one.fresh for one in shown)
    return Panel(
        shown,
        tuple(face(one, today) for one in cleared_of(viewer, of, CLEARED)),
        fresh,
        reverse("findings_seen", args=[of.pk]) if answers and fresh else "",
    )


def findings(
    viewer: Viewer, of: Case, running: Sequence[Clock], now: datetime
) -> tuple[parts.Finding, ...]:
    """Tell what is wrong: duties past their last day, then what the rules found."""
    return _open(findings_of(viewer, of), running, now, answers=False)


def _open(
    told: Iterable[Told], running: Sequence[Clock], now: datetime, *, answers: bool
) -> tuple[parts.Finding, ...]:
    """Tell each thing once.

    A deadline passes without anybody writing, so a clock that ran out since the rules
    were last asked tells it itself; what the clocks on the page say is not repeated.
    """
    today = timezone.localdate(now)
    by_key = {clock.pk: clock for clock in running if clock.state != STOPPED}
    beside = [one for one in told if not _said_by_clock(one, by_key)]
    known = {one.row for one in beside if one.about == "clocks"}
    late = [c for c in running if _overdue(c, today) and c.pk not in known]
    shown = [_answered(one, by_key, now, answers=answers) for one in beside]
    ordered = sorted(shown, key=lambda one: not one.fresh)
    return (*(_late(clock, now) for clock in late), *ordered)


STOPPED = ClockState.STOPPED


def _said_by_clock(one: Told, running: Mapping[int, Clock]) -> bool:
    """Tell whether it only hints at what a clock on the page shows."""
    hint = one.severity is Severity.HINT
    return hint and one.about == "clocks" and one.row in running


def _answered(
    one: Told, running: Mapping[int, Clock], now: datetime, *, answers: bool
) -> parts.Finding:
    today = timezone.localdate(now)
    clock = running.get(one.row) if one.about == "clocks" else None
    title = _how_late(clock, now) if clock and _overdue(clock, today) else one.title
    live = answers and one.state in LIVE
    return face(one, today, title, reverse("finding", args=[one.pk]) if live else "")


def _overdue(clock: Clock, today: date) -> bool:
    running = clock.state == ClockState.RUNNING
    return running and clock.of == "organ" and clock.due_on < today


def _how_late(clock: Clock, now: datetime) -> str:
    remaining = clocks.left_of(clock, now)
    left = words.left_words(remaining, clocks.unit_of(clock))
    return held_by(named(clock.term, clock.title), left)


def _late(clock: Clock, now: datetime) -> parts.Finding:
    return parts.Finding(
        _how_late(clock, now),
        "late",
        gettext("应于%(due_on)s前办。%(lapse)s")
        % {"due_on": words.short_date(clock.due_on), "lapse": clock.lapse},
        clocks.citation_of(clock),
    )


def face(
    one: Told, today: date, title: str = "", answer_url: str = ""
) -> parts.Finding:
    """Tell one finding: what is wrong, the facts, the article, what to do."""
    return parts.Finding(
        title or one.title,
        "done" if one.state == FindingState.CLEARED else TONES[one.severity],
        _ended(mend_of(one)),
        ground(one.basis, today),
        says=_ended(one.says) if one.says != one.title else "",
        facts=facts_of(one),
        url=reverse("finding", args=[one.pk]),
        answer_url=answer_url,
        since=timezone.localdate(one.raised_at),
        state=state_word(one.state),
        said=one.explanation,
        fresh=one.state == FindingState.RAISED,
    )


def _ended(text: str) -> str:
    return f"{text}。".replace("。。", "。") if text else ""
