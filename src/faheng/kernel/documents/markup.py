"""The small markup of paper templates, read into blocks.

A line of a template is one of:

    # 一、违法事实            heading (## one rank lower)
    当事人于……              paragraph, indented by two characters
    ! 以下无正文             paragraph without indent
    > 附件清单               paragraph on the right
    | 名称 | 数量 |          row of a table; |----|--| after the first row makes it
                            the header and gives the widths by the count of dashes
    案由：: 占道经营          row of a form; `;;` puts two pairs on one line
    @opinion 承办人意见 | 拟同意 | 张三 | 2026年5月14日
    @sign 当事人签名          line to sign on (@sign* over the whole width)
    ---                     rule

Lines that follow one another are one paragraph; a blank line ends it. What is
put in by `{{ }}` is text and nothing else: it cannot make a row, a heading or a
signature line, nor name anything of the template language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment


@dataclass(frozen=True)
class Heading:
    """A heading; rank 1 stands above rank 2."""

    text: str
    rank: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str
    indent: bool = True
    right: bool = False


@dataclass(frozen=True)
class Table:
    """A list in rows; widths are weights, one a column."""

    rows: tuple[tuple[str, ...], ...]
    header: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class KeyValue:
    """One row of a form: one or two labels, each with its value."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Opinion:
    """A box of a form in which somebody gives an opinion and signs."""

    label: str
    text: str = ""
    signer: str = ""
    on: str = ""


@dataclass(frozen=True)
class Signature:
    """A line to sign on; a wide one takes the whole width."""

    label: str
    wide: bool = False


@dataclass(frozen=True)
class Rule:
    """A line across the page."""


Block = Heading | Paragraph | Table | KeyValue | Opinion | Signature | Rule

# Unicode keeps U+FDD0…U+FDEF free of characters for ever: a letter put in by a
# value and meaningful to the markup travels as one of these until it is parsed.
_MEANINGFUL = "|@#!>：:;-\n。"
_VEIL = {ord(sign): 0xFDD0 + place for place, sign in enumerate(_MEANINGFUL)}
_UNVEIL = {veiled: plain for plain, veiled in _VEIL.items()}
# A value that ends its sentence meets the full stop of the template: one is enough.
_TWO_STOPS = "。".translate(_VEIL) + "。"
# Controls, surrogates, the veils themselves, and signs that turn the direction
# of text, with which a name could be made to read otherwise on paper.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff]"
)
_DASHES = re.compile(r"\|(\s*-+\s*\|)+")


def clean(text: str) -> str:
    r"""Take out of a text what no paper can print.

    >>> clean("堃\x00记")
    '堃记'
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    plain = plain.replace("\u2028", "\n").replace("\u2029", "\n")
    return _UNPRINTABLE.sub("", plain)


def fill(template: str, values: Mapping[str, Any]) -> str:
    """Put values into a template; they stay text whatever they contain.

    Raises:
        jinja2.UndefinedError: the template names something that is not given.
        jinja2.sandbox.SecurityError: the template reaches for what it may not.
    """
    return _compiled(template).render(values)


def names(template: str) -> frozenset[str]:
    """Return the names a template reads."""
    return frozenset(meta.find_undeclared_variables(_TEMPLATES.parse(template)))


def parse(text: str) -> tuple[Block, ...]:
    """Read filled markup into blocks."""
    reader = _Reader()
    for line in text.split("\n"):
        reader.read(line.strip())
    reader.end_paragraph()
    reader.end_table()
    return tuple(reader.blocks)


def blocks(template: str, values: Mapping[str, Any]) -> tuple[Block, ...]:
    """Fill a template and read it into blocks."""
    return parse(fill(template, values))


def _veiled(value: object) -> str | Undefined:
    if isinstance(value, Undefined):
        return value
    return clean("" if value is None else str(value)).translate(_VEIL)


_TEMPLATES = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined,
    finalize=_veiled,
    autoescape=False,
    trim_blocks=True,
    lstrip_blocks=True,
)


@lru_cache(maxsize=512)
def _compiled(template: str) -> Template:
    return _TEMPLATES.from_string(template)


def _plain(text: str) -> str:
    return text.strip().replace(_TWO_STOPS, "。").translate(_UNVEIL).strip()


def _cells(line: str) -> tuple[str, ...]:
    return tuple(_plain(cell) for cell in line.strip("|").split("|"))


class _Reader:
    """Gathers lines into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.lines: list[str] = []
        self.rows: list[tuple[str, ...]] = []
        self.header: tuple[str, ...] = ()
        self.widths: tuple[int, ...] = ()

    def read(self, line: str) -> None:
        """Take one line of filled markup."""
        if line.startswith("|"):
            self.end_paragraph()
            self.row(line)
            return
        self.end_table()
        make = _maker(line)
        if make is None and line:
            self.lines.append(line)
            return
        self.end_paragraph()
        if make is not None:
            self.blocks.extend(make(line))

    def row(self, line: str) -> None:
        """Take a row, or the line of dashes that makes the first row a header."""
        if not _DASHES.fullmatch(line):
            self.rows.append(_cells(line))
            return
        self.widths = tuple(part.count("-") for part in line.strip("|").split("|"))
        self.header, self.rows = (self.rows or [()])[0], self.rows[1:]

    def end_paragraph(self) -> None:
        """Close the paragraph that is being gathered."""
        if self.lines:
            self.blocks.extend(_paragraphs("".join(self.lines)))
            self.lines = []

    def end_table(self) -> None:
        """Close the table that is being gathered."""
        if self.rows or self.header:
            self.blocks.append(Table(tuple(self.rows), self.header, self.widths))
        self.rows, self.header, self.widths = [], (), ()


def _paragraphs(line: str, *, indent: bool = True, right: bool = False) -> list[Block]:
    """Make a paragraph of each line that a value brought along."""
    parts = (part.strip() for part in _plain(line).split("\n"))
    return [Paragraph(part, indent, right) for part in parts if part]


def _flush(line: str) -> list[Block]:
    return _paragraphs(line[1:], indent=False)


def _right(line: str) -> list[Block]:
    return _paragraphs(line[1:], indent=False, right=True)


def _heading(line: str) -> list[Block]:
    marks = len(line) - len(line.lstrip("#"))
    return [Heading(_plain(line[marks:]).replace("\n", ""), min(marks, 2))]


def _signature(line: str) -> list[Block]:
    label = line.removeprefix("@sign")
    return [Signature(_plain(label.removeprefix("*")), label.startswith("*"))]


def _opinion(line: str) -> list[Block]:
    parts = _cells(line.removeprefix("@opinion"))
    label, text, signer, on = (*parts, "", "", "")[:4]
    return [Opinion(label, text, signer, on)]


def _rule(_: str) -> list[Block]:
    return [Rule()]


def _key_values(line: str) -> list[Block]:
    pairs = (_SEPARATOR.split(pair, 1) for pair in line.split(";;"))
    return [
        KeyValue(tuple((_plain(pair[0]), _plain("".join(pair[1:]))) for pair in pairs))
    ]


_SEPARATOR = re.compile("：：|：:|::")
_MAKERS: tuple[tuple[re.Pattern[str], Callable[[str], list[Block]]], ...] = (
    (re.compile(r"#"), _heading),
    (re.compile(r"!"), _flush),
    (re.compile(r">"), _right),
    (re.compile(r"-{3,}$"), _rule),
    (re.compile(r"@sign\b"), _signature),
    (re.compile(r"@opinion\b"), _opinion),
    (re.compile(r"[^：:]{1,40}(：：|：:|::)"), _key_values),
)


def _maker(line: str) -> Callable[[str], list[Block]] | None:
    """Return what reads this line, or None for running text."""
    for pattern, make in _MAKERS:
        if pattern.match(line):
            return make
    return None
