"""A step form, filled as a person fills it: by what is printed on it.

A mapping gives the values by the labels of the fields. A mapping or a list under the
title of a section gives the row or rows of that section.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

Values = Mapping[str, Any]
KINDS = """scope => [...scope.querySelectorAll('.field')].map(field => {
  const said = field.querySelector('.label, .choice > span');
  const made = field.querySelector('select, textarea, input:not([type=hidden])');
  const kind = made ? (made.tagName === 'INPUT' ? made.type : made.tagName) : '';
  return [said ? said.firstChild.textContent.trim() : '', kind.toLowerCase()];
})"""
OPTION = """(made, said) => {
  const options = [...made.options];
  const found = options.find(one => one.text.trim() === said)
    ?? options.find(one => one.text.includes(said));
  return found ? found.value : null;
}"""


def fill(page: Page, values: Values, at: datetime | None = None) -> None:
    """Put values into the form of the page; `at` is when it happened."""
    form = page.locator("form.stepform")
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, Mapping):
            _put_all(section(form, name), value)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            _put_rows(section(form, name), value)
        else:
            plain[name] = value
    if plain:
        _put_all(section(form, "填写"), plain)
    if at is not None:
        _put_all(form.locator("section.sec").last, {"发生时间": at})


def section(form: Locator, title: str) -> Locator:
    """The numbered section of a form that bears a title."""
    heading = form.page.locator("h2").filter(
        has_text=re.compile(rf"　{re.escape(title)}\s*$")
    )
    found = form.locator("section.sec").filter(has=heading)
    expect(found, f"the section {title}").to_have_count(1)
    return found


def sign(page: Page) -> str:
    """Sign the form; return what the page says of it.

    Raises:
        AssertionError: the step was refused, with everything that the page lists.
    """
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.get_by_role("button", name=re.compile("^签署")).click()
    refused = page.locator("form.stepform .errors")
    assert not refused.count(), f"{page.title()}\n{refused.inner_text()}"
    said = page.locator(".messages")
    assert said.count(), page.locator("main").inner_text()
    return said.inner_text()


def _put_rows(found: Locator, rows: Sequence[Values]) -> None:
    shown = found.locator("[data-formrow]")
    for place, values in enumerate(rows):
        if shown.count() <= place:
            found.get_by_role("button", name=re.compile("再加一项")).click()
        _put_all(shown.nth(place), values)


def _put_all(scope: Locator, values: Values) -> None:
    kinds: list[list[str]] = scope.evaluate(KINDS)
    labels = [label for label, _ in kinds]
    for label, value in values.items():
        assert label in labels, f"no field {label} among {labels}"
        place = labels.index(label)
        _put(scope.locator(".field").nth(place), kinds[place][1], value)


def _put(field: Locator, kind: str, value: Any) -> None:
    if kind == "file":
        field.locator("input[type=file]").set_input_files(value)
    elif kind == "radio":
        whole = re.compile(rf"^\s*{re.escape(str(value))}\s*$")
        field.locator("label").filter(has_text=whole).click()
    elif kind == "checkbox":
        field.locator("input[type=checkbox]").set_checked(bool(value))
    elif kind == "select":
        _choose(field.locator("select"), str(value))
    else:
        field.locator("input, textarea").first.fill(_typed(value))


def _choose(made: Locator, said: str) -> None:
    option = made.evaluate(OPTION, said)
    assert option is not None, f"no option {said}: {made.inner_text()}"
    made.select_option(value=option)


def _typed(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def picture(path: Path) -> Path:
    """Write a small photograph of nothing in particular."""
    side = 48
    lines = b"".join(
        b"\0" + bytes(5 * (row + column) % 256 for column in range(3 * side))
        for row in range(side)
    )
    pieces = (
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(lines)),
        (b"IEND", b""),
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in pieces))
    return path


def _chunk(name: bytes, body: bytes) -> bytes:
    checked = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + checked
