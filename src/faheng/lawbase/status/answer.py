"""The answer to: was this statute in force on that day?"""

from __future__ import annotations

from datetime import date

from faheng.lawbase.status.declare import Answer, Shelf, Status, Version, Work, key


def answer(shelf: Shelf, title: str, on: date) -> Answer:
    """What can be said of a statute on a day."""
    work = shelf.works.get(key(title))
    if work is None:
        return Answer(Status.NOT_HELD)
    begun = _begun(work, on)
    if _is_repealed(work, begun, on):
        return Answer(
            Status.REPEALED,
            begun.adopted_on if begun else None,
            begun.begins_on if begun else None,
            work.repealed_by,
        )
    if begun is None:
        return _to_come(work, shelf.cited_on.get(work.title))
    status = Status.IN_FORCE if begun.held else Status.NOT_HELD
    return Answer(status, begun.adopted_on, begun.begins_on)


def _begun(work: Work, on: date) -> Version | None:
    """The version begun last by a day."""
    begun = [one for one in work.versions.values() if one.begins_on <= on]
    return max(begun, key=lambda one: (one.begins_on, one.adopted_on), default=None)


def _is_repealed(work: Work, begun: Version | None, on: date) -> bool:
    """Whether a repeal has taken effect, and no newer version has begun since."""
    if work.repealed_on is None or work.repealed_on > on:
        return False
    return begun is None or begun.begins_on < work.repealed_on


def _to_come(work: Work, cited_on: date | None) -> Answer:
    """The answer where no version has begun yet.

    A text older than the first version known that names the statute proves that
    there was one before.
    """
    coming = min(work.versions.values(), key=lambda one: one.begins_on, default=None)
    if coming is None or (cited_on and cited_on < coming.adopted_on):
        return Answer(Status.NOT_HELD)
    return Answer(Status.NOT_YET, coming.adopted_on, coming.begins_on)
