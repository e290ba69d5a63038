"""A person's corrected wording of a file, split anew.

Units that are still there keep their rows, so that what people confirmed about them
stays; the file's own bytes are not touched.
"""

from __future__ import annotations

from dataclasses import replace

from django.db import connection, transaction

from faheng.lawbase.actions.bulk import insert, reserve
from faheng.lawbase.actions.confirming import By
from faheng.lawbase.actions.descent import retrace_around
from faheng.lawbase.actions.linking import link
from faheng.lawbase.actions.pairing import suggest_pairs
from faheng.lawbase.actions.writing import (
    UNIT_COLUMNS,
    write_citations,
    write_doubts,
    write_penalties,
)
from faheng.lawbase.drafting.declare import Split
from faheng.lawbase.drafting.draft import split
from faheng.lawbase.errors import NothingToSplit, NotThere
from faheng.lawbase.models import (
    CitationFound,
    Doubt,
    DoubtState,
    FileRole,
    PenaltyReading,
    ReadingState,
    SourceFile,
    SplitCorrection,
    SuggestionState,
    Unit,
    ViolationPair,
)
from faheng.lawbase.parser.declare import Doubt as SplitDoubt
from faheng.lawbase.parser.reading import Unreadable
from faheng.lawbase.parser.tree import parse

CHANGED = tuple(name for name in UNIT_COLUMNS if name != "address")


@transaction.atomic
def correct_split(file_id: int, text: str, by: By) -> int:
    """Split a file anew from a corrected text; how many doubts are left open.

    Raises:
        NotThere: There is no such file, or it is only a second source.
        NothingToSplit: No article is found in the text.
    """
    file = (
        SourceFile.objects
        .defer("original")
        .select_related("version__work")
        .filter(pk=file_id, role=FileRole.PRIMARY)
        .first()
    )
    if file is None:
        raise NotThere(NotThere.__doc__)
    version = file.version
    try:
        tree = parse(text.replace("\r\n", "\n"))
    except Unreadable as problem:
        raise NothingToSplit(NothingToSplit.__doc__) from problem
    made = split(replace(tree, title=version.work.full_title))
    SplitCorrection.objects.create(file=file, text=text, by_id=by.person, at=by.at)
    found = _sync(version.pk, made)
    _rewrite(version.pk, made, found)
    _settle_doubts(file.pk, made, found, by)
    link([version.work_id])
    retrace_around(version.pk)
    return Doubt.objects.filter(file=file, state=DoubtState.OPEN).count()


def _sync(version: int, made: Split) -> dict[str, int]:
    """Bring the rows of the units up to the new split; their keys by address."""
    held = dict(Unit.objects.filter(version=version).values_list("address", "pk"))
    wanted = {row.address for row in made.units}
    Unit.objects.filter(version=version).exclude(address__in=wanted).delete()
    with connection.cursor() as cursor:
        # Paths are unique: step aside before taking each other's places.
        cursor.execute(
            "update lawbase_unit set path = '-' || path where version_id = %s",
            [version],
        )
        names = ", ".join(f"{connection.ops.quote_name(name)} = %s" for name in CHANGED)
        cursor.executemany(
            f"update lawbase_unit set {names} where id = %s",  # noqa: S608 - no value in it
            [
                (*(getattr(row, name) for name in CHANGED), held[row.address])
                for row in made.units
                if row.address in held
            ],
        )
    new = [row for row in made.units if row.address not in held]
    keys = dict(zip((row.address for row in new), reserve(Unit, len(new)), strict=True))
    insert(
        Unit,
        ("id", "version", *UNIT_COLUMNS),
        [(keys[row.address], version, *row) for row in new],
    )
    return {address: held.get(address) or keys[address] for address in wanted}


def _rewrite(version: int, made: Split, found: dict[str, int]) -> None:
    """Write citations and readings anew, but for the readings people answered."""
    keys = [found[row.address] for row in made.units]
    CitationFound.objects.filter(unit__version=version).delete()
    write_citations(made.citations, keys, found)
    PenaltyReading.objects.filter(
        unit__version=version, state=ReadingState.SUGGESTED
    ).delete()
    answered = set(
        PenaltyReading.objects.filter(unit__version=version).values_list(
            "unit", flat=True
        )
    )
    write_penalties(
        (keys[unit], one) for unit, one in made.penalties if keys[unit] not in answered
    )
    suggested = ViolationPair.objects.filter(
        penalty__version=version, state=SuggestionState.SUGGESTED
    )
    if suggested.exists():
        suggest_pairs(version)


def _settle_doubts(file: int, made: Split, found: dict[str, int], by: By) -> None:
    """What is no longer doubtful was corrected; what is newly so is open."""
    told = [
        (None if unit is None else found[made.units[unit].address], doubt)
        for unit, doubt in made.doubts
    ]
    rows = list(Doubt.objects.filter(file=file).order_by("line", "pk"))
    left = [row for row in rows if not _goes_on(row, told, by_line=True)]
    for row in left:
        if not _goes_on(row, told, by_line=False) and row.state == DoubtState.OPEN:
            row.state, row.by_id, row.at = DoubtState.CORRECTED, by.person, by.at
    for row in rows:
        row.save()
    write_doubts(told, file)


def _goes_on(
    row: Doubt, told: list[tuple[int | None, SplitDoubt]], *, by_line: bool
) -> bool:
    """Whether a doubt held is told again: in the same words on the same line.

    Many lines may be doubted in the same words, so without the line it is known
    only if one such doubt is left. What is told again is taken off the list.
    """
    alike = [
        one
        for one in told
        if (one[1].kind, one[1].message) == (row.kind, row.message)
        and (not by_line or one[1].line == row.line)
    ]
    if not alike or (len(alike) > 1 and not by_line):
        return False
    told.remove(alike[0])
    row.unit_id, row.line = alike[0][0], alike[0][1].line
    return True
