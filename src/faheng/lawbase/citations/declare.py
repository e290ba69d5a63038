"""A citation and what it points at."""

from __future__ import annotations

from dataclasses import dataclass

SELF = "self"


@dataclass(frozen=True, slots=True)
class Target:
    """One unit that is cited. `law` is "self" or a bare title."""

    law: str
    article: str = ""
    para: int | None = None
    item: int | None = None
    subitem: int | None = None
    chapter: str = ""

    def row(self) -> dict[str, str | int]:
        """The target with only the keys that it has."""
        keys = ("law", "article", "para", "item", "subitem", "chapter")
        values = {key: getattr(self, key) for key in keys}
        return {key: value for key, value in values.items() if value}


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation as printed: `line` 1-based, `start` and `end` half-open."""

    line: int
    start: int
    end: int
    words: str
    targets: tuple[Target, ...]

    def row(self, file: str) -> dict[str, object]:
        """The row of the command."""
        return {
            "file": file,
            "line": self.line,
            "start": self.start,
            "end": self.end,
            "mention": self.words,
            "targets": [target.row() for target in self.targets],
        }
