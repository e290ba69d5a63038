"""Named things that are declared once and then only read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class NameTaken(LookupError):
    """Two things were declared under one name."""


class NameUnknown(LookupError):
    """Nothing was declared under that name."""


class RegistryFrozen(RuntimeError):
    """Something was declared after the start of the program."""


class Registry(Generic[T]):
    """Things by name, in the order in which they were declared.

    >>> colours: Registry[str] = Registry("colour")
    >>> colours.add("red", "#f00")
    '#f00'
    >>> colours["red"], "blue" in colours, len(colours)
    ('#f00', False, 1)
    """

    def __init__(self, kind: str) -> None:
        """Make an empty registry.

        Args:
            kind: what it holds, for messages: "statute", "procedure".
        """
        self.kind = kind
        self._things: dict[str, T] = {}
        self._frozen = False

    def add(self, name: str, thing: T) -> T:
        """Take a thing in and give it back.

        The same thing may come twice, as when a module is read a second time.
        """
        held = self._things.get(name)
        if held is not None:
            if held == thing:
                return held
            raise NameTaken(f"two of {self.kind} are named {name}")
        if self._frozen:
            raise RegistryFrozen(f"{self.kind} {name} was declared after the start")
        self._things[name] = thing
        return thing

    def freeze(self) -> None:
        """Refuse every later declaration."""
        self._frozen = True

    def get(self, name: str) -> T | None:
        """The thing of that name, or nothing."""
        return self._things.get(name)

    def names(self) -> tuple[str, ...]:
        """All names, in order of declaration."""
        return tuple(self._things)

    def __getitem__(self, name: str) -> T:
        if name not in self._things:
            raise NameUnknown(f"no {self.kind} is named {name}")
        return self._things[name]

    def __contains__(self, name: object) -> bool:
        return name in self._things

    def __iter__(self) -> Iterator[T]:
        return iter(tuple(self._things.values()))

    def __len__(self) -> int:
        return len(self._things)
