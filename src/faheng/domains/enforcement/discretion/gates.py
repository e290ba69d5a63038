"""Gates by amount and by date: simple procedure, hearing, limitation, court."""

from __future__ import annotations

from datetime import date
from typing import Any

from faheng.domains.enforcement.discretion.reading import Given, in_order
from faheng.domains.enforcement.discretion.trace import Trace
from faheng.domains.enforcement.simple_amounts import (
    MOST_FOR_CITIZENS,
    MOST_FOR_ORGANISATIONS,
)
from faheng.kernel.clocks.compute import reckon
from faheng.kernel.clocks.declare import MONTHS, YEARS, Budget, Unit, shipped_calendar
from faheng.kernel.clocks.regimes import LITIGATION, PENALTY
from faheng.statutes.administrative_coercion_law import COERCION_LAW
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.statutes.litigation_law import LITIGATION_LAW

PARTIES = ("person", "organisation")
LEAST_NOTICE = 7


def answer_simple_procedure(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer whether a penalty may be imposed on the spot."""
    party = given.choice("party", PARTIES)
    kinds = given.rows("kinds")
    if not kinds:
        raise given.wrong("kinds", "至少要有一种处罚")
    if not all(isinstance(kind, str) for kind in kinds):
        raise given.wrong("kinds", "处罚种类应当是文字")
    fine = given.fen("fine_fen") if "fine" in kinds or given.has("fine_fen") else 0
    if fine and "fine" not in kinds:
        raise given.wrong("fine_fen", "种类中没有罚款却有罚款数额，前后矛盾")
    most = MOST_FOR_CITIZENS if party == "person" else MOST_FOR_ORGANISATIONS
    allowed = set(kinds) <= {"warning", "fine"} and fine <= most
    asked = {"party": party, "kinds": kinds, "fine_fen": fine}
    trace.step("种类和数额的限制", PENALTY_LAW.article(51), asked, allowed)
    return {"allowed": allowed}


def answer_hearing(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer whether the amount gives a right to a hearing."""
    given.choice("party", PARTIES)
    fine, threshold = given.fen("fine_fen"), given.fen("threshold_fen")
    inclusive = given.flag("inclusive")
    right = fine >= threshold if inclusive else fine > threshold
    asked = {"fine_fen": fine, "threshold_fen": threshold, "inclusive": inclusive}
    trace.step("与听证数额比较", PENALTY_LAW.article(63, 1), asked, right)
    return {"right": right}


def answer_hearing_notice(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer whether the notice came seven working days before the hearing."""
    notice_on, hearing_on = in_order(given, "notice_on", "hearing_on")
    days = shipped_calendar().workdays_between(notice_on, hearing_on)
    enough = days >= LEAST_NOTICE
    dates = [notice_on, hearing_on]
    trace.step("通知次日至听证之日的工作日", PENALTY_LAW.article(64, 1, 2), dates, days)
    return {"working_days": days, "ok": enough}


def answer_limitation(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer whether the act was discovered in time."""
    act_end, discovered_on = given.day("act_end"), given.day("discovered_on")
    years = 5 if given.flag("life_health_or_finance_harm") else 2
    last = _raw(act_end, YEARS, years)
    in_time = discovered_on <= last
    trace.step("追责时效", PENALTY_LAW.article(36), [act_end, years], last)
    trace.step("发现之日在时效内", PENALTY_LAW.article(36), discovered_on, in_time)
    return {"in_time": in_time}


def answer_court_window(given: Given, trace: Trace) -> dict[str, Any]:
    """Answer until when suit may be brought, and enforcement applied for."""
    served_on = given.day("served_on")
    suit_until = _rolled(served_on, 6)
    trace.step("起诉期限", LITIGATION_LAW.article(46, 1), served_on, suit_until)
    paid_by = given.day("instalments_end") if given.has("instalments_end") else None
    if paid_by is not None and paid_by < served_on:
        raise given.wrong("instalments_end", "早于 served_on，前后矛盾")
    start = paid_by or suit_until
    apply_until = _rolled(start, 3)
    basis = PENALTY_LAW.article(72, 2) if paid_by else COERCION_LAW.article(53)
    trace.step("申请法院强制执行期限", basis, start, apply_until)
    return {"suit_until": suit_until, "apply_until": apply_until}


def _raw(start: date, unit: Unit, length: int) -> date:
    budget = Budget(regime=PENALTY, unit=unit, length=length, start_on=start)
    return reckon(budget, shipped_calendar()).raw_due_on


def _rolled(start: date, months: int) -> date:
    budget = Budget(regime=LITIGATION, unit=MONTHS, length=months, start_on=start)
    return reckon(budget, shipped_calendar()).due_on
