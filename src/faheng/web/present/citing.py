"""Which declarations cite an article: steps, terms, conditions, papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from faheng.kernel.documents.declare import DOCUMENTS
from faheng.kernel.law.declare import Basis, Citation
from faheng.kernel.procedures.declare import PROCEDURES, Procedure


@dataclass(frozen=True)
class Citing:
    """A declaration that rests on an article.

    Attributes:
        place: paragraph and item, where it cites them.
        title: what it is called.
        kind: 程序, 步骤, 期限, 条件 or 文书.
        within: the procedure it belongs to.
    """

    place: str
    title: str
    kind: str
    within: str = ""


Key = tuple[str, int, int]


def citing(title: str, article: int, suffix: int) -> tuple[Citing, ...]:
    """Give the declarations that cite an article of a law, by its full title."""
    return _index().get((title, article, suffix), ())


def cited_articles(title: str) -> dict[tuple[int, int], int]:
    """Count, for each cited article of a law, the declarations that cite it."""
    return {
        (article, suffix): len(found)
        for (law, article, suffix), found in _index().items()
        if law == title
    }


@lru_cache(maxsize=1)
def _index() -> dict[Key, tuple[Citing, ...]]:
    """Every citation of every declaration; declarations do not change at run time."""
    found: dict[Key, dict[Citing, None]] = {}
    for basis, thing in _everything():
        if isinstance(basis, Citation):
            key = (basis.statute.title, basis.article, basis.suffix)
            place = basis.place.partition("条")[2]
            one = Citing(place, thing.title, thing.kind, thing.within)
            found.setdefault(key, {})[one] = None
    return {key: tuple(ones) for key, ones in found.items()}


def _everything() -> Iterator[tuple[Basis, Citing]]:
    for procedure in PROCEDURES.values():
        yield from _of_procedure(procedure)
    for document in DOCUMENTS.values():
        for basis in document.citations():
            yield basis, Citing("", document.title, "文书")


def _of_procedure(procedure: type[Procedure]) -> Iterator[tuple[Basis, Citing]]:
    within = procedure.title
    for basis in _each(procedure.basis):
        yield basis, Citing("", within, "程序")
    for step in procedure.steps().values():
        for basis in _each(step.basis):
            yield basis, Citing("", step.title, "步骤", within)
        for condition in step.requires:
            for basis in _each(condition.basis):
                yield basis, Citing("", condition.says, "条件", within)
    for term in procedure.terms().values():
        for basis in _each(term.basis):
            yield basis, Citing("", term.title, "期限", within)


def _each(basis: Basis | Iterable[Basis]) -> tuple[Basis, ...]:
    return tuple(basis) if isinstance(basis, (tuple, list)) else (basis,)  # type: ignore[return-value]
