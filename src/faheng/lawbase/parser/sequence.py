"""Which lines that look like articles are articles: the numbers tell.

An article may be glued to the one before it in one line; a wrapped line may begin
with a citation that looks like the label of an article.
"""

from __future__ import annotations

import re

from faheng.lawbase.parser.declare import Doubt
from faheng.lawbase.parser.lines import ARTICLE, BLANK, Kind, Line
from faheng.lawbase.parser.mending import ends_sentence
from faheng.lawbase.parser.numerals import NUMERAL, worth

GLUED = re.compile(
    r"(?<=[。；！？”])[\s\u3000]*(第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)([\s\u3000]?)"
)
PART = rf"第[（(]?(?:{NUMERAL})[）)]?[条款项目]"
CITES = re.compile(rf"规定|、|的|{PART}|[至到和或及与]{PART}")
GOES_ON = re.compile(rf"{CITES.pattern}|，|或|及|所|与(?!{PART})|和|至|到")
CITED = re.compile(rf"{CITES.pattern}|，|或者?第|以?及第|所(?:列|规定|称|述|指)")


def settled(lines: list[Line], doubts: list[Doubt]) -> list[Line]:
    """The lines with false articles made plain and glued ones set apart."""
    found: list[Line] = []
    last = (0, 0)
    for line in lines:
        if line.kind is Kind.ARTICLE and _is_citation(line, found, last):
            _plain(line)
        if line.kind is Kind.ARTICLE:
            last = (line.worth, line.suffix)
        found.append(line)
        while glued := _glued(found[-1], last):
            found.append(glued)
            last = (glued.worth, glued.suffix)
            doubts.append(
                Doubt("glued_article", glued.number, f"{glued.label}与前文粘连，已分开")
            )
    return found


def _is_citation(line: Line, found: list[Line], last: tuple[int, int]) -> bool:
    """Whether a line that begins with 第N条 only cites that article."""
    if line.style == "gap":
        return False
    before = found[-1] if found else None
    whole = (
        before is None
        or before.kind in {Kind.HEADING, Kind.END_OF_FRONT}
        or ends_sentence(before.text)
    )
    if follows(last, (line.worth, line.suffix)):
        return bool((CITES if whole else GOES_ON).match(line.text))
    return bool(GOES_ON.match(line.text)) or not whole


def follows(last: tuple[int, int], number: tuple[int, int]) -> bool:
    """Whether an article number comes right after another."""
    return number in {(last[0] + 1, 0), (last[0], last[1] + 1)}


def _plain(line: Line) -> None:
    """Put the label back before the words."""
    line.kind = Kind.TEXT
    line.column -= len(line.label)
    line.text = line.label + line.text
    line.label = ""


def _glued(line: Line, last: tuple[int, int]) -> Line | None:
    """The next article, cut off from the line that it is glued to."""
    if line.kind in {Kind.HEADING, Kind.END_OF_FRONT} or not last[0]:
        return None
    if "条" not in line.text:
        return None
    for matched in GLUED.finditer(line.text):
        label = ARTICLE.match(matched.group(1))
        if not label:
            continue
        number = (worth(label.group(1)), worth(label.group(2) or "零"))
        rest = line.text[matched.end() :]
        cited = CITED.match(rest) and not matched.group(2)
        if follows(last, number) and rest and not cited:
            return _cut(line, matched, number)
    return None


def _cut(line: Line, matched: re.Match[str], number: tuple[int, int]) -> Line:
    """Cut a line in two; the second part is returned."""
    rest = line.text[matched.end() :]
    bare = rest.lstrip(BLANK)
    column = line.column + matched.end() + len(rest) - len(bare)
    line.text = line.text[: matched.start()].rstrip(BLANK)
    return Line(
        line.number, column, bare, Kind.ARTICLE, matched.group(1), *number, style="gap"
    )
