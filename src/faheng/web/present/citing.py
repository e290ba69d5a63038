"""Which declarations cite an article: steps, terms, conditions, papers, rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import gettext

from faheng.kernel.documents.declare import DOCUMENTS
from faheng.kernel.law.declare import Basis, Citation
from faheng.kernel.pages.names import in_english, titled
from faheng.kernel.procedures.declare import PROCEDURES, Procedure
from faheng.kernel.questions.declare import RULES


@dataclass(frozen=True)
class Citing:
    """A declaration that rests on an article.

    Attributes:
        place: paragraph and item, where it cites them.
        title: what it is called.
        kind: 程序, 步骤, 期限, 条件, 文书 or 规则.
        within: the procedure it belongs to; of a rule, its code.
        is_clause: the title is a condition's clause rather than a name.
    """

    place: str
    title: str
    kind: str
    within: str = ""
    is_clause: bool = False


Key = tuple[str, int, int]


def citing(title: str, article: int, suffix: int) -> tuple[Citing, ...]:
    """Give the declarations that cite an article of a law, by its full title."""
    return _index(english=in_english()).get((title, article, suffix), ())


def cited_articles(title: str) -> dict[tuple[int, int], int]:
    """Count, for each cited article of a law, the declarations that cite it."""
    return {
        (article, suffix): len(found)
        for (law, article, suffix), found in _index(english=in_english()).items()
        if law == title
    }


def cited_laws() -> dict[str, int]:
    """Count, for each law by its full title, the declarations that cite its articles."""
    found: dict[str, int] = {}
    for (law, _, _), ones in _index(english=in_english()).items():
        found[law] = found.get(law, 0) + len(ones)
    return found


def citing_law(title: str) -> tuple[Citing, ...]:
    """Give the declarations that cite any article of a law, each once."""
    index = _index(english=in_english())
    found = (one for key, ones in index.items() if key[0] == title for one in ones)
    return tuple(dict.fromkeys(found))


def declared() -> dict[Citation, tuple[Citing, ...]]:
    """Give every citation of a declaration, with the declarations that make it."""
    return _declared(english=in_english())


@lru_cache(maxsize=2)
def _declared(*, english: bool) -> dict[Citation, tuple[Citing, ...]]:
    found: dict[Citation, dict[Citing, None]] = {}
    del english  # what it stands for is the language that is active
    for basis, thing in _everything():
        if isinstance(basis, Citation):
            found.setdefault(basis, {})[thing] = None
    return {citation: tuple(things) for citation, things in found.items()}


@lru_cache(maxsize=2)
def _index(*, english: bool) -> dict[Key, tuple[Citing, ...]]:
    """Every citation of every declaration, once for each language."""
    found: dict[Key, dict[Citing, None]] = {}
    for basis, things in _declared(english=english).items():
        key = (basis.statute.title, basis.article, basis.suffix)
        place = basis.place.partition("条")[2]
        for thing in things:
            found.setdefault(key, {})[replace(thing, place=place)] = None
    return {key: tuple(ones) for key, ones in found.items()}


def _everything() -> Iterator[tuple[Basis, Citing]]:
    for procedure in PROCEDURES.values():
        yield from _of_procedure(procedure)
    for document in DOCUMENTS.values():
        for basis in document.citations():
            yield basis, Citing("", titled(document), gettext("文书"))
    for rule in RULES:
        if isinstance(rule.basis, Citation):
            yield rule.basis, Citing("", rule.title, gettext("规则"), rule.code)


def _of_procedure(procedure: type[Procedure]) -> Iterator[tuple[Basis, Citing]]:
    within = titled(procedure)
    for basis in _each(procedure.basis):
        yield basis, Citing("", within, gettext("程序"))
    for step in procedure.steps().values():
        for basis in _each(step.basis):
            yield basis, Citing("", titled(step), gettext("步骤"), within)
        for condition in step.requires:
            for basis in _each(condition.basis):
                yield (
                    basis,
                    Citing("", condition.says, gettext("条件"), within, is_clause=True),
                )
    for term in procedure.terms().values():
        for basis in _each(term.basis):
            yield basis, Citing("", titled(term), gettext("期限"), within)


def _each(basis: Basis | Iterable[Basis]) -> tuple[Basis, ...]:
    return tuple(basis) if isinstance(basis, (tuple, list)) else (basis,)  # type: ignore[return-value]
