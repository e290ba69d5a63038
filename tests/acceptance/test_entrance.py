"""The first page a person meets, and the door to the rest."""

from __future__ import annotations

from urllib.request import urlopen

from playwright.sync_api import Page, expect

from tests.acceptance.running import Site


def test_nobody_can_open_an_account_for_himself(empty_site: Site, page: Page):
    page.goto(f"{empty_site.address}/accounts/signup/")

    expect(page.locator("input[name=password1]")).to_have_count(0)


def test_a_wrong_password_is_told_in_chinese(empty_site: Site, page: Page):
    page.goto(f"{empty_site.address}/accounts/login/")
    page.locator("input[name=login]").fill("nobody")
    page.locator("input[name=password]").fill("not the password")
    page.locator("input[name=password]").press("Enter")

    expect(page.locator("body")).to_contain_text("用户名")


def test_a_page_forbids_what_is_written_into_it(empty_site: Site):
    with urlopen(f"{empty_site.address}/accounts/login/") as answer:
        policy = answer.headers["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in answer.headers["Permissions-Policy"]


def test_the_public_page_leads_on_to_the_login(city: Site, page: Page):
    page.goto(f"{city.address}/")
    page.locator("a[href*='/accounts/login/']").first.click()

    expect(page.locator("input[name=login]")).to_be_visible()


def test_an_officer_of_the_demo_comes_in_and_goes_out(city: Site, page: Page):
    page.goto(f"{city.address}/accounts/login/")
    page.locator("input[name=login]").fill("officer")
    page.locator("input[name=password]").fill("faheng-demo")
    page.locator("input[name=password]").press("Enter")
    expect(page.locator("body")).to_contain_text("陈立衡")

    page.goto(f"{city.address}/accounts/logout/")
    page.locator("main button, form button[type=submit]").last.click()

    expect(page.locator("body")).not_to_contain_text("陈立衡")
