"""Suggesting the duties whose breach the penal provisions of a version punish."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from faheng.lawbase.actions.bulk import insert
from faheng.lawbase.addresses import Step, read_place
from faheng.lawbase.errors import NoText
from faheng.lawbase.levels import UnitKind
from faheng.lawbase.matching.provision import NoSuchProvision
from faheng.lawbase.matching.suggest import Index, suggest
from faheng.lawbase.models import (
    FileRole,
    PenaltyReading,
    SourceFile,
    SuggestionState,
    Unit,
    ViolationPair,
)
from faheng.lawbase.parser.declare import Tree
from faheng.lawbase.parser.numerals import article_label
from faheng.lawbase.parser.reading import lines_of_bytes
from faheng.lawbase.parser.tree import parse_lines

MOST = 5
PAIR = ("penalty", "violated", "rank", "score", "state")


@dataclass(frozen=True, slots=True)
class Provision:
    """A penal paragraph, or one of its items."""

    unit: int
    article: str
    para: int
    item: int | None = None


def tree_of(version_id: int) -> Tree:
    """The text of a version, parsed: as corrected last, else as it came in.

    Raises:
        NoText: No text of it is held.
    """
    file = SourceFile.objects.filter(version=version_id, role=FileRole.PRIMARY).first()
    if file is None:
        raise NoText(NoText.__doc__)
    correction = file.corrections.order_by("-pk").first()
    if correction:
        return parse_lines(correction.text.replace("\r\n", "\n").split("\n"))
    return parse_lines(lines_of_bytes(bytes(file.original)))


@transaction.atomic
def suggest_pairs(version_id: int) -> int:
    """Suggest the violated units of each penal provision; how many were stored.

    What people confirmed or rejected stays as it is.
    """
    index = Index.of(tree_of(version_id))
    found = dict(Unit.objects.filter(version=version_id).values_list("address", "pk"))
    pairs = ViolationPair.objects.filter(penalty__version=version_id)
    pairs.filter(state=SuggestionState.SUGGESTED).delete()
    answered = set(pairs.values_list("penalty", "violated"))
    rows = []
    for provision in _provisions(version_id):
        for rank, (unit, score) in enumerate(_duties(index, provision, found), start=1):
            if (provision.unit, unit) not in answered:
                state = SuggestionState.SUGGESTED.value
                rows.append((provision.unit, unit, rank, score, state))
    insert(ViolationPair, PAIR, rows)
    return len(rows)


def _provisions(version_id: int) -> Iterator[Provision]:
    """The penal provisions: each item that names an act, else the paragraph."""
    readings = PenaltyReading.objects.filter(unit__version=version_id)
    paragraphs = list(
        Unit.objects.filter(pk__in=readings.values("unit")).order_by("path")
    )
    items = Unit.objects.filter(version=version_id, kind=UnitKind.ITEM)
    for one in paragraphs:
        label = article_label(one.article or 0, one.article_suffix)
        inside = items.filter(path__gt=one.path, path__lt=f"{one.path}:")
        below = list(inside.order_by("path").values_list("pk", "number"))
        for key, number in below:
            yield Provision(key, label, one.number, number)
        if not below:
            yield Provision(one.pk, label, one.number)


def _duties(
    index: Index, provision: Provision, found: dict[str, int]
) -> list[tuple[int, float]]:
    """The units suggested for a provision, best first."""
    try:
        ranked = suggest(index, provision.article, provision.para, provision.item)
    except NoSuchProvision:
        return []
    duties: dict[int, float] = {}
    for one in ranked[:MOST]:
        steps = list(read_place(one.article))
        steps += [Step("p", one.para)] if one.para else []
        steps += [Step("i", one.item)] if one.item else []
        while steps and (unit := found.get("/".join(map(str, steps)))) is None:
            steps.pop()
        if steps and unit is not None and unit != provision.unit:
            duties.setdefault(unit, one.score)
    return list(duties.items())
