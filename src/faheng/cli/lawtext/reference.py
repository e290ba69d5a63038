"""第X条, 第N款 and 第（N）项 as people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from faheng.lawbase.parser.numerals import NUMERAL, article_label, worth

ARTICLE = re.compile(rf"第?({NUMERAL})条?(?:之({NUMERAL}))?$")
PART = re.compile(rf"第?[（(]?({NUMERAL})[）)]?[款项]?$")


@dataclass(frozen=True)
class Reference:
    """One provision of a statute."""

    article: str
    para: int | None
    item: int | None


def read_reference(article: str, paragraph: str | None, item: str | None) -> Reference:
    """The provision that the words name.

    Raises:
        ValueError: The words name none.
    """
    matched = ARTICLE.match(article.strip())
    if not matched:
        raise ValueError(f"条号看不懂：{article}")
    suffix = worth(matched.group(2)) if matched.group(2) else 0
    label = article_label(worth(matched.group(1)), suffix)
    return Reference(label, _part(paragraph), _part(item))


def _part(words: str | None) -> int | None:
    """The number of a paragraph or an item."""
    if words is None or not words.strip():
        return None
    matched = PART.match(words.strip())
    if not matched:
        raise ValueError(f"款号、项号看不懂：{words}")
    return worth(matched.group(1))
