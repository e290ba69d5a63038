"""From the references printed to the units meant."""

from __future__ import annotations

from dataclasses import dataclass, replace

from faheng.lawbase.citations.context import Ground, Place
from faheng.lawbase.citations.declare import SELF, Target
from faheng.lawbase.citations.grammar import Step
from faheng.lawbase.parser.declare import Unit
from faheng.lawbase.parser.numerals import article_label, numeral

HEADING_UNITS = {"编", "分编", "章", "节"}
KEYS = {"款": "para", "项": "item", "目": "subitem"}


@dataclass(slots=True)
class Expansion:
    """Targets as they are read, one printed reference after the other."""

    ground: Ground
    law: str
    current: Target
    found: list[Target]

    def take(self, step: Step) -> None:
        """Add what one reference means."""
        if step.unit in HEADING_UNITS:
            self._heading(step)
            return
        bases = [self.current]
        if not step.joined and self.found:
            bases = [self.found.pop()]
        made: list[Target] = []
        if step.up_to and self.found:
            made = self._between(self.found[-1], step)
        made += [self._with(bases[0], step, number) for number in step.numbers]
        self.found += made
        self.current = made[-1]

    def _heading(self, step: Step) -> None:
        """A chapter, section or book; a deeper one goes on with the one before."""
        around = self.current.chapter if step.unit == "节" else ""
        if not step.joined and self.found:
            around = self.found.pop().chapter
        if step.up_to and self.found:
            self.found += self._headings(self.found[-1].chapter, around, step)
        self.found += [
            Target(self.law, chapter=f"{around}第{numeral(number)}{step.unit}")
            for number in step.numbers
        ]

    def _headings(self, first: str, around: str, step: Step) -> list[Target]:
        """The headings between two."""
        last = step.numbers[0]
        labels = [f"{around}第{numeral(one)}{step.unit}" for one in range(1, last)]
        start = labels.index(first) + 1 if first in labels else last
        return [Target(self.law, chapter=label) for label in labels[start:]]

    def _with(self, base: Target, step: Step, number: int) -> Target:
        """A target made narrower, or another one beside it, by one number."""
        if step.unit == "条":
            return Target(self.law, article_label(number, step.suffix))
        if step.unit == "款":
            return Target(base.law, base.article, number)
        if step.unit == "项":
            return Target(base.law, base.article, base.para, number)
        return replace(base, subitem=number)

    def _between(self, first: Target, step: Step) -> list[Target]:
        """What lies between the ends of a range."""
        last = step.numbers[0]
        if step.unit == "条":
            return [Target(self.law, label) for label in self._labels(first, step)]
        start = getattr(first, KEYS[step.unit]) or last
        return [self._with(first, step, one) for one in range(start + 1, last)]

    def _labels(self, first: Target, step: Step) -> list[str]:
        """The labels of the articles between two; own ones with their 之一."""
        last = article_label(step.numbers[0], step.suffix)
        positions = self.ground.positions
        if self.law == SELF and first.article in positions and last in positions:
            between = self.ground.articles[
                positions[first.article] + 1 : positions[last]
            ]
            return [unit.label for unit in between]
        start = next(
            (
                number
                for number in range(step.numbers[0], 0, -1)
                if article_label(number) == first.article.partition("之")[0]
            ),
            step.numbers[0],
        )
        return [article_label(one) for one in range(start + 1, step.numbers[0])]


def expanded(
    ground: Ground, law: str, start: Target, steps: list[Step]
) -> list[Target]:
    """Every unit that a row of references means, beginning inside `start`."""
    found = [start] if start.article or start.chapter else []
    expansion = Expansion(ground, law, start, found)
    for step in steps:
        expansion.take(step)
    targets = expansion.found
    if law == SELF:
        targets = [_with_paragraph(ground, target) for target in targets]
    return list(dict.fromkeys(targets))


def _with_paragraph(ground: Ground, target: Target) -> Target:
    """An item cited without its paragraph stands in the one that has the item."""
    if target.item is None or target.para is not None:
        return target
    unit = ground.article(target.article)
    holder = holding(unit, target.item) if unit else None
    return replace(target, para=holder.number if holder else 1)


def holding(article: Unit, item: int) -> Unit | None:
    """The paragraph of an article that has an item of that number."""
    return next((one for one in article.children if one.child(item)), None)


def lead_in(ground: Ground, place: Place, lead: list[Target], item: int) -> str:
    """The article that a bare 第N项 speaks of: one that the words before it cite.

    Empty if the lead-in cites none of the own law that has such an item.
    """
    for target in lead:
        unit = ground.article(target.article) if target.law == SELF else None
        if unit and unit is not place.article and holding(unit, item):
            return target.article
    return ""
