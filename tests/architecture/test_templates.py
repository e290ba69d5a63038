"""Pages carry no script and no style of their own, so the policy can forbid both."""

from __future__ import annotations

import re

import pytest

from tests.architecture.source import name_of, templates

INLINE = {
    "style in a page": re.compile(r"<style\b"),
    "style on an element": re.compile(r"<[^>]*\sstyle\s*="),
    "script in a page": re.compile(
        r"<script\b(?![^>]*(\bsrc=|application/(ld\+)?json))"
    ),
    "handler on an element": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "code in htmx": re.compile(r"hx-on\b|hx-vals\s*=\s*[\"']?js:|\bjs:"),
    "address of another host": re.compile(r"(src|href)\s*=\s*[\"']?(https?:)?//"),
}


@pytest.mark.parametrize("what", INLINE)
def test_no_template_has(what):
    found = [
        f"{name_of(path)}: {match.group(0)[:60]}"
        for path in templates()
        for match in INLINE[what].finditer(path.read_text(encoding="utf-8"))
    ]

    assert not found


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("style on an element", '<div class="a" style="width: 3%">'),
        ("script in a page", "<script>go()</script>"),
        ("script in a page", "<script type='module'>go()</script>"),
        ("handler on an element", '<a onclick="go()">'),
        ("address of another host", '<script src="//cdn.example/x.js">'),
    ],
)
def test_a_forbidden_thing_is_recognised(what, text):
    assert INLINE[what].search(text)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("script in a page", '<script src="/static/a.js" defer></script>'),
        ("script in a page", '<script type="application/json">{}</script>'),
        ("handler on an element", '<a data-on="1" href="/on=1">'),
        ("style in a page", '<link rel="stylesheet" href="/static/a.css">'),
    ],
)
def test_an_allowed_thing_is_left_alone(what, text):
    assert not INLINE[what].search(text)
