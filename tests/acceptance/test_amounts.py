"""The words beside an amount are those that the paper will print."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from faheng.lib.text import amount_in_words, yuan

MONEY = Path(__file__).parents[2] / "frontend" / "src" / "money.js"
AMOUNTS = [
    *(0, 1, 5, 10, 15, 100, 101, 110, 12_305, 100_000, 1_000_000, 8_600_000),
    *(10_005_000, 10_000_000_000, 10_000_000_100, 123_456_789_012, 100_100_000_000),
]


@pytest.fixture
def money(page: Page) -> Page:
    page.goto("about:blank")
    kept = "window.amountInWords = amountInWords; window.readFen = readFen;"
    script = MONEY.read_text(encoding="utf-8") + kept
    page.add_script_tag(type="module", content=script)
    page.wait_for_function("Boolean(window.readFen)")
    return page


def test_a_browser_writes_amounts_as_papers_do(money: Page):
    said = money.evaluate("all => all.map(fen => amountInWords(BigInt(fen)))", AMOUNTS)

    assert said == [amount_in_words(fen) for fen in AMOUNTS]


def test_a_browser_reads_back_what_screens_show(money: Page):
    read = money.evaluate(
        "all => all.map(typed => String(readFen(typed)))",
        [yuan(fen) for fen in AMOUNTS],
    )

    assert read == [str(fen) for fen in AMOUNTS]


@pytest.mark.parametrize("typed", ["", "八万", "1.234", "12,34", "-5"])
def test_what_is_no_amount_gets_no_words(money: Page, typed: str):
    assert money.evaluate("typed => readFen(typed)", typed) is None
