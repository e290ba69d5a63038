"""A server of its own for each test, on a copy of a database made once.

The record refuses DELETE, so a database is not emptied between tests: it is thrown
away. Pages are driven in the machine's own Chromium.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.acceptance.carrying import file_a_case
from tests.acceptance.complaints import complaints_of
from tests.acceptance.people import Office
from tests.acceptance.running import PRINTED, Site, furnish, prepare, serve

CHROMIUM = ["chromium", "chromium-browser", "google-chrome"]
# Quiet: a browser under test looks up nothing on its own.
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def empty_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated house in which nobody lives yet."""
    return prepare(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="session")
def demo_city(empty_house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo city without its year of cases, loaded once for all tests."""
    moved_in = tmp_path_factory.mktemp("demo") / "var"
    return furnish(shutil.copytree(empty_house, moved_in))


@pytest.fixture
def empty_site(empty_house: Path, tmp_path: Path) -> Iterator[Site]:
    """A server on a copy of the empty house."""
    yield from serve(shutil.copytree(empty_house, tmp_path / "var"))


@pytest.fixture
def site(demo_city: Path, tmp_path: Path) -> Iterator[Site]:
    """A server on a copy of the demo city."""
    yield from serve(shutil.copytree(demo_city, tmp_path / "var"))


@pytest.fixture(scope="session")
def city(demo_city: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One server for all tests that only add cases of their own."""
    yield from serve(
        shutil.copytree(demo_city, tmp_path_factory.mktemp("city") / "var")
    )


@pytest.fixture(scope="session")
def logged_in() -> dict[str, Any]:
    """Who came in to the city already, so that each logs in once."""
    return {}


@pytest.fixture
def office(
    browser: Browser,
    city: Site,
    logged_in: dict[str, Any],
    request: pytest.FixtureRequest,
) -> Iterator[Office]:
    """Everybody's screens in the city; what the browsers complain of fails the test."""
    people = Office(browser, city.address, logged_in, request.node.name)
    yield people
    assert not people.leave()


@pytest.fixture(scope="session")
def cabinet() -> dict[str, str]:
    """Addresses of cases that tests share."""
    return {}


@pytest.fixture
def filed_case(office: Office, cabinet: dict[str, str]) -> str:
    """The address of a case under investigation, brought in once for all tests."""
    if "filed" not in cabinet:
        cabinet["filed"] = file_a_case(office)
    return cabinet["filed"]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests; each has a profile of its own."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        message = "Chromium is missing"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    running = playwright.chromium.launch(executable_path=program, args=SWITCHES)
    yield running
    running.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh profile; what the browser complains of fails the test."""
    context = browser.new_context(
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        viewport={"width": 1440, "height": 900},
    )
    context.set_default_timeout(10_000)
    opened = context.new_page()
    complaints = complaints_of(opened)
    yield opened
    PRINTED.mkdir(exist_ok=True)
    opened.screenshot(path=PRINTED / f"{request.node.name}.png", full_page=True)
    context.close()
    assert not complaints
