"""Scenarios of enforcement: the kernel's player with this domain's local rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from faheng.domains.enforcement.tests.cast import Cast
from faheng.domains.enforcement.tests.script import enter_local_rules, read, scripts
from faheng.kernel.cases.tests import scenario
from faheng.kernel.cases.tests.scenario import Play

__all__ = ["Play", "play", "read", "scripts"]


def play(script: Mapping[str, Any], cast: Cast) -> Play:
    """Enter what the place has set, and carry a scenario through the door."""
    enter_local_rules(script)
    return scenario.play(script, cast, domain="enforcement", home="bureau")
