"""The English catalogue of what screens say: gathered, compared and compiled.

Django compiles catalogues with GNU gettext, which a fresh machine lacks, and gathers
their strings with it too; both are small enough to be done here.

    python -m faheng.web.catalogue    compile, and say what is missing

Each room may bring its own part, `locale/en/<room>.po`, so that two people rarely
write in one file; all parts of a language become one compiled catalogue.

What is declared (steps, stages, terms, roles, documents, columns) is not listed here:
its English is its name in the code, see `names`. Three things stay Chinese in every
language: papers, what people entered, and the sentences of the law, which are what a
condition says, why a step is refused, and how the days of a term were counted.
"""

from __future__ import annotations

import ast
import re
import struct
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.template.base import Lexer, Token, TokenType
from django.utils.translation.template import block_re, constant_re, inline_re

PACKAGE = Path(__file__).resolve().parents[1]
ENGLISH = PACKAGE / "locale" / "en"
GETTEXT = frozenset({"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"})
HEADER = (
    "Content-Type: text/plain; charset=UTF-8\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
)
_MAGIC = 0x950412DE
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def said(package: Path = PACKAGE) -> set[str]:
    """Every string that a template or a module hands to gettext."""
    found: set[str] = set()
    for path in package.rglob("*.html"):
        if "style" not in path.parts:
            found.update(in_template(path.read_text(encoding="utf-8")))
    for path in package.rglob("*.py"):
        if "tests" not in path.parts:
            found.update(in_python(path.read_text(encoding="utf-8")))
    return found


def in_template(source: str) -> Iterator[str]:
    """Strings that one template translates."""
    block: list[str] | None = None
    for token in Lexer(source).tokenize():
        if block is None:
            yield from _inline(token)
            starts = token.token_type is TokenType.BLOCK
            block = [] if starts and block_re.match(token.contents) else None
        elif token.token_type is TokenType.BLOCK:
            yield "".join(block)
            block = [] if token.contents.strip().startswith("plural") else None
        elif token.token_type is TokenType.VAR:
            block.append(f"%({token.contents.strip()})s")
        else:
            block.append(token.contents.replace("%", "%%"))


def _inline(token: Token) -> Iterator[str]:
    """Strings that a tag names: its own, and those it passes on as `_("…")`."""
    if token.token_type not in {TokenType.BLOCK, TokenType.VAR}:
        return
    yield from (text[1:-1] for text in constant_re.findall(token.contents))
    inline = inline_re.match(token.contents)
    if inline and token.token_type is TokenType.BLOCK:
        yield inline[1].strip("\"'")


def in_python(source: str) -> Iterator[str]:
    """Strings that one module hands to gettext."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in GETTEXT:
            yield from _constants(node.args)


def _constants(arguments: Iterable[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def read(source: str) -> dict[str, list[str]]:
    """Read a .po: each string with its translations, one a plural form."""
    entries: dict[str, list[str]] = {}
    current: list[str] = []
    key: list[str] = []
    for line in [*source.splitlines(), 'msgid ""']:
        word, _, quoted = line.strip().partition('"')
        text = _unescaped(quoted[:-1]) if quoted else ""
        if word.startswith("msgid_plural"):
            current = [""]
        elif word.startswith("msgid"):
            key, current = [text], []
            current = key
        elif word.startswith("msgstr"):
            forms = entries.setdefault(key[0], [])
            forms.append(text)
            current = forms
        elif quoted and current:
            current[-1] += text
    return entries


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: _ESCAPES[found[1]], text)


def compiled(entries: dict[str, list[str]]) -> bytes:
    """Write a .mo: a table of strings and one of translations, sorted by string."""
    pairs = sorted((_plural(key, forms), forms) for key, forms in entries.items())
    keys = [key for key, _ in pairs]
    values = ["\0".join(forms).encode() for _, forms in pairs]
    start = 7 * 4 + 16 * len(pairs)
    tables = b""
    body = b""
    for column in (keys, values):
        for piece in column:
            tables += struct.pack("<II", len(piece), start + len(body))
            body += piece + b"\0"
    sizes = (0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return struct.pack("<7I", _MAGIC, *sizes) + tables + body


def _plural(key: str, forms: list[str]) -> bytes:
    """The string with its plural, which in Chinese is the string itself."""
    return (f"{key}\0{key}" if len(forms) > 1 else key).encode()


def known(language: Path) -> dict[str, list[str]]:
    """All parts of a language together."""
    entries: dict[str, list[str]] = {}
    for part in sorted(language.glob("*.po")):
        entries.update(read(part.read_text(encoding="utf-8")))
    return entries


def gaps(
    wanted: set[str], entries: dict[str, list[str]]
) -> tuple[list[str], list[str]]:
    """Strings that a catalogue lacks, and those that nobody says any more."""
    there = {key for key, forms in entries.items() if all(forms)}
    return sorted(wanted - there), sorted(set(entries) - wanted - {""})


def main() -> int:
    """Compile the catalogue; say which strings are missing or idle."""
    entries = known(ENGLISH)
    folder = ENGLISH / "LC_MESSAGES"
    folder.mkdir(exist_ok=True)
    (folder / "django.mo").write_bytes(compiled({**entries, "": [HEADER]}))
    missing, idle = gaps(said(), entries)
    sys.stdout.writelines(f"missing: {text}\n" for text in missing)
    sys.stdout.writelines(f"idle: {text}\n" for text in idle)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
