"""A real city begins with one administrator, and without a default password."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from typer.testing import CliRunner

from faheng.cli.commands import app
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import viewer

GIVEN = [
    "begin",
    *("--division-code", "449900", "--division-name", "临湾市"),
    *("--organ-name", "临湾市司法局", "--mark", "临司"),
    *("--administrator", "冯一鸣", "--login", "feng"),
]


@pytest.mark.django_db
def test_the_first_administrator_can_log_in_and_administers_the_city() -> None:
    done = CliRunner().invoke(app, [*GIVEN, "--password", "tall-ginkgo-27-lantern"])

    assert done.exit_code == 0, done.output
    user = get_user_model().objects.get(username="feng")
    assert user.check_password("tall-ginkgo-27-lantern")
    seen = viewer(user, date(2099, 1, 1))
    assert seen.holds(Role.ADMINISTRATOR)
    assert seen.administers("449900")


@pytest.mark.django_db
def test_a_weak_password_enters_nothing() -> None:
    refused = CliRunner().invoke(app, [*GIVEN, "--password", "123"])

    assert refused.exit_code == 1
    assert not get_user_model().objects.exists()


@pytest.mark.django_db
def test_a_city_that_has_people_does_not_begin_again() -> None:
    runner = CliRunner()
    runner.invoke(app, [*GIVEN, "--password", "tall-ginkgo-27-lantern"])

    again = runner.invoke(app, [*GIVEN, "--password", "tall-ginkgo-27-lantern"])

    assert again.exit_code == 1
