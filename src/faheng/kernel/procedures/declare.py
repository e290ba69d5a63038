"""The words in which a procedure is declared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from faheng.kernel.documents.declare import Document, snake
from faheng.kernel.law.declare import Basis
from faheng.kernel.procedures.words import (
    ANYWHERE,
    Adds,
    Condition,
    Declared,
    Duty,
    Extend,
    Join,
    LeaveOut,
    Part,
    Stage,
    Step,
    Term,
    WorkedOut,
    condition,
    many,
    one,
)

__all__ = [
    "ANYWHERE",
    "PROCEDURES",
    "Adds",
    "Condition",
    "Duty",
    "Extend",
    "Join",
    "LeaveOut",
    "Part",
    "Procedure",
    "Stage",
    "Step",
    "Term",
    "Track",
    "WorkedOut",
    "condition",
    "domain_of",
    "many",
    "one",
    "step_named",
]


@dataclass(eq=False)
class Track(Declared):
    """A procedure that runs beside the main line of another.

    Attributes:
        procedure: what runs.
        during: stages of the main line at which it may begin; empty for any.
        many: several may run at once.
    """

    procedure: type[Procedure]
    during: Sequence[Stage] = ()
    many: bool = False

    @property
    def title(self) -> str:
        """Return the title of what runs."""
        return self.procedure.title

    def ended(self, says: str, *, basis: Basis, mend: str = "") -> Condition:
        """Make the condition that no course of this track is still open."""
        return Condition(
            f"{self.procedure.__name__}_ended", says, basis, mend, self._none_open
        )

    def _none_open(self, situation: Any) -> bool:
        return not situation.open(self)


@dataclass
class _Declarations:
    stages: dict[str, Stage] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    tracks: dict[str, Track] = field(default_factory=dict)

    def take(self, name: str, thing: object) -> None:
        """File one class attribute under its kind."""
        if isinstance(thing, Stage):
            self.stages[name] = thing
        elif isinstance(thing, Term):
            self.terms[name] = thing
        elif isinstance(thing, Step):
            self.steps[name] = thing
        elif isinstance(thing, Track):
            self.tracks[name] = thing


class Procedure:
    """A case's lawful way, declared as class attributes.

    Attributes:
        title: the procedure as the law names it.
        basis: the articles it carries out.
        file: the Django model that holds what its steps ask.
    """

    title: ClassVar[str] = ""
    basis: ClassVar[Basis]
    file: ClassVar[type[Any]]
    key: ClassVar[str] = ""
    declared: ClassVar[_Declarations] = _Declarations()

    def __init_subclass__(cls, *, part: bool = False, **kwargs: Any) -> None:
        """Collect what the class and its bases declare, and register it.

        Args:
            part: True for a phase or frame that procedures inherit from, and that
                is no procedure of its own.
            kwargs: passed on.
        """
        super().__init_subclass__(**kwargs)
        cls.declared = _Declarations()
        for base in reversed(cls.__mro__):
            for name, thing in vars(base).items():
                cls.declared.take(name, thing)
        cls.key = f"{domain_of(cls.__module__)}.{snake(cls.__name__)}"
        if not part:
            register(cls)

    @classmethod
    def stages(cls) -> dict[str, Stage]:
        """Return the stages in the order of declaration."""
        return cls.declared.stages

    @classmethod
    def terms(cls) -> dict[str, Term]:
        """Return the terms in the order of declaration."""
        return cls.declared.terms

    @classmethod
    def steps(cls) -> dict[str, Step]:
        """Return the steps in the order of declaration."""
        return cls.declared.steps

    @classmethod
    def tracks(cls) -> dict[str, Track]:
        """Return the tracks in the order of declaration."""
        return cls.declared.tracks

    @classmethod
    def opening(cls) -> list[Step]:
        """Return the steps by which a course begins."""
        return [step for step in cls.steps().values() if step.opens]

    @classmethod
    def steps_at(cls, stage: Stage) -> list[Step]:
        """Return the steps that may be taken at a stage."""
        return [step for step in cls.steps().values() if step.possible_at(stage)]

    @classmethod
    def documents(cls) -> list[type[Document]]:
        """Return the documents its steps make, each once, in order."""
        made = (paper for step in cls.steps().values() for paper in step.issues)
        return list(dict.fromkeys(made))


PROCEDURES: dict[str, type[Procedure]] = {}


def register(procedure: type[Procedure]) -> None:
    """Keep a procedure under its key; a second one of the same key is refused."""
    known = PROCEDURES.get(procedure.key)
    if known is not None and known.__module__ != procedure.__module__:
        message = f"two procedures are called {procedure.key}"
        raise ValueError(message)
    PROCEDURES[procedure.key] = procedure


def step_named(procedure: type[Procedure], key: str) -> Step | None:
    """Return a step by its key, also of a procedure that may have come before.

    A course that changed its procedure keeps acts of the earlier one; both share
    their file.
    """
    own = procedure.steps().get(key)
    if own is not None:
        return own
    sharing = (p for p in PROCEDURES.values() if p.file is procedure.file)
    return next((p.steps()[key] for p in sharing if key in p.steps()), None)


def domain_of(module: str) -> str:
    """Return the domain a module belongs to.

    >>> domain_of("faheng.domains.enforcement.procedures.penalty")
    'enforcement'
    """
    parts = module.split(".")
    return parts[parts.index("domains") + 1] if "domains" in parts else parts[0]
