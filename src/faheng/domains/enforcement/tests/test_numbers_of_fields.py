"""A number set for a field holds at the door and for the rules alike."""

from __future__ import annotations

import pytest
from django.db import connection

from faheng.domains.enforcement.kinds import Unit
from faheng.domains.enforcement.registers import Parameter
from faheng.domains.enforcement.tests.cast import RECORDED, SINCE, build
from faheng.domains.enforcement.tests.scenario import play, read, scripts
from faheng.kernel.cases.models import Clock
from faheng.kernel.parties.declare import Field
from faheng.kernel.questions import contract

pytestmark = pytest.mark.django_db


def played(field, value):
    Parameter.objects.create(
        code=f"filing-{field}",
        name="filing_days",
        value=value,
        unit=Unit.WORKING_DAYS,
        field=field,
        valid_from=SINCE,
        recorded_at=RECORDED,
    )
    script = next(path for path in scripts() if path.stem == "当场处罚_占道经营")
    play({**read(script), "结果": {}}, build())


@pytest.mark.parametrize(("field", "length"), [(Field.CITY.value, 2), ("food", 3)])
def test_a_term_is_as_long_as_the_field_of_the_case_says(field, length):
    played(field, 2)

    assert Clock.objects.get(term="filing").length == length


def test_rules_read_the_field_of_a_case():
    played(Field.CITY.value, 2)
    cases = contract.tables()["cases"].select(connection.vendor, {"field"})

    with connection.cursor() as cursor:
        cursor.execute(cases)
        assert cursor.fetchall() == [(Field.CITY.value,)]
