"""An article beside its older or newer wording: word by word, or side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.lib.differences import Run, aligned, runs
from faheng.web.present.lawbook.pages import Line


@dataclass(frozen=True)
class ComparedLine:
    """A line in both wordings; `state` is same, changed, added or gone."""

    before: Line | None
    after: Line | None
    state: str
    runs: tuple[Run, ...]

    @property
    def shown(self) -> Line | None:
        """The line whose label and depth are shown; one of them is always there."""
        return self.after or self.before

    @property
    def before_runs(self) -> tuple[Run, ...]:
        """The older words: what stayed and what went."""
        return tuple(run for run in self.runs if run.kind != "new")

    @property
    def after_runs(self) -> tuple[Run, ...]:
        """The newer words: what stayed and what came."""
        return tuple(run for run in self.runs if run.kind != "gone")


@dataclass(frozen=True)
class Compared:
    """An article in two wordings, and how much of it changed."""

    lines: tuple[ComparedLine, ...]

    @property
    def changed(self) -> int:
        """How many lines have other words."""
        return sum(one.state == "changed" for one in self.lines)

    @property
    def added(self) -> int:
        """How many lines came."""
        return sum(one.state == "added" for one in self.lines)

    @property
    def gone(self) -> int:
        """How many lines went."""
        return sum(one.state == "gone" for one in self.lines)

    @property
    def is_same(self) -> bool:
        """Whether nothing changed."""
        return not (self.changed or self.added or self.gone)


def compared(before: Sequence[Line], after: Sequence[Line]) -> Compared:
    """Set two wordings of an article beside each other."""
    pairs = aligned([one.words for one in before], [one.words for one in after])
    return Compared(
        tuple(
            _compared(
                None if pair.before is None else before[pair.before],
                None if pair.after is None else after[pair.after],
            )
            for pair in pairs
        )
    )


def _compared(before: Line | None, after: Line | None) -> ComparedLine:
    old = before.words if before else ""
    new = after.words if after else ""
    state = "same" if old == new else "changed"
    if before is None:
        state = "added"
    elif after is None:
        state = "gone"
    return ComparedLine(before, after, state, runs(old, new))
