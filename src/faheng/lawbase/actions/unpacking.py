"""Taking over a statute that was exported as JSON."""

from __future__ import annotations

from pathlib import Path

from faheng.lawbase.actions.claiming import describe
from faheng.lawbase.actions.keeping import Became, FileResult, Keeper, keep
from faheng.lawbase.drafting.declare import Draft, Source
from faheng.lawbase.drafting.draft import draft
from faheng.lawbase.exchange.read_json import Packed, read_json
from faheng.lawbase.models import SourceFile, SplitCorrection
from faheng.lawbase.parser.reading import Unreadable, unopened


def take_packed(keeper: Keeper, path: Path) -> list[FileResult]:
    """Take over the files and claims of an exported statute."""
    try:
        packed = read_json(path.read_bytes())
    except Unreadable as problem:
        return [FileResult(str(path), Became.PROBLEM, problem=str(problem))]
    except OSError as problem:
        return [FileResult(str(path), Became.PROBLEM, problem=unopened(problem))]
    results = []
    for source, corrected in packed.files:
        made = _drafted(source, packed, corrected)
        results.append(keep(keeper, f"{path}: {source.name}", made))
        if corrected and results[-1].became is Became.STORED:
            SplitCorrection.objects.create(
                file=SourceFile.objects.get(sha256=source.sha256),
                text=corrected,
                by_id=keeper.by,
                at=keeper.at,
            )
    for origin in dict.fromkeys(source for _, source in packed.claims):
        keeper.learn((one for one, by in packed.claims if by == origin), origin)
    describe(keeper.work(packed.title), packed.level, packed.issuer)
    return results


def _drafted(source: Source, packed: Packed, corrected: str) -> Draft | str:
    """The draft of one file, or what is wrong with it."""
    try:
        return draft(source, packed.title, corrected)
    except Unreadable as problem:
        return str(problem)
