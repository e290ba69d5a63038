"""A passage that was found, as the reader sees it."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.lawbase.retrieval.asking import Asked
from faheng.lawbase.retrieval.index import Opened
from faheng.lawbase.retrieval.passage import Hit, Passage
from faheng.lawbase.retrieval.ranking import Weights, rarity
from faheng.lawbase.retrieval.snippets import best_line, line_at, spans
from faheng.lawbase.retrieval.wording import runs

MARKED = 0.25
NUMBER, WORDS, MEMORY = "number", "words", "memory"


def marks(opened: Opened, asked: Asked, weights: Weights) -> dict[str, float]:
    """What is marked in a text: pairs with what they tell, or single signs."""
    pairs = {
        term: weight * rarity(opened, "body", term)
        for term, weight in weights.body().items()
        if weight >= MARKED
    }
    single = [run for run in runs(asked.words) if len(run) == 1]
    return pairs or dict.fromkeys(single, 1.0)


@dataclass(frozen=True, slots=True)
class Showing:
    """What is shown of the passages found for a question."""

    asked: Asked
    marks: dict[str, float]

    def hit(self, rank: int, score: float, passage: Passage, why: str) -> Hit:
        """One answer: the whole article where it was asked for by its number alone."""
        place, text = self._shown(passage, why)
        return Hit(
            rank=rank,
            address=passage.address,
            place=place,
            law=passage.law,
            article=passage.article,
            headings=passage.headings,
            text=text,
            spans=spans(text, self.marks),
            score=score,
            kind=passage.kind,
            why=why,
            begins=passage.begins,
            ends=passage.ends,
        )

    def _shown(self, passage: Passage, why: str) -> tuple[str, str]:
        """The place shown and its text."""
        if why != NUMBER:
            line = best_line(passage, self.marks)
            return line.place, line.text
        if self.asked.para is None and self.asked.item is None:
            return "", passage.text
        line = line_at(passage, self.asked.para, self.asked.item)
        return line.place, line.text
