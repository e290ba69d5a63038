"""The questions by kind, and how each is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import localcontext
from typing import Any

from faheng.domains.enforcement.discretion.amounts import (
    answer_daily_fine,
    answer_gains,
    answer_score,
    answer_surcharge,
    answer_weights,
)
from faheng.domains.enforcement.discretion.applicable import (
    answer_concurrence,
    answer_law_choice,
)
from faheng.domains.enforcement.discretion.gates import (
    answer_court_window,
    answer_hearing,
    answer_hearing_notice,
    answer_limitation,
    answer_simple_procedure,
)
from faheng.domains.enforcement.discretion.proposal.answering import answer_proposal
from faheng.domains.enforcement.discretion.ranges import (
    answer_band,
    answer_mitigate,
    answer_range,
)
from faheng.domains.enforcement.discretion.reading import Given, Unanswerable
from faheng.domains.enforcement.discretion.trace import Trace, plain
from faheng.kernel.law.declare import Basis
from faheng.statutes.administrative_coercion_law import COERCION_LAW
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

Answering = Callable[[Given, Trace], dict[str, Any]]

DIGITS = 80
"""Enough for any product of amounts and shares to come out exact."""

KINDS: dict[str, tuple[Answering, Basis]] = {
    "range": (answer_range, PENALTY_LAW.article(34)),
    "band": (answer_band, PENALTY_LAW.article(34)),
    "mitigate": (answer_mitigate, PENALTY_LAW.article(32)),
    "score": (answer_score, PENALTY_LAW.article(34)),
    "weights": (answer_weights, PENALTY_LAW.article(34)),
    "simple_procedure": (answer_simple_procedure, PENALTY_LAW.article(51)),
    "hearing": (answer_hearing, PENALTY_LAW.article(63)),
    "hearing_notice": (answer_hearing_notice, PENALTY_LAW.article(64, 1, 2)),
    "law_choice": (answer_law_choice, PENALTY_LAW.article(37)),
    "concurrence": (answer_concurrence, PENALTY_LAW.article(29)),
    "surcharge": (answer_surcharge, PENALTY_LAW.article(72)),
    "daily_fine": (answer_daily_fine, PENALTY_LAW.article(34)),
    "court_window": (answer_court_window, COERCION_LAW.article(53)),
    "gains": (answer_gains, PENALTY_LAW.article(28, 2)),
    "limitation": (answer_limitation, PENALTY_LAW.article(36)),
    "proposal": (answer_proposal, PENALTY_LAW.article(34)),
}


def answer(question: Any) -> dict[str, Any]:
    """Answer one question.

    Returns:
        The id, the fields of its kind and `steps`; or the id and an `error` with
        the field, the reason and the article.
    """
    if not isinstance(question, Mapping):
        return _error(None, Unanswerable("", "问题应当是一组字段"), "")
    kind = question.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        wrong = Unanswerable("kind", f"没有“{kind}”这种问题")
        return _error(question.get("id"), wrong, "")
    answering, basis = KINDS[kind]
    trace = Trace()
    try:
        with localcontext(prec=DIGITS):
            fields = answering(Given(question), trace)
    except Unanswerable as problem:
        return _error(question.get("id"), problem, str(basis))
    except OverflowError:
        wrong = Unanswerable("", "数字或者日期超出可以计算的范围")
        return _error(question.get("id"), wrong, str(basis))
    return {"id": question.get("id"), **plain(fields), "steps": trace.steps}


def _error(key: Any, problem: Unanswerable, article: str) -> dict[str, Any]:
    told = {"field": problem.field, "reason": problem.reason}
    told["article"] = problem.article or article
    return {"id": key, "error": told}
