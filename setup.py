"""Read the version from the first heading of the changelog."""

import re
from pathlib import Path

from setuptools import setup

CHANGELOG = Path(__file__).with_name("CHANGELOG.md").read_text(encoding="utf-8")
FIRST_HEADING = re.search(r"^## (\d+\.\d+\.\d+)", CHANGELOG, re.MULTILINE)

if FIRST_HEADING is None:
    message = "CHANGELOG.md: no heading of the form '## 1.2.3'"
    raise SystemExit(message)

setup(version=FIRST_HEADING.group(1))
