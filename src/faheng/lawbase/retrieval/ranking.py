"""What a question weighs: its own words, the statute's words for them, the laws meant.

The weights were tuned on the first of the two query sets (docs/explanation/law-search).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import tantivy
from tantivy import Occur, Query

from faheng.lawbase.retrieval.asking import Asked
from faheng.lawbase.retrieval.index import Opened
from faheng.lawbase.retrieval.lexicon import Lexicon
from faheng.lawbase.retrieval.passage import Kind, Rank, Request
from faheng.lawbase.retrieval.stored import KINDS, RANKS, SCHEMA
from faheng.lawbase.retrieval.wording import bared, bigrams, fold, runs, telling

LEGAL = 0.6
USUAL_LENGTH = 6
TITLE = 0.15
SIGN = 1.0
LAW = 0.9
NAMED_LAW = 4.0
WEAK = 0.5
MOST_HINTS = 2
FROM_LAW = 0.3
FROM_LAW_TOP = 5
LOWER_RANK = 0.8
MOST_TERMS = 40
# Long lists of documents make a search slow and tell little.
MOST_SIGNS = 8
COMMON_SHARE = 0.05
COMMON_LEAST = 200
Field = tuple[str, str]
Ranked = list[tuple[float, tantivy.DocAddress]]


@dataclass(slots=True)
class Weights:
    """What is looked for: a weight for each term of a field."""

    terms: dict[Field, float] = field(default_factory=dict)

    def raise_to(self, name: str, term: str, weight: float) -> None:
        """Give a term at least this weight."""
        self.terms[name, term] = max(self.terms.get((name, term), 0.0), weight)

    def body(self) -> dict[str, float]:
        """The weights of the words looked for in the text."""
        return {
            term: value for (name, term), value in self.terms.items() if name == "body"
        }


def plain(words: str) -> Weights:
    """Every bigram of the question alike: what others are measured against."""
    return Weights({("body", pair): 1.0 for pair in bigrams(words)})


def weighed(asked: Asked, lexicon: Lexicon) -> Weights:
    """The words of a question, and what the lexicon adds to them."""
    weights = Weights()
    own = bared(asked.words)
    for pair in bigrams(own):
        weights.raise_to("body", pair, 1.0)
        weights.raise_to("title", pair, TITLE)
    for sign in telling(own):
        weights.raise_to("signs", sign, SIGN)
    hints: dict[str, float] = defaultdict(float)
    for entry in lexicon.read(asked.words):
        share = WEAK if entry.weak else 1.0
        pairs = dict.fromkeys(pair for word in entry.legal for pair in bigrams(word))
        weight = share * LEGAL / math.sqrt(max(len(pairs), 1) / USUAL_LENGTH)
        for pair in pairs:
            weights.raise_to("body", pair, weight)
        for law in entry.laws:
            hints[law] += share / math.sqrt(len(entry.laws))
    for law, told in hints.items():
        weights.raise_to("law", law, LAW * min(told, MOST_HINTS))
    for law in asked.laws:
        weights.raise_to("law", fold(law), NAMED_LAW)
    return weights


def rarest(opened: Opened, weights: Weights) -> Weights:
    """The terms that tell most: a search bears only so many, and few frequent signs."""
    common = max(COMMON_SHARE * opened.searcher.num_docs, COMMON_LEAST)
    worth: dict[Field, float] = {}
    signs: dict[Field, int] = {}
    for (name, term), weight in weights.terms.items():
        worth[name, term] = weight * rarity(opened, name, term)
        if name == "signs":
            signs[name, term] = opened.searcher.doc_freq(name, term)
    rare = sorted(signs, key=signs.__getitem__)[:MOST_SIGNS]
    dropped = signs.keys() - {sign for sign in rare if signs[sign] <= common}
    kept = sorted(worth.keys() - dropped, key=lambda key: (-worth[key], key))[
        :MOST_TERMS
    ]
    return Weights({key: weights.terms[key] for key in kept})


def rarity(opened: Opened, name: str, term: str) -> float:
    """How much a term tells, as BM25 reckons it."""
    total, held = opened.searcher.num_docs, opened.searcher.doc_freq(name, term)
    return math.log(1 + (total - held + 0.5) / (held + 0.5))


def query_of(weights: Weights) -> Query | None:
    """The search for any of the terms."""
    clauses = [
        (Occur.Should, Query.boost_query(_term(name, term), weight))
        for (name, term), weight in weights.terms.items()
    ]
    return Query.boolean_query(clauses) if clauses else None


def single_signs(words: str) -> Query | None:
    """The search for single signs, which make no pair."""
    signs = [run for run in runs(words) if len(run) == 1]
    clauses = [
        (Occur.Should, Query.regex_query(SCHEMA, "body", f"{sign}.")) for sign in signs
    ]
    return Query.boolean_query(clauses) if clauses else None


def only(query: Query, request: Request, laws: tuple[str, ...]) -> Query:
    """A search limited as the request says, and to some laws."""
    clauses = [(Occur.Must, query)]
    if laws:
        chosen = [(Occur.Should, _term("law", fold(law))) for law in laws]
        clauses.append((Occur.Must, Query.boolean_query(chosen)))
    if request.kind:
        clauses.append((Occur.Must, _term("kind", request.kind.value)))
    if request.as_of:
        clauses += _in_force(request.as_of)
    return Query.boolean_query(clauses)


def numbered(asked: Asked) -> Query:
    """The search for an article by its number."""
    numbers = (("number", asked.article or 0), ("suffix", asked.suffix))
    return Query.boolean_query([(Occur.Must, _term(*one)) for one in numbers])


def addressed(addresses: Mapping[str, float]) -> Query:
    """The search for some addresses."""
    clauses = [(Occur.Should, _term("address", one)) for one in addresses]
    return Query.boolean_query(clauses)


def in_force(
    opened: Opened, hits: Ranked, as_of: date | None, kind: Kind | None
) -> tuple[Ranked, int]:
    """The hits of a day and kind, and how many were of another day."""
    places = [place for _, place in hits]
    begins, ends, kinds = (
        opened.column(name, places) for name in ("begins", "ends", "kindno")
    )
    day = as_of.toordinal() if as_of else None
    wanted = KINDS.index(kind) if kind else None
    alike = [wanted is None or one == wanted for one in kinds]
    then = [
        day is None or first <= day < last
        for first, last in zip(begins, ends, strict=True)
    ]
    kept = [
        hit for hit, same, held in zip(hits, alike, then, strict=True) if same and held
    ]
    return kept, sum(same and not held for same, held in zip(alike, then, strict=True))


def reweighed(opened: Opened, hits: Ranked) -> Ranked:
    """Articles among whose neighbours others answer too come first; local law later."""
    places = [place for _, place in hits]
    laws = opened.column("lawno", places)
    ranks = opened.column("rank", places)
    by_law: dict[int, list[float]] = defaultdict(list)
    for (score, _), law in zip(hits, laws, strict=True):
        by_law[law].append(score)
    shared = {
        law: FROM_LAW * sum(scores[:FROM_LAW_TOP]) / FROM_LAW_TOP
        for law, scores in by_law.items()
    }
    lower = RANKS.index(Rank.RULE)
    found = [
        ((score + shared[law]) * (LOWER_RANK if rank >= lower else 1.0), place)
        for (score, place), law, rank in zip(hits, laws, ranks, strict=True)
    ]
    return sorted(found, key=lambda hit: -hit[0])


def _term(name: str, value: str | int) -> Query:
    return Query.term_query(SCHEMA, name, value, "freq")


def _in_force(day: date) -> list[tuple[Occur, Query]]:
    number, kind = day.toordinal(), tantivy.FieldType.Unsigned
    return [
        (Occur.Must, Query.range_query(SCHEMA, "begins", kind, None, number)),
        (Occur.Must, Query.range_query(SCHEMA, "ends", kind, number + 1, None)),
    ]
