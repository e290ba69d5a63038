"""Every citation of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from faheng.lawbase.citations.context import Ground, Place, Stretch, places
from faheng.lawbase.citations.declare import SELF, Mention, Target
from faheng.lawbase.citations.grammar import Step, heads, steps
from faheng.lawbase.citations.naming import bare, is_back_reference, title_before
from faheng.lawbase.citations.resolve import expanded, holding, lead_in
from faheng.lawbase.parser.declare import Piece, Tree
from faheng.lawbase.parser.numerals import worth

STATED = re.compile(r"(?:规定)?的?(?=第)")
AFTER_BEFORE = re.compile(r"规定|所|的|情形|行为|以外|中|、|和|及|或|任")


@dataclass(slots=True)
class Reader:
    """Reads one text; remembers the statute last named for 该法."""

    ground: Ground
    last_law: str = ""
    leads: dict[tuple[str, int], list[Target]] = field(default_factory=dict)

    def citations(self, stretch: Stretch, place: Place) -> Iterator[Mention]:
        """The citations of a stretch of text."""
        text = stretch.text
        walk = heads(text)
        matched: re.Match[str] | None = next(walk, None)
        while matched is not None:
            made = self._read(text, matched, place)
            end = matched.end()
            if made:
                start, end, targets = made
                self._remember(place, targets)
                where = stretch.find(start, end)
                yield Mention(*where, text[start:end], tuple(targets))
            try:
                matched = walk.send(end)
            except StopIteration:
                return

    def _read(
        self, text: str, matched: re.Match[str], place: Place
    ) -> tuple[int, int, list[Target]] | None:
        """The citation that begins at a head, if one does."""
        if matched["own"]:
            return self._of_law(text, matched, SELF)
        if matched["quoted"]:
            return self._of_law(text, matched, self._law(matched["quoted"]))
        if matched["this"]:
            return self._of_this(text, matched, place)
        if matched["before"]:
            return self._of_before(text, matched, place)
        return self._of_bare(text, matched, place)

    def _of_law(
        self, text: str, matched: re.Match[str], law: str
    ) -> tuple[int, int, list[Target]] | None:
        """本法第…, 《…》第…."""
        begin = matched.end() + text.startswith("的第", matched.end())
        found, end = steps(text, begin)
        if not found:
            return None
        return matched.start(), end, expanded(self.ground, law, Target(law), found)

    def _of_this(
        self, text: str, matched: re.Match[str], place: Place
    ) -> tuple[int, int, list[Target]] | None:
        """本条, 本款, 本章 and what goes on with them."""
        start = self._this(matched["this"], place)
        if start is None:
            return None
        begin = matched.end() + text.startswith("的第", matched.end())
        found, end = steps(text, begin)
        if not found or (start.chapter and found[0].unit != "节"):
            return matched.start(), matched.end(), [start]
        return matched.start(), end, expanded(self.ground, SELF, start, found)

    def _this(self, words: str, place: Place) -> Target | None:
        """The unit that 本条, 本款, 本项, 本章 or 本节 stands in."""
        chapter = {"本章": place.chapter, "本节": place.chapter + place.section}
        if words in chapter:
            return Target(SELF, chapter=chapter[words]) if chapter[words] else None
        if place.article is None:
            return None
        para = place.paragraph.number if place.paragraph else None
        item = place.item.number if place.item else None
        if words == "本条":
            return Target(SELF, place.article.label)
        return Target(
            SELF, place.article.label, para, item if words == "本项" else None
        )

    def _of_before(
        self, text: str, matched: re.Match[str], place: Place
    ) -> tuple[int, int, list[Target]] | None:
        """前款, 前两款, 前条, 前三项 and what goes on with them."""
        if place.article is None or matched["count"] == "几":
            return None
        count = worth(matched["count"]) if matched["count"] else 1
        starts = self._before(matched.group(0)[-1], count, place)
        follows = AFTER_BEFORE.match(text, matched.end())
        if matched.group(0)[-1] == "项" and not (starts and (follows or count == 1)):
            return None
        stated = STATED.match(text, matched.end())
        found, end = steps(text, stated.end() if stated else matched.end())
        if not found or not starts:
            return matched.start(), matched.end(), starts
        targets = expanded(self.ground, SELF, starts[-1], found)
        return matched.start(), end, starts[:-1] + targets

    def _before(self, unit: str, count: int, place: Place) -> list[Target]:
        """The units right before a place."""
        if place.article is None or place.paragraph is None:
            return []
        label, para = place.article.label, place.paragraph.number
        if unit == "条":
            return [Target(SELF, one.label) for one in self.ground.before(label, count)]
        if unit == "款":
            return [
                Target(SELF, label, one) for one in range(max(1, para - count), para)
            ]
        return self._items_before(count, place)

    def _items_before(self, count: int, place: Place) -> list[Target]:
        """The items right before an item, or before the paragraph."""
        if place.article is None or place.paragraph is None:
            return []
        holder = place.paragraph
        last = place.item.number if place.item else 0
        if not place.item:
            earlier = [
                one
                for one in place.article.children
                if one.children and one.number <= holder.number
            ]
            if not earlier:
                return []
            holder, last = earlier[-1], earlier[-1].children[-1].number + 1
        if last - count < 1:
            return []
        return [
            Target(SELF, place.article.label, holder.number, one)
            for one in range(last - count, last)
        ]

    def _of_bare(
        self, text: str, matched: re.Match[str], place: Place
    ) -> tuple[int, int, list[Target]] | None:
        """民法典第…, 第十条…, 第二款…, 第三项…: whose, the words before tell."""
        start = matched.start()
        found, end = steps(text, start)
        if not found:
            return None
        title = title_before(text, start)
        if title:
            law = self._law(title)
            if law:
                begin = start - len(title) - text[:start].endswith("的")
                return begin, end, expanded(self.ground, law, Target(law), found)
        inside = self._inside(found[0], place)
        if inside is None:
            return None
        return (
            start,
            end,
            expanded(self.ground, SELF, inside, found)[
                1 if inside.article and found[0].joined else 0 :
            ],
        )

    def _inside(self, first: Step, place: Place) -> Target | None:
        """The unit within which a reference without a statute is to be read."""
        if first.unit not in {"款", "项", "目"}:
            return Target(SELF) if self.ground.articles else None
        if place.article is None or place.paragraph is None:
            return None
        label = place.article.label
        if first.unit == "款":
            return Target(SELF, label)
        if first.unit == "目":
            item = place.item.number if place.item else None
            return Target(SELF, label, place.paragraph.number, item)
        return self._item_inside(first.numbers[0], place)

    def _item_inside(self, item: int, place: Place) -> Target | None:
        """Where 第N项 without article is: in the article of the lead-in, or here."""
        if place.article is None or place.paragraph is None:
            return None
        key = (place.article.label, place.paragraph.number)
        led = lead_in(self.ground, place, self.leads.get(key, []), item)
        if led and place.item:
            return Target(SELF, led)
        if place.paragraph.child(item):
            return Target(SELF, place.article.label, place.paragraph.number)
        if not holding(place.article, item):
            cited = lead_in(self.ground, place, self._cited(key), item)
            if cited:
                return Target(SELF, cited)
        holder = holding(place.article, item)
        para = holder.number if holder else place.paragraph.number
        return Target(SELF, place.article.label, para)

    def _cited(self, key: tuple[str, int]) -> list[Target]:
        """What the paragraph has cited so far, the last first."""
        return list(reversed(self.leads.get(key, [])))

    def _law(self, title: str) -> str:
        """What a printed title is called in a target; 该法 is the last named."""
        if is_back_reference(title):
            return self.last_law
        name = bare(title)
        law = SELF if name == bare(self.ground.title) and name else name
        if law != SELF:
            self.last_law = law
        return law

    def _remember(self, place: Place, targets: list[Target]) -> None:
        """Keep what a lead-in cites, for its items."""
        if place.article and place.paragraph and place.item is None:
            key = (place.article.label, place.paragraph.number)
            self.leads.setdefault(key, []).extend(targets)


def in_statute(tree: Tree) -> list[Mention]:
    """The citations of a statute, in order."""
    reader = Reader(Ground.of(tree))
    return [
        mention
        for stretch, place in places(tree)
        for mention in reader.citations(stretch, place)
    ]


def in_lines(lines: Iterable[str]) -> list[Mention]:
    """The citations of a text that is no statute."""
    reader = Reader(Ground())
    return [
        mention
        for number, text in enumerate(lines, start=1)
        for mention in reader.citations(Stretch((Piece(number, 0, text),)), Place())
    ]
