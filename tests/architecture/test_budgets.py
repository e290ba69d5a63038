"""Small files, small functions, small templates: a test, not a wish."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.source import functions, modules, name_of, templates

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
LINES_OF_A_TEMPLATE = 120

# A list that grows with the law, not with the program.
LISTS_OF_FACTS = {"statutes"}


def test_no_file_is_too_long_to_be_read_in_one_go():
    found = {
        name_of(path): lines
        for path in modules()
        if not LISTS_OF_FACTS & set(path.parts)
        and (lines := len(path.read_text(encoding="utf-8").splitlines()))
        > LINES_OF_A_FILE
    }

    assert not found


def test_no_function_is_too_long_to_be_held_in_mind():
    found = {
        f"{name_of(path)}: {function.name}": length
        for path in modules()
        for function in functions(path)
        if (length := _length(function)) > LINES_OF_A_FUNCTION
    }

    assert not found


def test_no_template_is_too_long_to_be_read_in_one_go():
    found = {
        name_of(path): lines
        for path in templates()
        if (lines := len(path.read_text(encoding="utf-8").splitlines()))
        > LINES_OF_A_TEMPLATE
    }

    assert not found


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("def f():\n    return 1", 2),
        ('def f():\n    """Say why.\n\n    At length.\n    """\n    return 1', 2),
    ],
)
def test_a_docstring_costs_a_function_nothing(source, lines):
    function = ast.parse(source).body[0]

    assert _length(function) == lines


def _length(function):
    lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        lines -= first.end_lineno - first.lineno + 1
    return lines
