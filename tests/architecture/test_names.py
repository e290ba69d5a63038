"""A name tells what is inside."""

from __future__ import annotations

import re

from tests.architecture.source import migrations, modules, name_of

SAYS_NOTHING = {
    "common",
    "core",
    "extras",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "services",
    "signals",
    "util",
    "utils",
}
NAMED_BY_A_PROGRAM = re.compile(r"_auto_\d|^\d{4}_initial$|_and_more$")


def test_no_file_or_folder_has_a_name_that_says_nothing():
    found = [
        name_of(path)
        for path in modules()
        if SAYS_NOTHING & {path.stem, path.parent.name}
    ]

    assert not found


def test_every_migration_says_what_it_does():
    found = [
        name_of(path) for path in migrations() if NAMED_BY_A_PROGRAM.search(path.stem)
    ]

    assert not found


def test_every_migration_has_a_number_of_its_own():
    seen: dict[tuple[str, str], list[str]] = {}
    for path in migrations():
        key = (name_of(path.parent), path.stem[:4])
        seen.setdefault(key, []).append(path.name)

    assert not [names for names in seen.values() if len(names) > 1]
