"""What a person says about a line, written into the text that is split.

The file stays as it came in. Every line keeps its number: one that is joined to the
line before leaves an empty line behind, one that is left out becomes a comment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from faheng.lawbase.parser.lines import ARTICLE, BLANK, ITEM, OWN, SUBITEMS
from faheng.lawbase.parser.numerals import article_label, numeral

MARKS = re.compile(r"[#*>\s\u3000]*")
COMMENT = re.compile(r"<!-- ?(.*?) ?-->", re.DOTALL)


class Remedy(StrEnum):
    """What a line is made."""

    JOIN = "join"
    PARAGRAPH = "paragraph"
    PART = "part"
    ITEM = "item"
    ARTICLE = "article"
    LEAVE_OUT = "leave_out"
    TAKE_IN = "take_in"


NUMBERED = frozenset({Remedy.ITEM, Remedy.ARTICLE})


@dataclass(frozen=True, slots=True)
class Correction:
    """One remedy: `line` as in the file; `words` are those before which to part."""

    line: int
    remedy: Remedy
    number: int = 0
    suffix: int = 0
    words: str = ""


class NotCorrected(ValueError):
    """这一行不能这样更正"""


def corrected(lines: Sequence[str], correction: Correction) -> list[str]:
    """The lines of a text after one correction.

    Raises:
        NotCorrected: The line is not there, or the remedy does not fit it.
    """
    at = correction.line - 1
    if not 0 <= at < len(lines) or not lines[at].strip(BLANK):
        message = f"第 {correction.line} 行没有文字"
        raise NotCorrected(message)
    if correction.remedy in NUMBERED and correction.number < 1:
        message = "请写明序号"
        raise NotCorrected(message)
    found = list(lines)
    if correction.remedy is Remedy.JOIN:
        _join(found, at)
    else:
        found[at] = _written(found[at], correction)
    return found


def _join(lines: list[str], at: int) -> None:
    before = next((one for one in range(at - 1, -1, -1) if lines[one].strip()), None)
    if before is None:
        message = "前面没有可以接上的行"
        raise NotCorrected(message)
    lines[before] = lines[before].rstrip(BLANK) + lines[at].strip(BLANK).strip(OWN)
    lines[at] = ""


def _written(raw: str, correction: Correction) -> str:
    """The line as it is to be read."""
    remedy, text = correction.remedy, raw.strip(BLANK)
    if remedy is Remedy.LEAVE_OUT:
        return f"<!-- {text} -->"
    if remedy is Remedy.TAKE_IN:
        return COMMENT.sub(r"\1", text)
    if remedy is Remedy.PART:
        return _parted(raw, correction.words)
    indent = raw[: len(raw) - len(raw.lstrip(BLANK))]
    bare = _unlabelled(text)
    if remedy is Remedy.PARAGRAPH:
        return f"{indent}{OWN}{bare}"
    if remedy is Remedy.ITEM:
        return f"{indent}（{numeral(correction.number)}）{bare}"
    return f"{indent}{article_label(correction.number, correction.suffix)}\u3000{bare}"


def _parted(raw: str, words: str) -> str:
    at = raw.find(words) if words else -1
    if at <= 0 or not raw[:at].strip(BLANK):
        message = "这一行里没有这几个字，或者它们就在行首"
        raise NotCorrected(message)
    return f"{raw[:at]}{OWN}{raw[at:]}"


def _unlabelled(text: str) -> str:
    """The words of a line without marks and without the label it bears."""
    bare = MARKS.sub("", text, count=1).lstrip(OWN)
    for pattern in (ARTICLE, ITEM, *(one for _, one in SUBITEMS)):
        if matched := pattern.match(bare):
            return bare[matched.end() :].lstrip(BLANK)
    return bare
