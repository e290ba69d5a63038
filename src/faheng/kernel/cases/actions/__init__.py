"""The one door: every change of a case goes through here.

`take` and `open_case`/`open_track` are for people at work and refuse what the law
forbids; with `entrance=Door.AFTERWARDS` what happened is recorded as it happened
and what was wrong with it is kept as defects.
"""

from faheng.kernel.cases.actions.door import (
    Moment,
    enter_afterwards,
    open_case,
    open_track,
    take,
)
from faheng.kernel.cases.actions.uploads import receive_upload

__all__ = [
    "Moment",
    "enter_afterwards",
    "open_case",
    "open_track",
    "receive_upload",
    "take",
]
