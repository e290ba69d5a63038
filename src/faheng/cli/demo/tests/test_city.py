from __future__ import annotations

from collections import Counter

from faheng.cli.demo.city import STREET, ZONE, divisions, holds, organs
from faheng.kernel.parties.declare import Level, OrganKind, within
from faheng.lib.identifiers import uscc_doubt, uscc_problem


def test_the_city_has_its_districts_its_zone_and_forty_streets() -> None:
    levels = Counter(plan.level for plan in divisions())
    assert levels == {Level.CITY: 1, Level.DISTRICT: 10, Level.STREET: 40}


def test_every_division_lies_below_its_parent() -> None:
    by_code = {plan.code: plan for plan in divisions()}
    assert len(by_code) == len(divisions())
    for plan in divisions():
        if plan.parent:
            assert within(plan.path, by_code[plan.parent].path)


def test_no_two_organs_share_a_code_a_name_a_credit_code_or_a_mark() -> None:
    for fact in ("code", "name", "uscc", "mark"):
        values = [getattr(plan, fact) for plan in organs()]
        assert len(set(values)) == len(values), fact


def test_every_credit_code_passes_with_its_organisation_code() -> None:
    for plan in organs():
        assert uscc_problem(plan.uscc) is None
        assert uscc_doubt(plan.uscc) is None


def test_a_branch_decides_in_the_name_of_the_city_bureau() -> None:
    branches = [plan for plan in organs() if plan.kind is OrganKind.DISPATCHED]
    assert len(branches) == 9
    assert {plan.decides for plan in branches} == {"449900-HJ"}


def test_streets_decide_in_their_own_name() -> None:
    streets = [plan for plan in organs() if plan.department == STREET]
    assert len(streets) == 40
    assert {plan.kind for plan in streets} == {OrganKind.ORGAN}
    assert streets[0].recon == "望海区人民政府"


def test_the_bureau_of_the_zone_holds_items_of_every_ordinary_department() -> None:
    (zone,) = [plan for plan in organs() if plan.department == ZONE]
    assert holds(zone, "market", street=False)
    assert not holds(zone, "fire", street=False)


def test_every_supervising_organ_is_a_justice_bureau() -> None:
    assert sum(plan.supervises for plan in organs()) == 11
