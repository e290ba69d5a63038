"""What the law base holds, and whether a citation points at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import zip_longest

from faheng.kernel.law.declare import Citation
from faheng.lawbase.models import ArticleText, StatuteText
from faheng.lawbase.split import Paragraph, paragraphs


class Outcome(Enum):
    """What became of looking a citation up."""

    RESOLVES = "有此条文"
    NOT_HELD = "法规库未收录"
    DOES_NOT_EXIST = "所收文本无此条款"


@dataclass(frozen=True)
class StatuteView:
    """One version of a statute. Dates and status are the source's claims."""

    id: int
    title: str
    short: str
    version_label: str
    begins_claim: date | None
    effective_claim: date | None
    status_claim: str
    source: str
    sha256: str


@dataclass(frozen=True)
class ArticleView:
    """An article as it stands in one version, or one paragraph of it.

    `fits` is false when the only version held begins after the day asked for.
    """

    statute: StatuteView
    number: int
    suffix: int
    chapter: str
    paragraphs: tuple[Paragraph, ...]
    fits: bool

    def paragraph(self, number: int) -> Paragraph | None:
        """The paragraph of that number."""
        return next((one for one in self.paragraphs if one.number == number), None)


def statutes() -> list[StatuteView]:
    """Every version held, by title."""
    return [_view(text) for text in StatuteText.objects.all()]


def versions(title: str) -> list[StatuteView]:
    """The versions held of a statute, oldest first; the short name will do."""
    return [_view(text) for text in _texts(title)]


def article(
    title: str,
    number: int,
    para: int | None = None,
    *,
    suffix: int = 0,
    on: date | None = None,
) -> ArticleView | None:
    """An article of the version that had begun by a day, else of the first held.

    Without a day: of the newest version. With `para`: that paragraph alone.
    """
    texts = _texts(title)
    if not texts:
        return None
    begun = [text for text in texts if on is None or _begins(text) <= on]
    text = begun[-1] if begun else texts[0]
    row = _article(text, number, suffix)
    if row is None:
        return None
    whole = paragraphs(row.text)
    chosen = tuple(one for one in whole if para in {None, one.number})
    if not chosen:
        return None
    return ArticleView(
        _view(text), row.number, row.suffix, row.chapter, chosen, fits=bool(begun)
    )


def outcome(citation: Citation, on: date | None = None) -> Outcome:
    """Whether a citation points at a text that is held.

    Looked for in the version of a day, or without a day in the versions that were in
    force at some time while the cited declaration is.
    """
    texts = _meant(citation, on)
    if not texts:
        return Outcome.NOT_HELD
    if any(_holds(text, citation) for text in texts):
        return Outcome.RESOLVES
    return Outcome.DOES_NOT_EXIST


def unresolved(
    citations: Iterable[Citation],
) -> dict[Outcome, list[Citation]]:
    """Those citations that do not resolve, by what became of them."""
    found: dict[Outcome, list[Citation]] = {
        Outcome.NOT_HELD: [],
        Outcome.DOES_NOT_EXIST: [],
    }
    for citation in citations:
        result = outcome(citation)
        if result is not Outcome.RESOLVES:
            found[result].append(citation)
    return found


def _meant(citation: Citation, on: date | None) -> list[StatuteText]:
    """The held versions that a citation can mean."""
    statute = citation.statute
    first = on or statute.since
    last = on or statute.until or date.max
    texts = _texts(statute.title)
    followers = [_begins(text) for text in texts[1:]]
    return [
        text
        for text, next_begins in zip_longest(texts, followers, fillvalue=None)
        if text
        and _begins(text) <= last
        and (next_begins is None or next_begins > first)
    ]


def _holds(text: StatuteText, citation: Citation) -> bool:
    """Whether a version has the article, and the paragraph and item if cited."""
    row = _article(text, citation.article, citation.suffix)
    if row is None:
        return False
    whole = paragraphs(row.text)
    if citation.para is not None:
        whole = tuple(one for one in whole if one.number == citation.para)
    if citation.item is not None:
        return any(one.item(citation.item) for one in whole)
    return bool(whole)


def _texts(title: str) -> list[StatuteText]:
    """The versions held under a title or short name, oldest first."""
    bare = title.strip("《》 ")
    texts = StatuteText.objects.filter(title=bare) or StatuteText.objects.filter(
        short=bare
    )
    return sorted(texts, key=_begins)


def _begins(text: StatuteText) -> date:
    """The day a version begins, as far as the source tells."""
    return text.begins_claim or date.min


def _article(text: StatuteText, number: int, suffix: int) -> ArticleText | None:
    """The article of a version."""
    return text.articles.filter(number=number, suffix=suffix).first()


def _view(text: StatuteText) -> StatuteView:
    """The frozen form of a version."""
    return StatuteView(
        id=text.pk,
        title=text.title,
        short=text.short,
        version_label=text.version_label,
        begins_claim=text.begins_claim,
        effective_claim=text.effective_claim,
        status_claim=text.status_claim,
        source=text.source,
        sha256=text.sha256,
    )
