"""Watching: findings are raised, and cleared, as the rules answer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import datetime

from django.db import Error, connection, transaction

from faheng.kernel.alerts.failures import note, note_once
from faheng.kernel.alerts.models import Finding
from faheng.kernel.alerts.settling import settle
from faheng.kernel.cases.models import Act, Case
from faheng.kernel.questions import asking
from faheng.kernel.questions.asked import Asked
from faheng.kernel.questions.asking import Hit
from faheng.kernel.questions.compiling import not_compiled
from faheng.kernel.questions.declare import QUESTIONS

log = logging.getLogger(__name__)


def after_act(act: Act, at: datetime) -> None:
    """Watch a case in which somebody has just acted; never lose the act.

    Args:
        act: what was done; its transaction is still open.
        at: when it is recorded.
    """
    case = act.case
    for watch in (watch_case, watch_case_rule_by_rule):
        try:
            with transaction.atomic():
                watch(case, at)
        except Exception as failure:
            log.exception("rules failed at the door of case %s", case.pk)
            note("", case, at, failure)
            if not isinstance(failure, Error):
                return
        else:
            return


def watch_case(case: Case, at: datetime) -> None:
    """Ask every rule of one case; raise what is new and clear what is gone."""
    asked = Asked.of_case(case.pk, at)
    silent = not_compiled(connection.vendor)
    for key in silent:
        note_once(key, case, at, "the rule cannot be compiled")
    settle(case, asked, _about(case, asking.hits(asked)), _heard(silent))


def watch_case_rule_by_rule(case: Case, at: datetime) -> None:
    """Ask rule by rule, as after a failure: the sound ones are heard.

    What a rule that failed had found before stays as it was.
    """
    asked = Asked.of_case(case.pk, at)
    found: set[Hit] = set()
    silent = set(not_compiled(connection.vendor))
    sound = [q for q in QUESTIONS if q.key not in silent]
    for question in [q for q in sound if q.scope.at_the_door]:
        try:
            with transaction.atomic():
                found |= asking.hits_of(question.key, asked)
        except Error as failure:
            silent.add(question.key)
            note(question.key, case, at, failure)
    settle(case, asked, _about(case, found), _heard(silent))


def _about(case: Case, hits: set[Hit]) -> set[Hit]:
    return {hit for hit in hits if hit.case_id == case.pk}


def _heard(silent: Collection[str]) -> Callable[[Finding], bool]:
    """Tell which findings were asked for; a family speaks for any derived code."""
    families = any(QUESTIONS[key].family for key in silent)

    def heard(finding: Finding) -> bool:
        if finding.code in QUESTIONS:
            return finding.code not in silent
        return not families

    return heard
