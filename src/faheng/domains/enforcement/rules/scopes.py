"""By what cases of enforcement belong together, beside party, officer and organ."""

from __future__ import annotations

from faheng.kernel.questions.declare import Near, Scope

ITEM = Scope("item", Near.by("penalty_files.item_id", "on_the_spot_files.item_id"))
"""The cases in which the same item is punished."""

PLACE = Scope("place", Near.by("penalty_files.place_division_id"))
"""The cases of violations in the same division, mostly a street."""
