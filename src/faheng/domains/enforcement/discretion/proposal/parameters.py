"""Numbers of discretion that no statute fixes, with what holds until a place sets them."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.discretion.reading import Given, decimal

ASSUMED: dict[str, Any] = {
    "split": ["0.3", "0.7"],
    "point": "0.5",
    "floor_ratio": None,
    "round_to_fen": 10_000,
}
"""Where in the range the bands part; where in a part the proposal stands; how far
below the minimum mitigation may go; to what amounts are rounded."""


def settled(asked: Given) -> dict[str, Any]:
    """Give the parameters of a place, what it did not set being assumed."""
    given = asked.part("parameters") if asked.has("parameters") else Given({})
    found = {
        name: given.values[name] if given.has(name) else assumed
        for name, assumed in ASSUMED.items()
    }
    if found is not ASSUMED:
        _check(Given(found, "parameters"))
    return found


def _check(given: Given) -> None:
    shares = given.rows("split")
    if len(shares) != 2:
        raise given.wrong("split", "应当是两个分点")
    first, second = (decimal(share, given.name("split")) for share in shares)
    if not first <= second <= 1:
        raise given.wrong("split", "两个分点应当依次在 0 和 1 之间")
    given.share("point")
    if given.has("floor_ratio"):
        given.share("floor_ratio")
    if given.whole("round_to_fen") == 0:
        raise given.wrong("round_to_fen", "取整单位应当大于零")
