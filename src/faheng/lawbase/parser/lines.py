"""What one line of a statute is: a heading, an article, an item, plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from faheng.lawbase.parser.declare import Level
from faheng.lawbase.parser.numerals import NUMERAL, worth


class Kind(Enum):
    """What a line begins with."""

    TEXT = "text"
    HEADING = "heading"
    ARTICLE = "article"
    ITEM = "item"
    SUBITEM = "subitem"
    PREFACE = "preface"
    CONTENTS = "contents"
    ANNEX = "annex"
    NOTE = "note"
    END_OF_FRONT = "end of front"


@dataclass(slots=True)
class Line:
    """One line, or the part of one: `column` is where `text` begins in the file."""

    number: int
    column: int
    text: str
    kind: Kind = Kind.TEXT
    label: str = ""
    worth: int = 0
    suffix: int = 0
    level: Level | None = None
    style: str = ""
    indented: bool = False
    marked: bool = False
    apart: bool = False
    own: bool = False


OWN = "¶"
"""Before words of which a person said that they begin a paragraph."""
GAP = r"[\s\u3000\u200b\ufeff]"
BLANK = " \t\r\f\v\u3000\u200b\u200c\u200d\ufeff\xa0\u2003\u2002"
SPACED = rf"[〇○零一二三四五六七八九十百千](?:{GAP}?[〇○零一二三四五六七八九十百千])*|[0-9０-９]+"
HEADING = re.compile(
    rf"第{GAP}*({SPACED}){GAP}*(分编|编|章|节|部分)(?=$|{GAP}|[\u4e00-\u9fff（《“])"
)
ARTICLE = re.compile(rf"第{GAP}?({SPACED}){GAP}?条(?:{GAP}?之{GAP}?({NUMERAL}))?")
ITEM = re.compile(rf"[（(]{GAP}?([一二三四五六七八九十百]+){GAP}?[）)]{GAP}*")
ENCLOSED = re.compile(r"([㈠-㈩])[\s\u3000]*")
SUBITEMS = (
    ("1.", re.compile(r"(\d{1,2})\s*[.．、](?!\d)[\s\u3000]*")),
    ("(1)", re.compile(r"[（(]\s?(\d{1,2}|[０-９]{1,2})\s?[）)][\s\u3000]*")),
    ("①", re.compile(r"([①-⑳])[\s\u3000]*")),
    ("⑴", re.compile(r"([⑴-⒇])[\s\u3000]*")),
    ("⒈", re.compile(r"([⒈-⒛])[\s\u3000]*")),
)
PART_HEADING = re.compile(r"([一二三四五六七八九十]+)、")
PREFACE = re.compile(rf"序{GAP}*言$|前{GAP}*言$")
CONTENTS = re.compile(rf"目{GAP}*[录次]$")
ANNEX = re.compile(
    r"附[件表录图]?[\s\u3000]*(?:[一二三四五六七八九十]+|\d+)?[\s\u3000]*(?:[：:].{0,60})?$"
)
NOTE = re.compile(r"(?:\[\^|注[：:]|备注[：:]|[［\[]\d+[］\]])")
PAGE = re.compile(r"[-—－–―·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—－–―·\s]*$")
UNPRINTED = re.compile(
    r"^(?:[\ue000-\uf8ff]|[-*+·•●■◆](?=\s|[\ue000-\uf8ff（(第]))+\s*"
)
BULLET = "-*+·•●■◆"
LABELLED = re.compile(rf"#|第(?:{SPACED})[编章节条]|[（(](?:{NUMERAL})[）)]|\d+[.．]")
DATE = re.compile(r"[（(]?[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日")
SPECIAL = ((PREFACE, Kind.PREFACE), (CONTENTS, Kind.CONTENTS), (ANNEX, Kind.ANNEX))
LEADER = re.compile(
    r"(?:[\s\u3000]*[.．…·。•]{2,}[\s\u3000]*|[\t\u3000]+|\s{2,})[（(]?\d{1,4}[）)]?$"
)
LONGEST_HEADING = 45
SENTENCE = ("。", "；", "，", "：")
NUMBERED = set("（(㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩0123456789０１２３４５６７８９")
NUMBERED |= {chr(code) for code in range(0x2460, 0x249C)}


def read(raw_lines: list[str]) -> list[Line]:
    """The lines that say something, each with what it begins with."""
    found: list[Line] = []
    apart = True
    for number, raw in enumerate(raw_lines, start=1):
        text = bare = raw.strip(BLANK)
        if "\ue000" <= text[:1] <= "\uf8ff" or text[:1] in BULLET:
            bare = UNPRINTED.sub("", text)
        text = bare if LABELLED.match(bare) else text
        if not text:
            apart = True
            continue
        if text.startswith("<!--"):
            if "INFO END" in text:
                found.append(Line(number, 0, "", Kind.END_OF_FRONT))
            continue
        if OWN in text:
            found += _own(number, raw)
        elif not (len(text) < 12 and PAGE.match(text)):
            column = raw.find(text)
            line = Line(number, column, text, indented=column > 0, apart=apart)
            _classify(line)
            found.append(line)
        apart = False
    return found


def _own(number: int, raw: str) -> list[Line]:
    """The parts of a line that a person has parted; each after the mark is plain."""
    found: list[Line] = []
    column = 0
    for place, part in enumerate(raw.split(OWN)):
        text = part.strip(BLANK)
        if text:
            begins = column + part.find(text[0])
            line = Line(number, begins, text, indented=True, own=place > 0)
            if not line.own:
                _classify(line)
            found.append(line)
        column += len(part) + len(OWN)
    return found


def _classify(line: Line) -> None:
    """Find out what a line begins with."""
    if line.text.startswith(("#", "**第", "> ")):
        _unmark(line)
    first = line.text[:1]
    if first == "第":
        _heading(line) or _article(line)
    elif first in NUMBERED:
        _numbered(line)
    elif line.marked and (matched := PART_HEADING.match(line.text)):
        line.kind, line.level = Kind.HEADING, Level.PART
        line.worth, line.label = worth(matched.group(1)), matched.group(0)
    elif first in "序前目附注备[［":
        _special(line)


def _unmark(line: Line) -> None:
    """Take Markdown's marks of headings, bold and quotation away."""
    line.marked = line.text.startswith("#")
    bare = line.text.lstrip("#*> " + BLANK)
    line.column += len(line.text) - len(bare)
    line.text = bare.replace("**", "") if bare.endswith("**") else bare


def _heading(line: Line) -> bool:
    """Read 第一章 总则; false if it is none. A page number behind it is dropped."""
    matched = HEADING.match(line.text)
    if not matched:
        return False
    text = LEADER.sub("", line.text)
    if len(text) > LONGEST_HEADING or text.endswith(SENTENCE):
        return False
    line.text = text
    line.kind, line.level = Kind.HEADING, Level(matched.group(2))
    line.worth, line.label = worth(matched.group(1)), matched.group(0)
    return True


def _article(line: Line) -> bool:
    """Read 第一条; false if it is none. The words after it stay in `text`."""
    matched = ARTICLE.match(line.text)
    if not matched:
        return False
    line.kind, line.worth = Kind.ARTICLE, worth(matched.group(1))
    line.suffix = worth(matched.group(2)) if matched.group(2) else 0
    line.label = matched.group(0)
    _drop(line, matched.end())
    return True


def _drop(line: Line, length: int) -> None:
    """Take the label off the words, and the gap after it."""
    rest = line.text[length:]
    bare = rest.lstrip(BLANK)
    line.style = "" if bare and len(bare) == len(rest) else "gap"
    line.column += length + len(rest) - len(bare)
    line.text = bare


def _numbered(line: Line) -> None:
    """Read （一）, 1., （1） or ①."""
    if matched := ITEM.match(line.text):
        line.kind, line.worth = Kind.ITEM, worth(matched.group(1))
    elif matched := ENCLOSED.match(line.text):
        line.kind, line.worth = Kind.ITEM, ord(matched.group(1)) - ord("㈠") + 1
    else:
        for style, pattern in SUBITEMS:
            if matched := pattern.match(line.text):
                line.kind, line.style = Kind.SUBITEM, style
                line.worth = _sign_worth(matched.group(1))
                break
        else:
            return
    line.label = matched.group(0).strip(BLANK)
    line.column += matched.end()
    line.text = line.text[matched.end() :]


def _sign_worth(sign: str) -> int:
    """What 12 or ⑫ is worth."""
    if sign.isdecimal():
        return int(sign)
    base = next(first for first in "⒈⑴①" if sign >= first)
    return ord(sign) - ord(base) + 1


def _special(line: Line) -> None:
    """Read a preface's, a table of contents', an annex's or a note's beginning."""
    for pattern, kind in SPECIAL:
        if pattern.match(line.text):
            line.kind = kind
            return
    if NOTE.match(line.text):
        line.kind = Kind.NOTE
