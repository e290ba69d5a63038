"""What a browser complains of, though nobody sees it."""

from __future__ import annotations

import re

from playwright.sync_api import ConsoleMessage, Page, Response

PIECES_OF_A_PAGE = {"font", "image", "script", "stylesheet"}
REFUSED, BROKEN = 400, 500
GIVEN_UP = re.compile("^htmx:(sendAbort|afterRequest),")
"""What htmx says of a question it drops for a newer one; a failure says more."""


def complaints_of(page: Page) -> list[str]:
    """Collect script errors, policy violations, missing pieces and broken answers.

    A refusal (403, 404, 409, 422) is an answer, not a fault.
    """
    heard: list[str] = []

    def on_console(said: ConsoleMessage) -> None:
        loading = said.text.startswith("Failed to load resource")
        if said.type == "error" and not loading and not GIVEN_UP.match(said.text):
            heard.append(said.text)

    def on_response(answer: Response) -> None:
        piece = answer.request.resource_type in PIECES_OF_A_PAGE
        if answer.status >= (REFUSED if piece else BROKEN):
            heard.append(f"{answer.status} {answer.url}")

    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", on_console)
    page.on("response", on_response)
    return heard
