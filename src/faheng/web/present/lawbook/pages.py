"""A version's contents, and an article's lines with what they cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from faheng.lawbase.models import Unit, UnitKind, Version

OPENING = 30
HEADINGS = (
    UnitKind.BOOK,
    UnitKind.SUBBOOK,
    UnitKind.PART,
    UnitKind.CHAPTER,
    UnitKind.SECTION,
)
AROUND = (UnitKind.PREFACE, UnitKind.ANNEX, UnitKind.NOTE)
FIGURES = 4


@dataclass(frozen=True)
class ArticleLine:
    """An article in the contents: its numbers, its label and its first words."""

    number: int
    suffix: int
    label: str
    opening: str
    pk: int = 0

    @property
    def key(self) -> tuple[int, int]:
        """Its numbers as one."""
        return self.number, self.suffix

    @property
    def slug(self) -> str:
        """Its numbers as an address writes them."""
        return f"{self.number}-{self.suffix}" if self.suffix else f"{self.number}"


@dataclass
class Heading:
    """A heading with the articles right under it; the first may have no words."""

    label: str
    text: str
    depth: int
    articles: list[ArticleLine] = field(default_factory=list)

    @property
    def span(self) -> str:
        """The articles as figures: 17–27."""
        if not self.articles:
            return ""
        first, last = self.articles[0], self.articles[-1]
        return first.slug if first is last else f"{first.slug}–{last.slug}"


def contents(version: Version) -> list[Heading]:
    """Give the headings of a version in order, each with its articles."""
    rows = list(
        Unit.objects
        .filter(version=version)
        .filter(
            Q(kind__in=(*HEADINGS, UnitKind.ARTICLE))
            | Q(kind=UnitKind.PARAGRAPH, number=1)
        )
        .order_by("path")
        .only("path", "kind", "label", "text", "number", "suffix", "article")
    )
    found: list[Heading] = []
    for row in rows:
        if row.kind in HEADINGS:
            depth = len(row.path) // FIGURES
            found.append(Heading(row.label, row.text, depth))
        elif row.kind == UnitKind.ARTICLE:
            if not found:
                found.append(Heading("", "", 1))
            found[-1].articles.append(
                ArticleLine(row.number, row.suffix, row.label, _cut(row.text), row.pk)
            )
        elif found and found[-1].articles and not found[-1].articles[-1].opening:
            found[-1].articles[-1] = _opened(found[-1].articles[-1], row.text)
    return found


def _opened(one: ArticleLine, text: str) -> ArticleLine:
    return ArticleLine(one.number, one.suffix, one.label, _cut(text), one.pk)


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= OPENING else f"{words[:OPENING]}…"


@dataclass
class Section:
    """A stretch of the whole text under one heading."""

    label: str
    text: str
    depth: int
    lines: list[Line] = field(default_factory=list)


def whole_text(version: Version) -> list[Section]:
    """Give every word of a version, heading by heading."""
    found: list[Section] = [Section("", "", 1)]
    gathered: list[Unit] = []
    for unit in Unit.objects.filter(version=version).order_by("path"):
        if unit.kind in HEADINGS:
            found[-1].lines += lines(gathered)
            gathered = []
            found.append(Section(unit.label, unit.text, len(unit.path) // FIGURES))
        else:
            gathered.append(unit)
    found[-1].lines += lines(gathered)
    return [one for one in found if one.label or one.lines]


@dataclass(frozen=True)
class Stretch:
    """A part of a line's words; with an address where it cites something."""

    text: str
    url: str = ""
    wrong: str = ""


@dataclass(frozen=True)
class Line:
    """A unit of the text: its label in the gutter, its words, how deep it stands."""

    pk: int
    kind: str
    gutter: str
    lead: str
    label: str
    text: str
    depth: int
    anchor: str
    marked: bool = False
    stretches: tuple[Stretch, ...] = ()

    @property
    def words(self) -> str:
        """The label of an item with its words, as printed."""
        return f"{self.label}{self.text}"


DEPTHS = {UnitKind.ITEM: 1, UnitKind.SUBITEM: 2, UnitKind.DEEPER: 3}
WORDS = {UnitKind.PARAGRAPH: "款", UnitKind.ITEM: "项", UnitKind.SUBITEM: "目"}


def article_units(version: Version, number: int, suffix: int) -> list[Unit]:
    """Give an article and everything in it, in order."""
    return list(
        Unit.objects.filter(
            version=version, article=number, article_suffix=suffix
        ).order_by("path")
    )


def lines(
    units: Iterable[Unit],
    *,
    marked: str = "",
) -> tuple[Line, ...]:
    """Set the units of articles as lines, each with its label; mark one place."""
    found: list[Line] = []
    lead = ""
    for unit in units:
        if unit.kind == UnitKind.ARTICLE:
            lead = unit.label
        if not unit.text:
            continue
        found.append(_line(unit, lead, marked))
        lead = ""
    return tuple(found)


def _line(unit: Unit, lead: str, marked: str) -> Line:
    below = unit.address.partition("/")[2] or unit.address
    kind = UnitKind(unit.kind)
    word = WORDS.get(kind)
    return Line(
        pk=unit.pk,
        kind=unit.kind,
        gutter=f"{unit.number}{word}" if word else "",
        lead=lead,
        label=unit.label if kind in DEPTHS else "",
        text=unit.text,
        depth=DEPTHS.get(kind, 0),
        anchor=below.replace("/", "").replace("~", "-"),
        marked=bool(marked) and below == marked,
    )
