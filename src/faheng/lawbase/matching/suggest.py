"""Ranked suggestions of the violated article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from faheng.lawbase.citations.declare import SELF, Mention, Target
from faheng.lawbase.citations.find import in_statute
from faheng.lawbase.matching.duties import DUTY, Breach, Wording
from faheng.lawbase.matching.order import Order
from faheng.lawbase.matching.provision import Part, provision
from faheng.lawbase.matching.weighing import Weighing, grams
from faheng.lawbase.parser.declare import Tree, Unit
from faheng.lawbase.penalties.find import in_tree
from faheng.lawbase.penalties.violated import breaches

BOILERPLATE = re.compile(
    r"违反(?:本|前)[^，。；]{0,12}规定|有(?:下列|前款)[^，。；]*之一的?|"
    r"(?:未|不)(?:按照|依照|按)(?:国家|国家有关|有关|本法|本条例)?规定"
)
IMPOSED = re.compile(
    r"(?:，|的|；)(?:由[^，；。]*?(?:部门|机关|机构|政府)|责令|处(?!置|理|分|于)|给予|没收|吊销|可以处)"
)
UNASKED = re.compile(r"擅自([^，。；、]+)")
GOVERNMENT = re.compile(
    r"^(?:国家|国务院|各级人民政府|县级以上|省|地方各级|地方人民政府|市人民政府|本法|本条例|本规定|本办法)"
)
NAMED_FIRST = 1.9
NAMED_LATER = 0.95
LEAD_SHARE = 0.5
DUTY_FACTOR = 1.15
GOVERNMENT_FACTOR = 0.75
# Fitted by cross-validation over statutes, see docs/explanation/law-base.md.
WHOLE = 0.86
DUTY_WORTH = 0.41
ORDER_WORTH = 0.36
BEHIND_WORTH = -0.67
ANSWER_WORTH = 0.28
COVER_WORTH = 0.51
ORGAN_WORTH = -0.36
TOP = 1 + WHOLE + DUTY_WORTH + ORDER_WORTH + ANSWER_WORTH + COVER_WORTH


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One candidate; the higher the score the likelier."""

    article: str
    para: int | None
    item: int | None
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph or an item that may lay down the duty."""

    article: Unit
    paragraph: Unit
    item: Unit | None
    wording: Wording
    is_duty: bool
    factor: float


@dataclass(slots=True)
class Index:
    """A statute's duties, counted, and its citations."""

    tree: Tree
    mentions: list[Mention]
    candidates: list[Candidate]
    weighing: Weighing
    wholes: dict[str, int]
    whole_weighing: Weighing
    order: Order

    @classmethod
    def of(cls, tree: Tree) -> Index:
        """Count the statute's duties: what is not itself penal."""
        penal = {(one.article, one.para) for one in in_tree(tree)}
        candidates = [
            candidate
            for article in tree.articles()
            for paragraph in article.children
            if (article.label, paragraph.number) not in penal
            for candidate in _candidates(article, paragraph)
        ]
        wholes = {one.article.label: one.article.full_text for one in candidates}
        return cls(
            tree,
            in_statute(tree),
            candidates,
            Weighing.of([one.wording.text for one in candidates]),
            {label: place for place, label in enumerate(wholes)},
            Weighing.of(list(wholes.values())),
            Order.of(tree, {label for label, _ in penal}),
        )


def _candidates(article: Unit, paragraph: Unit) -> list[Candidate]:
    """A paragraph, and each of its items under its lead-in."""
    texts: list[tuple[Unit | None, str]] = [(None, paragraph.full_text)]
    texts += [
        (item, f"{paragraph.text}\n{item.full_text}") for item in paragraph.children
    ]
    return [
        Candidate(
            article,
            paragraph,
            item,
            Wording.of(text),
            bool(DUTY.search(text)),
            _factor(paragraph, text),
        )
        for item, text in texts
    ]


def suggest(
    index: Index, article: str, para: int | None = None, item: int | None = None
) -> list[Suggestion]:
    """The likeliest violated articles of a provision, best first, one row each.

    Raises:
        NoSuchProvision: The statute has no such unit.
    """
    best: dict[str, Suggestion] = {}
    for part in provision(index.tree, index.mentions, article, para, item):
        for found in _ranked(index, part, article):
            one = replace(found, score=found.score * part.worth)
            before = best.get(one.article)
            if before is None or before.score < one.score:
                best[one.article] = one
    return sorted(best.values(), key=lambda one: -one.score)


def _ranked(index: Index, part: Part, article: str) -> list[Suggestion]:
    """The candidates for one act, scores between 0 and 2."""
    alike = _alike(index, part.units, article)
    bonus = _cited(index, part.units, article)
    found = []
    for one in alike:
        score = one.score
        target = bonus.get(one.article)
        if target:
            score = score * 0.01 + target[0]
        found.append(replace(one, score=round(score, 4)))
    known = {one.article for one in found}
    found += [
        Suggestion(label, target.para, target.item, score)
        for label, (score, target) in bonus.items()
        if label not in known
    ]
    return found


def _cited(
    index: Index, units: list[Unit], article: str
) -> dict[str, tuple[float, Target]]:
    """The other own articles that an act names, with what naming them is worth.

    An article named in the first clause is what the provision is about; one named
    later may be only one of several acts.
    """
    labels = index.order.places.keys() - {article}
    found: dict[str, tuple[float, Target]] = {}
    for depth, unit in enumerate(reversed(units)):
        alone = unit if depth == 0 else replace(unit, children=())
        for rank, (mention, first) in enumerate(_breached(index, alone)):
            worth = (NAMED_FIRST if first else NAMED_LATER) - 0.01 * rank - 0.3 * depth
            for target in _own(mention, labels):
                found.setdefault(target.article, (worth, target))
    return found


def _own(mention: Mention, labels: Collection[str]) -> list[Target]:
    """The targets of a citation that the statute itself holds."""
    return [one for one in mention.targets if one.law == SELF and one.article in labels]


def _breached(index: Index, unit: Unit) -> Iterator[tuple[Mention, bool]]:
    """The citations of breach in a unit; true for those in its first clause."""
    text = unit.pieces[0] if unit.pieces else None
    for mention in breaches(index.mentions, unit):
        first = (
            text is not None
            and mention.line == text.line
            and "，" not in text.text[: mention.start - text.column]
        )
        yield mention, first


def _alike(index: Index, units: list[Unit], article: str) -> list[Suggestion]:
    """The best part of each article, by words and by where it stands, 0 to 1."""
    own, lead = _query(units)
    unasked = "\n".join(UNASKED.findall(own))
    scores = index.weighing.scores(grams(f"{own}\n{unasked}"))
    if lead:
        for place, score in enumerate(index.weighing.scores(grams(lead))):
            scores[place] += LEAD_SHARE * score
    words = [
        score * candidate.factor
        for candidate, score in zip(index.candidates, scores, strict=True)
    ]
    wholes = index.whole_weighing.scores(grams(f"{own}\n{lead}"))
    most, most_whole = max(words, default=0) or 1, max(wholes, default=0) or 1
    breach = Breach.of(own, index.weighing.rarity)
    best: dict[str, tuple[float, Candidate]] = {}
    for candidate, score in zip(index.candidates, words, strict=True):
        label = candidate.article.label
        if label == article:
            continue
        total = score / most + WHOLE * wholes[index.wholes[label]] / most_whole
        total += _standing(index, candidate, article) + _fit(breach, candidate)
        total = max(0.0, total) / TOP
        if label not in best or best[label][0] < total:
            best[label] = total, candidate
    return [
        Suggestion(
            label, one.paragraph.number, one.item.number if one.item else None, total
        )
        for label, (total, one) in best.items()
    ]


def _standing(index: Index, candidate: Candidate, provision: str) -> float:
    """What the form of a candidate and its place in the statute are worth."""
    label = candidate.article.label
    worth = ORDER_WORTH * index.order.closeness(label, provision)
    worth += DUTY_WORTH if candidate.is_duty else 0
    return worth + (BEHIND_WORTH if label in index.order.behind else 0)


def _fit(breach: Breach, candidate: Candidate) -> float:
    """What it is worth how a candidate's duties are worded."""
    wording = candidate.wording
    return (
        ANSWER_WORTH * breach.answered(wording)
        + COVER_WORTH * breach.covered(wording)
        + ORGAN_WORTH * breach.strange(wording)
    )


def _factor(paragraph: Unit, text: str) -> float:
    """How likely a candidate lays down a duty of the people it governs."""
    factor = DUTY_FACTOR if DUTY.search(text) else 1.0
    if GOVERNMENT.match(paragraph.text):
        factor *= GOVERNMENT_FACTOR
    return factor


def _query(units: list[Unit]) -> tuple[str, str]:
    """What is punished, in the provision's words, and its lead-in."""
    last = units[-1]
    if len(units) > 1:
        return _described(last.full_text), _described(units[0].text)
    return "\n".join(_punished(unit) for unit in units), ""


def _punished(paragraph: Unit) -> str:
    """The description of a paragraph with those of its items."""
    items = [_described(item.full_text) for item in paragraph.children]
    return "\n".join([_described(paragraph.text), *items])


def _described(text: str) -> str:
    """The words before the first measure, without boilerplate."""
    bare = BOILERPLATE.sub("，", text)
    measure = IMPOSED.search(bare)
    return bare[: measure.start()] if measure and measure.start() > 0 else bare
