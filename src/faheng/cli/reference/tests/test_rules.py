"""Every listed code is answered in exactly one way."""

from __future__ import annotations

import pytest

from faheng.cli.reference.rules import ways
from faheng.kernel.questions.declare import RULES
from faheng.kernel.questions.derived import settle
from faheng.kernel.questions.listed import LISTED


def test_the_published_list_is_whole():
    assert len(LISTED) == 181


@pytest.mark.parametrize("code", LISTED.names())
def test_a_listed_code_is_answered_in_one_way_or_waits(code):
    assert len(ways(LISTED[code])) == 1, ways(LISTED[code])


def test_a_written_rule_bears_the_title_and_the_severity_of_the_list():
    told = {rule.code: (rule.title, rule.severity) for rule in RULES}
    listed = {code: (LISTED[code].title, LISTED[code].severity) for code in told}
    assert told == listed


def test_every_derived_code_says_from_what_it_follows():
    assert all(rule.sources and rule.title for rule in settle().values())
