"""Which procedures the reference tells of."""

from __future__ import annotations

from faheng.kernel.procedures.declare import PROCEDURES, Procedure


def procedures() -> list[type[Procedure]]:
    """Return every procedure by its key; those that only a test declares left out."""
    known = [PROCEDURES[key] for key in sorted(PROCEDURES)]
    return [one for one in known if ".tests." not in one.__module__]
