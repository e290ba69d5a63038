"""A search from the words typed to the answers shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from tantivy import Query

from faheng.lawbase.retrieval import ranking
from faheng.lawbase.retrieval.asking import Asked, Names, understand
from faheng.lawbase.retrieval.embedding import Embedder, EmbedderFailed, likeness
from faheng.lawbase.retrieval.index import Opened, present
from faheng.lawbase.retrieval.lexicon import lexicon
from faheng.lawbase.retrieval.memory import Memory
from faheng.lawbase.retrieval.passage import Answer, Hit, Passage, Request
from faheng.lawbase.retrieval.ranking import Ranked, Weights
from faheng.lawbase.retrieval.showing import MEMORY, NUMBER, WORDS, Showing, marks
from faheng.lawbase.retrieval.wording import question

POOL = 60
REMEMBERED = 1.5
MEANING = 0.8
MEANT = 40
ONLY_PUNCTUATION = "没有可以查的字词"
UNKNOWN_LAW = "法规库里没有《%s》"
OTHER_DAYS = "另有 %d 条命中不在这一天施行的版本里，换一个日期可以看到"


NOTHING = Memory()


def names_of(opened: Opened) -> Names:
    """The names of the laws of an index."""
    return Names({law.title: law.names for law in opened.laws.values()})


@dataclass
class Searcher:
    """An opened index, the confirmed questions, and perhaps an embedder."""

    opened: Opened
    names: Names
    memory: Memory = NOTHING
    embedder: Embedder | None = None

    @classmethod
    def of(
        cls, folder: Path, memory: Memory = NOTHING, embedder: Embedder | None = None
    ) -> Searcher:
        """Open the index of a folder.

        Raises:
            NoIndex: There is none, or it is broken.
        """
        opened = Opened.at(present(folder))
        return cls(opened, names_of(opened), memory, embedder)

    def search(self, request: Request) -> Answer:
        """The best answers, and what the reader should know."""
        asked = understand(question(request.words), self.names)
        laws = self.names.meant(request.law) if request.law else ()
        if request.law and not laws:
            return Answer(notes=(UNKNOWN_LAW % request.law,))
        if asked.is_empty:
            return Answer(notes=(ONLY_PUNCTUATION,))
        found = _Finding(self, replace(request, most=max(request.most, 1)), asked, laws)
        return found.answer()


@dataclass
class _Finding:
    """One search under way."""

    searcher: Searcher
    request: Request
    asked: Asked
    laws: tuple[str, ...]
    others: int = 0
    notes: tuple[str, ...] = ()

    @property
    def opened(self) -> Opened:
        return self.searcher.opened

    def answer(self) -> Answer:
        weights = ranking.rarest(self.opened, ranking.weighed(self.asked, lexicon()))
        by_number = self._numbered() if self.asked.article else []
        by_words = self._worded(weights) if not by_number or self.asked.words else []
        remembered = self._remembered(by_words)
        hits = self._hits(by_number, by_words, remembered, weights)
        if self.others and self.request.as_of:
            self.notes += (OTHER_DAYS % self.others,)
        return Answer(hits, self.notes)

    def _numbered(self) -> Ranked:
        """The articles of the number asked for, of the laws named or of all."""
        laws = self.laws or self.asked.laws
        query = ranking.only(ranking.numbered(self.asked), self.request, laws)
        hits = self._run(query, POOL)
        places = [place for _, place in hits]
        ranks = self.opened.column("rank", places)
        order = {law: place for place, law in enumerate(laws)}
        titles = [self.opened.passage(place).law for place in places] if laws else []
        keys = [
            (order.get(titles[at], len(order)) if laws else 0, rank)
            for at, rank in enumerate(ranks)
        ]
        best = sorted(range(len(hits)), key=keys.__getitem__)
        return [hits[at] for at in best]

    def _worded(self, weights: Weights) -> Ranked:
        """The articles that answer the words."""
        query = ranking.query_of(weights) or ranking.single_signs(self.asked.words)
        if query is None:
            return []
        if self.laws:
            hits = self._run(ranking.only(query, self.request, self.laws), POOL)
        else:
            hits = self._in_force(query)
        return self._by_meaning(ranking.reweighed(self.opened, hits))

    def _in_force(self, query: Query) -> Ranked:
        """The best of all days first: mostly enough of them are of the day asked for."""
        hits = self._run(query, POOL)
        kept, self.others = ranking.in_force(
            self.opened, hits, self.request.as_of, self.request.kind
        )
        if len(kept) < self.request.most and len(kept) < len(hits):
            return self._run(ranking.only(query, self.request, ()), POOL)
        return kept

    def _by_meaning(self, hits: Ranked) -> Ranked:
        """The best hits in an order that heeds their meaning, if there is an embedder."""
        embedder = self.searcher.embedder
        if embedder is None or not hits:
            return hits
        top, rest = hits[:MEANT], hits[MEANT:]
        texts = [self.opened.passage(place).text for _, place in top]
        try:
            asked, *vectors = embedder.embed([self.asked.words, *texts])
        except EmbedderFailed as problem:
            self.notes += (str(problem),)
            return hits
        best = top[0][0]
        found = [
            (score + MEANING * best * likeness(asked, vector), place)
            for (score, place), vector in zip(top, vectors, strict=True)
        ]
        return sorted(found, key=lambda hit: -hit[0]) + rest

    def _remembered(self, by_words: Ranked) -> dict[str, float]:
        """What confirmed questions add to the score of an address."""
        alike = self.searcher.memory.recall(self.request.words)
        best = by_words[0][0] if by_words else 1.0
        return {address: REMEMBERED * best * share for address, share in alike.items()}

    def _hits(
        self,
        by_number: Ranked,
        by_words: Ranked,
        remembered: dict[str, float],
        weights: Weights,
    ) -> tuple[Hit, ...]:
        """One hit an address, the best first."""
        found = chain(
            self._read(by_number, NUMBER), self._by_memory(by_words, remembered)
        )
        show = Showing(self.asked, marks(self.opened, self.asked, weights))
        best: dict[str, Hit] = {}
        for score, passage, why in found:
            if passage.address not in best:
                rank = len(best) + 1
                best[passage.address] = show.hit(rank, score, passage, why)
            if len(best) == self.request.most:
                break
        return tuple(best.values())

    def _by_memory(
        self, by_words: Ranked, remembered: dict[str, float]
    ) -> Iterable[tuple[float, Passage, str]]:
        """The hits of the words; those that people confirmed rise, or are put in."""
        if not remembered:
            return self._read(by_words, WORDS)
        found = list(self._read(by_words, WORDS))
        query = ranking.only(ranking.addressed(remembered), self.request, self.laws)
        seen = {passage.address for _, passage, _ in found}
        extra = list(self._read(self._run(query, POOL), MEMORY))
        found += [(0.0, one, why) for _, one, why in extra if one.address not in seen]
        raised = [
            (score + remembered[one.address], one, MEMORY)
            if one.address in remembered
            else (score, one, why)
            for score, one, why in found
        ]
        return sorted(raised, key=lambda hit: -hit[0])

    def _run(self, query: Query, most: int) -> Ranked:
        return list(self.opened.searcher.search(query, most, count=False).hits)

    def _read(self, hits: Ranked, why: str) -> Iterator[tuple[float, Passage, str]]:
        """The passages of hits, read from the disk as they are wanted."""
        for score, place in hits:
            yield score, self.opened.passage(place), why
