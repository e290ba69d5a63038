"""What the steps that decide a case work out: is it still so, and what it leaves."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.weighing.past import note_decision, note_on_the_spot
from faheng.domains.enforcement.weighing.rechecking import changed_since
from faheng.domains.enforcement.weighing.sparing import note_eased, note_spared
from faheng.domains.enforcement.weighing.working import carry_reasons
from faheng.kernel.procedures.declare import WorkedOut


def submitted(s: Any, act: Any) -> WorkedOut:
    """Compute the case again before it is put to the head; carry its reasons."""
    problems = changed_since(s)
    carry_reasons(s)
    return WorkedOut(problems=problems)


def decided(s: Any, act: Any) -> WorkedOut:
    """Compute the case again before it is signed; leave what others find it by."""
    problems = changed_since(s)
    note_decision(s, act)
    note_eased(s, act)
    return WorkedOut(problems=problems)


def excused(s: Any, act: Any) -> WorkedOut:
    """Count the entry of a list that a case without a penalty rests on."""
    note_spared(s, act)
    return WorkedOut()


def fined_on_the_spot(s: Any, act: Any) -> WorkedOut:
    """Leave the row by which like cases find a fine on the spot."""
    note_on_the_spot(s, act)
    return WorkedOut()
