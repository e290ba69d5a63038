"""What is wrong with a case, as its officer sees it while it can be mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext

from faheng.kernel.alerts.queries import Told, findings_of
from faheng.kernel.cases.models import Case, Clock, ClockState
from faheng.kernel.pages.names import held_by, named
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.questions.declare import Severity
from faheng.web import parts, words
from faheng.web.present import clocks
from faheng.web.present.grounds import ground

TONES: dict[Severity, parts.Tone] = {
    Severity.RED: "late",
    Severity.YELLOW: "soon",
    Severity.HINT: "hint",
}


def findings(
    viewer: Viewer, of: Case, running: Sequence[Clock], now: datetime
) -> tuple[parts.Finding, ...]:
    """Tell what is wrong: duties past their last day, then what the rules found.

    A deadline passes without anybody writing, so the clocks are read as they stand.
    """
    today = timezone.localdate(now)
    late = [clock for clock in running if _overdue(clock, today)]
    keys = {clock.pk for clock in running if clock.state != ClockState.STOPPED}
    return (
        *(_late(clock, now) for clock in late),
        *(face(one, today) for one in _beside(findings_of(viewer, of), keys)),
    )


def _beside(told: Iterable[Told], running: set[int]) -> Iterable[Told]:
    """Leave out what the clocks on the page say themselves."""
    return (one for one in told if one.about != "clocks" or one.row not in running)


def _overdue(clock: Clock, today: date) -> bool:
    running = clock.state == ClockState.RUNNING
    return running and clock.of == "organ" and clock.due_on < today


def _late(clock: Clock, now: datetime) -> parts.Finding:
    remaining = clocks.left_of(clock, now)
    return parts.Finding(
        held_by(
            named(clock.term, clock.title),
            words.left_words(remaining, clocks.unit_of(clock)),
        ),
        "late",
        gettext("应于%(due_on)s前办。%(lapse)s")
        % {"due_on": words.short_date(clock.due_on), "lapse": clock.lapse},
        clocks.citation_of(clock),
    )


def face(one: Told, today: date) -> parts.Finding:
    """Tell one finding: what is wrong, the facts, the article, what to do."""
    said = "；".join(f"{title} {value}" for title, value in one.facts)
    told = "".join(_ended(text) for text in (said, one.mend))
    return parts.Finding(one.title, TONES[one.severity], told, ground(one.basis, today))


def _ended(text: str) -> str:
    return f"{text}。".replace("。。", "。") if text else ""
