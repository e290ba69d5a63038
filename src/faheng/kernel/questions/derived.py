"""Watching that follows from the declarations of procedures, with no rule written.

A few questions over clocks, defects, papers and acts serve every procedure; what they
are to say of each term, condition and document stands in small tables of codes made
from the declarations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from faheng.kernel.law.declare import Basis, Citation
from faheng.kernel.procedures.declare import PROCEDURES, Duty, Procedure, Term
from faheng.kernel.questions import families
from faheng.kernel.questions.declare import QUESTIONS, RULES, Question, Rule, Severity
from faheng.kernel.questions.listed import LISTED, Derived, answered
from faheng.kernel.questions.tables import TABLES, Kind, Table, Value, by_name, plain

PLACE = dict[str, str]


@dataclass(frozen=True)
class Watch:
    """One thing that a declaration makes the engine watch."""

    code: str
    title: str
    basis: Basis | str
    severity: Severity
    source: str
    mend: str = ""
    about: str = ""


@cache
def settle() -> dict[str, Rule]:
    """Derive the watches once every procedure is declared.

    Returns:
        The derived rules by their codes; several declarations may share one.
    """
    procedures = _declared()
    terms = list(_terms(procedures))
    conditions = dict(_conditions(procedures))
    TABLES.add("declared_terms", _terms_table(terms))
    TABLES.add("declared_conditions", _conditions_table(conditions))
    TABLES.add("declared_papers", _papers_table(procedures))
    for question in families.FAMILIES:
        QUESTIONS.add(question.key, question)
    rules: dict[str, Rule] = {}
    watches = [watch for _, _, _, found in terms for watch in found.values()]
    for watch in [*watches, *conditions.values(), *_papers(procedures)]:
        rules[watch.code] = _merged(rules.get(watch.code), watch)
    return rules


def families_asked() -> tuple[Question, ...]:
    """Return the questions behind the derived rules."""
    return families.FAMILIES


def _declared() -> list[type[Procedure]]:
    return [PROCEDURES[k] for k in sorted(PROCEDURES) if ".tests." not in _home(k)]


def _home(key: str) -> str:
    return PROCEDURES[key].__module__


def domain(procedure: type[Procedure]) -> str:
    """Return the domain of a procedure."""
    return procedure.key.partition(".")[0]


def _merged(known: Rule | None, watch: Watch) -> Rule:
    if known is not None:
        sources = dict.fromkeys((*known.sources, watch.source))
        return replace(known, sources=tuple(sources))
    listed = LISTED.get(watch.code)
    return Rule(
        watch.code,
        listed.title if listed else watch.title,
        watch.basis,
        listed.severity if listed else watch.severity,
        mend=watch.mend,
        says=watch.title,
        about=watch.about,
        sources=(watch.source,),
    )


_Found = tuple[str, str, Term, dict[Derived, Watch]]


def _terms(procedures: Iterable[type[Procedure]]) -> Iterator[_Found]:
    for procedure in procedures:
        for term in procedure.terms().values():
            of_organ = term.of is Duty.ORGAN
            kinds = (Derived.LATE if of_organ else Derived.LAPSED, Derived.DUE)
            found = {
                what: _term_watch(procedure, term, what)
                for what in (*kinds, Derived.SOON)
                if of_organ or what is Derived.LAPSED
            }
            yield procedure.key, term.key, term, found


def _term_watch(procedure: type[Procedure], term: Term, what: Derived) -> Watch:
    source = f"{procedure.key}.{term.key}"
    passed = what in {Derived.LATE, Derived.LAPSED}
    own = source.partition(".")[2]
    listed = (passed and term.watch) or answered(domain(procedure), what, own)
    title = f"{term.title}{what.title}"
    says = f"{title}，{term.lapse}" if what is Derived.LAPSED and term.lapse else title
    return Watch(
        listed or f"SX:{source}:{what.key}",
        says,
        term.basis,
        _urgency(term, what),
        source,
        about="clocks",
    )


def _urgency(term: Term, what: Derived) -> Severity:
    if what is not Derived.LATE:
        return Severity.HINT
    return Severity.RED if isinstance(term.basis, Citation) else Severity.YELLOW


def _terms_table(terms: Iterable[_Found]) -> Table:
    names = ("procedure", "term", "late_code", "due_code", "soon_code")
    columns = by_name([
        *(plain(name, Kind.TEXT, name) for name in names),
        plain("term_days", Kind.INT, "期限天数"),
        plain("stays_told", Kind.BOOL, "届满后一直提示"),
        plain("soon_in_working_days", Kind.BOOL, "提前天数按工作日计"),
    ])
    rows = [
        (
            *(key, name, *_codes(found)),
            *(families.term_days(term), families.stays_told(term)),
            families.soon_in_working_days(term),
        )
        for key, name, term, found in terms
    ]
    return Table("declared_terms", "期限的规则代码", columns, rows=rows)


def _codes(found: dict[Derived, Watch]) -> tuple[str, str, str]:
    passed = found.get(Derived.LATE) or found[Derived.LAPSED]
    due, soon = found.get(Derived.DUE), found.get(Derived.SOON)
    return passed.code, due.code if due else "", soon.code if soon else ""


_OF_THE_DOOR: dict[str, Derived] = {
    "role": Derived.ROLE,
    "order": Derived.ORDER,
    "date_order": Derived.ORDER,
    "future": Derived.ORDER,
    "missing": Derived.MISSING_FACT,
    "paper_incomplete": Derived.INCOMPLETE_PAPER,
    "missing_paper": Derived.MISSING_PAPER,
}
"""What the door notes by itself, by the key of its problem."""

Named = tuple[str, str]


def _conditions(
    procedures: Iterable[type[Procedure]],
) -> Iterator[tuple[Named, Watch]]:
    for procedure in procedures:
        for key, what in _OF_THE_DOOR.items():
            yield (procedure.key, key), _door_watch(procedure, what)
        for step in procedure.steps().values():
            for condition in step.requires:
                yield (
                    (procedure.key, condition.key),
                    Watch(
                        condition.watch or f"LC:{domain(procedure)}.{condition.key}",
                        f"未做到“{condition.says}”",
                        condition.basis,
                        Severity.RED,
                        f"{procedure.key}:{condition.key}",
                        condition.mend,
                        about="defects",
                    ),
                )


def _door_watch(procedure: type[Procedure], what: Derived) -> Watch:
    of = domain(procedure)
    severe = {Derived.ROLE, Derived.ORDER, Derived.MISSING_PAPER}
    return Watch(
        answered(of, what) or f"{what.prefix}:{of}:{what.key}",
        what.title,
        procedure.basis,
        Severity.RED if what in severe else Severity.YELLOW,
        f"{procedure.key}:{what.key}",
        about="defects",
    )


def _conditions_table(conditions: dict[Named, Watch]) -> Table:
    columns = by_name([
        plain(name, Kind.TEXT, name) for name in ("procedure", "condition", "code")
    ])
    rows = [(*named, watch.code) for named, watch in conditions.items()]
    return Table("declared_conditions", "条件的规则代码", columns, rows=rows)


def _papers(procedures: Iterable[type[Procedure]]) -> Iterator[Watch]:
    for procedure in procedures:
        for what in (Derived.MISSING_PAPER, Derived.MISSING_SERVICE):
            watch = _door_watch(procedure, what)
            yield replace(watch, severity=Severity.RED, about="papers")
        made = {d.key(): d for s in procedure.steps().values() for d in s.issues}
        for document in made.values():
            for label, code in document.watched().items():
                yield Watch(
                    code,
                    f"《{document.title}》没有载明“{label}”",
                    document.citations()[0],
                    Severity.YELLOW,
                    f"{procedure.key}:{document.key()}",
                    about="defects",
                )


def _papers_table(procedures: Iterable[type[Procedure]]) -> Table:
    names = ("procedure", "step", "document", "title", "paper_code", "service_code")
    columns = by_name([plain(name, Kind.TEXT, name) for name in names])
    rows: list[tuple[Value, ...]] = []
    for procedure in procedures:
        paper = _door_watch(procedure, Derived.MISSING_PAPER).code
        service = _door_watch(procedure, Derived.MISSING_SERVICE).code
        rows += [
            (procedure.key, step.key, document.key(), document.title, paper, service)
            for step in procedure.steps().values()
            for document in step.issues
        ]
    return Table("declared_papers", "步骤制作的文书", columns, rows=rows)


def told(code: str) -> Rule | None:
    """Return what is told of a code, written or derived."""
    return RULES.get(code) or settle().get(code)
