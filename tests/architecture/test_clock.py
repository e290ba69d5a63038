"""Time is passed in: nothing but a surface reads the clock."""

from __future__ import annotations

import ast

from tests.architecture.source import PACKAGE, modules, name_of

SURFACES = {"web", "portal", "api", "cli", "config"}
CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("timezone", "now"),
    ("time", "time"),
}
# With a moment given these only translate it into the local day or hour.
CLOCKS_WHEN_EMPTY = {("timezone", "localdate"), ("timezone", "localtime")}


def test_nothing_below_the_surfaces_reads_the_clock():
    found = [
        f"{name_of(path)}:{line}"
        for path in modules()
        if path.relative_to(PACKAGE).parts[0] not in SURFACES
        for line in _readings(path.read_text(encoding="utf-8"))
    ]

    assert not found


def test_a_reading_of_the_clock_is_recognised():
    assert _readings("from datetime import date\nx = date.today()") == [2]
    assert _readings("import datetime\nx = datetime.datetime.now()") == [2]
    assert _readings("x = timezone.localdate()") == [1]
    assert _readings("x = entry.now(); y = timezone.localdate(act.at)") == []


def test_no_model_sets_a_time_of_its_own():
    """auto_now reads the clock behind everybody's back."""
    found = [
        name_of(path)
        for path in modules()
        if "auto_now" in path.read_text(encoding="utf-8")
    ]

    assert not found


def _readings(source):
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _reads_clock(node)
    ]


def _reads_clock(call):
    if not isinstance(call.func, ast.Attribute):
        return False
    name = (_owner(call.func), call.func.attr)
    given = call.args or call.keywords
    return name in CLOCKS or (name in CLOCKS_WHEN_EMPTY and not given)


def _owner(node):
    value = node.value
    if isinstance(value, ast.Attribute):
        return value.attr
    return value.id if isinstance(value, ast.Name) else ""
