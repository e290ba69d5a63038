"""Whether a penalty is excluded or waived, ground by ground."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from faheng.domains.enforcement.conditions.filing import limitation_left, years_after
from faheng.domains.enforcement.files.choices import NoPenaltyGround
from faheng.domains.enforcement.files.correction import Corrected, Reinspection
from faheng.domains.enforcement.local import local
from faheng.kernel.cases.models import Case, CaseParty, Evidence, EvidenceKind
from faheng.kernel.parties.declare import PartyKind
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

ADULT_ENOUGH = 14


def _acted_on(s: Any) -> date | None:
    at: datetime | None = getattr(s.main, "act_at", None)
    on: date | None = getattr(s.main, "act_ended_on", None)
    return on or (at and timezone.localdate(at))


def _too_young(s: Any) -> bool:
    born, act_on = s.party and s.party.birth_on, _acted_on(s)
    if s.party is None or s.party.kind != PartyKind.CITIZEN or not (born and act_on):
        return False
    return bool(act_on < years_after(born, ADULT_ENOUGH))


def _incapable(s: Any) -> bool:
    return any(row.kind == EvidenceKind.EXPERT for row in s.rows(Evidence))


def _corrected(s: Any) -> bool:
    seen = any(row.result == Corrected.YES for row in s.rows(Reinspection))
    day: date | None = s.main.corrected_on
    return seen or bool(day and day <= s.on and s.main.correction_state)


def is_first(s: Any) -> bool:
    """Tell whether the party has no earlier decision on the item within the window.

    The look back covers the whole city: every organ's cases are in one place.
    """
    if s.party is None or s.main.item is None:
        return False
    since = years_after(s.on, -local("first_offence_years")(s))
    own = CaseParty.objects.filter(party=s.party).exclude(case=s.case)
    earlier = Case.objects.filter(
        pk__in=own.values("case"),
        matter=s.main.item.name,
        history__step__in=("decide", "decide_no_penalty"),
        history__occurred_on__gte=since,
    )
    return not earlier.exists()


def _first_and_slight(s: Any) -> bool:
    return is_first(s) and _corrected(s)


def _given(s: Any) -> bool:
    return bool(s.file.no_penalty_facts)


_TESTS: dict[str, Callable[[Any], bool]] = {
    NoPenaltyGround.AGE: _too_young,
    NoPenaltyGround.CAPACITY: _incapable,
    NoPenaltyGround.MINOR: _corrected,
    NoPenaltyGround.FIRST: _first_and_slight,
    NoPenaltyGround.NO_FAULT: _given,
    NoPenaltyGround.OUT_OF_TIME: lambda s: not limitation_left(s.main),
    NoPenaltyGround.NOT_PROVEN: _given,
}


@condition(
    "符合所选的不予处罚情形",
    basis=PENALTY_LAW.article(57, 1),
    mend="年龄须有出生日期，精神状态须有鉴定意见，已改正的须有改正日期和情况，"
    "首违的须在回溯期内没有同类处罚",
    watch="LC-31",
    on_given=True,
)
def ground_holds(s: Any) -> bool:
    """Tell whether what the ground asks for is on file."""
    test = _TESTS.get(s.file.no_penalty_ground)
    return test is not None and test(s)


ENTRIES = {NoPenaltyGround.MINOR: "33(1)a", NoPenaltyGround.FIRST: "33(1)b"}


@condition(
    "所选清单条目与不予处罚情形一致",
    basis=PENALTY_LAW.article(33, 1),
    mend="改选与情形相符的条目：轻微并改正、没有后果的一类，初次违法的另一类；不适用清单的不选",
    on_given=True,
)
def entry_fits_the_ground(s: Any) -> bool:
    """Tell whether the entry of a list rests on the sentence that the ground does."""
    entry = s.file.list_entry
    if entry is None:
        return True
    wanted = ENTRIES.get(s.file.no_penalty_ground, "")
    # A list that does not say which sentence it rests on fits either.
    return bool(wanted) and wanted.startswith(entry.article)


@condition(
    "对当事人进行教育",
    basis=PENALTY_LAW.article(33, 3),
    mend="写明教育内容和当事人承诺",
    watch="LC-32",
    on_given=True,
)
def educated(s: Any) -> bool:
    """Tell whether the party was educated; nobody is where nothing was proven."""
    if s.file.no_penalty_ground == NoPenaltyGround.NOT_PROVEN:
        return True
    return bool(s.file.education)


@condition(
    "不对实施违法行为时不满十四周岁的人给予处罚",
    basis=PENALTY_LAW.article(30),
    mend="决定不予行政处罚，责令监护人加以管教",
)
def old_enough(s: Any) -> bool:
    """Tell whether the party, as far as its birth is known, may be punished."""
    return not _too_young(s)
