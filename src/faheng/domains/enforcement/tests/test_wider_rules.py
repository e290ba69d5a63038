"""A change in one case raises and clears what is found of others near it."""

from __future__ import annotations

import pytest

from faheng.domains.enforcement.tests import wider
from faheng.domains.enforcement.tests.cast import build
from faheng.kernel.alerts.models import FindingEvent
from faheng.kernel.alerts.sweeping import watch_city, watch_touched
from faheng.kernel.cases.models import Case
from faheng.kernel.questions.declare import SCOPES, Near, Scope
from faheng.lib.registry import NameTaken

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("scope", wider.SCOPES, ids=lambda scope: scope.key)
def test_an_act_in_one_case_is_told_of_its_neighbour(scope, monkeypatch):
    build()
    first, second, stranger = wider.lay_out(scope)
    near = {second.pk, stranger.pk} if scope.is_all else {second.pk}
    with wider.only(monkeypatch, wider.asking(scope)):
        before = wider.call(first, wider.WRONG)
        raised = watch_touched(before, wider.NOW)
        found = wider.open_findings()
        again = watch_city(wider.NOW)
        before = wider.call(first, "案件")
        cleared = watch_touched(before, wider.NOW)

    assert (raised.raised, found) == (len(near), near)
    assert (again.raised, again.cleared, again.failed) == (0, 0, ())
    assert (cleared.cleared, wider.open_findings()) == (len(near), set())
    assert FindingEvent.objects.count() == 2 * len(near)


@pytest.mark.parametrize("scope", wider.SCOPES, ids=lambda scope: scope.key)
def test_an_act_elsewhere_clears_nothing(scope, monkeypatch):
    build()
    first, _, stranger = wider.lay_out(scope)
    with wider.only(monkeypatch, wider.asking(scope)):
        watch_touched(wider.call(first, wider.WRONG), wider.NOW)
        found = wider.open_findings()
        elsewhere = watch_touched(wider.call(stranger, "别的"), wider.NOW)

    assert found
    assert (elsewhere.raised, elsewhere.cleared) == (0, 0)
    assert wider.open_findings() == found


def test_what_is_told_of_an_organ_follows_its_cases(monkeypatch):
    build()
    first, second, stranger = wider.lay_out(Scope.ORGAN)
    with wider.only(monkeypatch, wider.asking_of_organs()):
        watch_touched(wider.call(first, wider.WRONG), wider.NOW)
        found = wider.open_findings()
        watch_touched(wider.call(stranger, "别的"), wider.NOW)
        still = wider.open_findings()
        Case.objects.filter(pk=first.pk).update(title="案件")
        watch_touched(wider.call(second, "别的"), wider.NOW)

    assert found == still == {-first.organ_id}
    assert wider.open_findings() == set()


def test_a_scope_has_one_meaning():
    with pytest.raises(NameTaken):
        SCOPES.add("party", Scope("party", Near.by("case_parties.name")))
