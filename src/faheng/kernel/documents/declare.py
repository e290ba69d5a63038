"""The words in which a paper is declared."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, ClassVar

from faheng.kernel.law.declare import Basis

Value = str | Sequence[Mapping[str, str]]
"""What a paper states: a text, or the rows of a list (each a mapping of texts)."""


class DocumentKind(Enum):
    """What a paper is, which decides how it is laid out."""

    NOTICE = "对外文书"
    FORM = "内部审批表"
    RECORD = "笔录"
    PARTY = "当事人材料"


class Serve(Enum):
    """On whom a paper is served."""

    PARTY = "当事人"
    OTHER = "其他单位或个人"


PARTY = Serve.PARTY
OTHER = Serve.OTHER


@dataclass(eq=False)
class States:
    """One thing a paper must, or may, state.

    Attributes:
        label: the thing as officials call it.
        required: the paper is incomplete without it.
        note: what is meant, for whoever writes the paper.
        of: reads the value off the situation; a step may also give it by name.
        watch: code of the listed rule that its lack answers; empty for the paper's.
    """

    label: str
    required: bool = True
    note: str = ""
    of: Callable[[Any], Value | None] | None = None
    watch: str = ""


class Document:
    """A paper, declared by subclassing.

    Attributes:
        code: its number in the list of papers, as "PEN-37".
        title: the title as printed.
        mark: short mark in its number, as "罚决"; empty for an unnumbered paper.
        kind: decides the layout.
        serve_on: on whom it is served; None for a paper that is not.
        sealed: the organ's seal stands on it.
        basis: the articles that ask for it.
        signers: who signs at the foot of every page of a record.
        copies: what becomes of each copy, as ("送达当事人", "归档").
        watch: code of the listed rule that is broken where it states too little.
    """

    code: ClassVar[str] = ""
    title: ClassVar[str] = ""
    mark: ClassVar[str] = ""
    kind: ClassVar[DocumentKind] = DocumentKind.NOTICE
    serve_on: ClassVar[Serve | None] = None
    sealed: ClassVar[bool] = False
    basis: ClassVar[Basis | tuple[Basis, ...]] = ()
    signers: ClassVar[tuple[str, ...]] = ("当事人签名", "执法人员签名")
    copies: ClassVar[tuple[str, ...]] = ("归档",)
    watch: ClassVar[str] = ""
    _states: ClassVar[dict[str, States]] = {}

    def __init_subclass__(cls, *, listed: bool = True, **kwargs: Any) -> None:
        """Collect what the class and its bases must state, and list it.

        Args:
            listed: False for a common base or a test's paper, which no list shows.
            kwargs: passed on.
        """
        super().__init_subclass__(**kwargs)
        cls._states = {
            name: thing
            for base in reversed(cls.__mro__)
            for name, thing in vars(base).items()
            if isinstance(thing, States)
        }
        if listed:
            register(cls)

    @classmethod
    def key(cls) -> str:
        """Return the name of the paper's template and address."""
        return snake(cls.__name__)

    @classmethod
    def states(cls) -> Mapping[str, States]:
        """Return what it states, in the order of declaration."""
        return cls._states

    @classmethod
    def citations(cls) -> tuple[Basis, ...]:
        """Return the articles that ask for it."""
        return cls.basis if isinstance(cls.basis, tuple) else (cls.basis,)

    @classmethod
    def collect(cls, situation: Any) -> dict[str, Value]:
        """Read every value off a situation; what it does not know is empty."""
        return {
            name: (state.of(situation) or "") if state.of else ""
            for name, state in cls.states().items()
        }

    @classmethod
    def missing(cls, values: Mapping[str, Value]) -> list[str]:
        """Return the labels of what it must state and these values do not."""
        return [
            state.label
            for name, state in cls.states().items()
            if state.required and is_empty(values.get(name, ""))
        ]

    @classmethod
    def watched(cls) -> Mapping[str, str]:
        """Return the listed rules that are broken by a lack, by its label."""
        codes = {
            state.label: state.watch or cls.watch
            for state in cls.states().values()
            if state.required
        }
        return {label: code for label, code in codes.items() if code}

    @classmethod
    def template(cls) -> Path:
        """Return where its template lies: beside the module that declares it.

        Raises:
            FileNotFoundError: no template was written.
        """
        module = Path(sys.modules[cls.__module__].__file__ or "")
        name = Path("templates", "documents", f"{cls.key()}.txt")
        for folder in (module.parent, module.parent.parent):
            if (folder / name).is_file():
                return folder / name
        message = f"{cls.__name__} has no template {name}"
        raise FileNotFoundError(message)


DOCUMENTS: dict[str, type[Document]] = {}


def register(document: type[Document]) -> None:
    """Keep a paper under its key; a second one of the same key is refused."""
    key = document.key()
    if key in DOCUMENTS:
        message = f"two papers are called {key}"
        raise ValueError(message)
    DOCUMENTS[key] = document


def is_empty(value: Value | None) -> bool:
    """Tell whether a value states nothing: blank text, or a list without rows."""
    return not value.strip() if isinstance(value, str) else not value


def snake(name: str) -> str:
    """Turn a class name into a key.

    >>> snake("PenaltyDecision")
    'penalty_decision'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
