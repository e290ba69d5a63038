"""`python -m faheng.cli`."""

from __future__ import annotations

from faheng.cli import main

main()
