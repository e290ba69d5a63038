"""The mart tells of the cases near those touched what the live database tells."""

from __future__ import annotations

import pytest

from faheng.domains.enforcement.rules.scopes import ITEM, PLACE
from faheng.domains.enforcement.tests import wider
from faheng.domains.enforcement.tests.cast import build as cast
from faheng.kernel.cases.models import Case
from faheng.kernel.questions.declare import Scope
from faheng.mart import building
from faheng.mart.supervising import supervise, supervise_touched

pytestmark = pytest.mark.django_db(transaction=True)

SCOPES = [Scope.PARTY, Scope.ORGAN, Scope.CITY, ITEM, PLACE, wider.MATTER]


@pytest.fixture(autouse=True)
def own_mart(own_mart):
    """Make marts aside."""


def touched():
    return supervise_touched(building.append(wider.NOW), wider.NOW)


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.key)
def test_an_act_in_one_case_is_told_of_its_neighbour(scope, monkeypatch):
    cast()
    first, second, stranger = wider.lay_out(scope)
    near = {second.pk, stranger.pk} if scope.is_all else {second.pk}
    with wider.only(monkeypatch, wider.asking(scope)):
        supervise(building.build(wider.NOW), wider.NOW)
        wider.call(first, wider.WRONG)
        raised, found = touched(), wider.open_findings()
        wider.call(stranger, "别的")
        elsewhere = touched()
        wider.call(first, "案件")
        cleared = touched()

    assert (raised.raised, found, raised.failed) == (len(near), near, ())
    assert (elsewhere.raised, elsewhere.cleared) == (0, 0)
    assert (cleared.cleared, wider.open_findings()) == (len(near), set())


def test_what_is_told_of_an_organ_follows_its_cases(monkeypatch):
    cast()
    first, second, stranger = wider.lay_out(Scope.ORGAN)
    with wider.only(monkeypatch, wider.asking_of_organs()):
        supervise(building.build(wider.NOW), wider.NOW)
        wider.call(first, wider.WRONG)
        touched()
        found = wider.open_findings()
        wider.call(stranger, "别的")
        touched()
        still = wider.open_findings()
        Case.objects.filter(pk=first.pk).update(title="案件")
        wider.call(first, "案件")
        wider.call(second, "别的")
        touched()

    assert found == still == {-first.organ_id}
    assert wider.open_findings() == set()
