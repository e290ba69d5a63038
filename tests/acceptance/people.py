"""Those who work in the demo city, each at a screen of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from faheng.cli.demo.load import PASSWORD
from tests.acceptance.complaints import complaints_of
from tests.acceptance.filling import fill, sign
from tests.acceptance.running import PRINTED

PATIENCE = 10_000
SCREEN = {"width": 1440, "height": 900}


@dataclass(frozen=True)
class Desk:
    """One person before a page.

    Attributes:
        login: the account.
        address: where the site answers.
    """

    login: str
    address: str
    page: Page

    def go(self, path: str) -> Page:
        """Open an address of the site."""
        self.page.goto(urljoin(self.address, path), wait_until="domcontentloaded")
        return self.page

    def act(self, title: str) -> Locator:
        """What the case page says of a step, unfolded if it is folded away."""
        whole = re.compile(rf"^{re.escape(title)}$")
        named = self.page.locator("b").filter(has_text=whole)
        found = self.page.locator(".act").filter(has=named).first
        expect(found, f"{self.login}: {title}").to_be_attached()
        folded = found.locator("xpath=ancestor::details[not(@open)]")
        if folded.count():
            folded.locator("> summary").click()
        return found

    def begin(self, title: str) -> None:
        """Open the form of a step from the case page."""
        self.act(title).locator("a.btn").click()
        heading = self.page.get_by_role("heading", level=1, name=title, exact=True)
        expect(heading).to_be_visible()

    def take(
        self,
        title: str,
        values: Mapping[str, Any] | None = None,
        at: datetime | None = None,
    ) -> str:
        """Take a step from the case page; return what the page then says."""
        self.begin(title)
        return self.sign(title, values or {}, at)

    def sign(
        self, title: str, values: Mapping[str, Any], at: datetime | None = None
    ) -> str:
        """Fill the form that is open, and sign it."""
        fill(self.page, values, at)
        said = sign(self.page)
        assert f"已办理“{title}”" in said
        return said


@dataclass
class Office:
    """Everybody, each with a browser profile of their own."""

    browser: Browser
    address: str
    states: dict[str, Any]
    name: str
    open: dict[str, tuple[BrowserContext, Page]] = field(default_factory=dict)
    heard: list[list[str]] = field(default_factory=list)

    def __call__(self, login: str, **options: Any) -> Desk:
        """Sit down as somebody who is logged in; once a test, unless differently."""
        seat = "-".join([login, *options])
        if seat not in self.open:
            self.open[seat] = self._sit(login, options)
        return Desk(login, self.address, self.open[seat][1])

    def _sit(self, login: str, options: dict[str, Any]) -> tuple[BrowserContext, Page]:
        state = self.states.get(login)
        context = self.browser.new_context(
            storage_state=state,
            **{
                "locale": "zh-CN",
                "timezone_id": "Asia/Shanghai",
                "viewport": SCREEN,
                **options,
            },
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        self.heard.append(complaints_of(page))
        if state is None:
            log_in(page, self.address, login)
            self.states[login] = context.storage_state()
        return context, page

    def leave(self) -> list[str]:
        """Print every last page, go home, and tell what browsers complained of."""
        PRINTED.mkdir(exist_ok=True)
        for seat, (context, page) in self.open.items():
            page.screenshot(path=PRINTED / f"{self.name}-{seat}.png", full_page=True)
            context.close()
        return [said for heard in self.heard for said in heard]


def log_in(page: Page, address: str, login: str) -> None:
    """Come in by the login page."""
    page.goto(f"{address}/accounts/login/")
    page.locator("input[name=login]").fill(login)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    expect(page.locator("#nav details.me")).to_be_attached()
