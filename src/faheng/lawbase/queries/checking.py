"""Whether what is cited stands on a day: many provisions with few questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from faheng.lawbase.addresses import NoAddress, read_place
from faheng.lawbase.citations.declare import SELF, Target
from faheng.lawbase.citations.find import in_lines
from faheng.lawbase.models import TargetOutcome, Unit
from faheng.lawbase.queries.hot import versions_of_all
from faheng.lawbase.queries.standing import Standing, stood
from faheng.lawbase.status.declare import Status, key

LOT = 400


@dataclass(frozen=True, slots=True)
class Reference:
    """A provision as it is cited; no article means the statute as a whole."""

    law: str
    article: int = 0
    suffix: int = 0
    para: int | None = None
    item: int | None = None

    @property
    def place(self) -> str:
        """Where it is in its version; empty for the statute as a whole."""
        if not self.article:
            return ""
        place = f"a{self.article}" + (f"-{self.suffix}" if self.suffix else "")
        place += f"/p{self.para}" if self.para else ""
        return place + (f"/i{self.item}" if self.item else "")


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a provision on a day.

    Attributes:
        outcome: resolves, not held, not yet in force, repealed, or no such place.
        since: the day a repeal took effect, or a statute not yet in force begins.
        by: title of what repealed it, where that is known.
        version: key of the version that was looked at.
    """

    outcome: TargetOutcome
    since: date | None = None
    by: str = ""
    version: int | None = None

    @property
    def is_wrong(self) -> bool:
        """Whether it cannot be a right basis; what is not held cannot be told."""
        return self.outcome not in {TargetOutcome.RESOLVES, TargetOutcome.NOT_HELD}


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a text that cite: `line` 1-based, characters half-open."""

    line: int
    start: int
    end: int
    words: str
    references: tuple[Reference, ...]


def check(references: Iterable[Reference], on: date) -> dict[Reference, Checked]:
    """Look provisions up in the law of a day."""
    wanted = set(references)
    stands = standings({one.law for one in wanted}, on)
    found = {one: _of_law(stands[one.law]) for one in wanted}
    in_force = [
        one
        for one in wanted
        if one.article and found[one].outcome is TargetOutcome.RESOLVES
    ]
    places = _places({(found[one].version or 0, one.article) for one in in_force})
    for one in in_force:
        checked = found[one]
        if not _has(places.get((checked.version or 0, one.article), set()), one):
            found[one] = Checked(TargetOutcome.NO_SUCH, version=checked.version)
    return found


def standings(titles: Collection[str], on: date) -> dict[str, Standing]:
    """How statutes stood on a day."""
    known = versions_of_all({key(title) for title in titles})
    return {title: stood(title, known.get(key(title), []), on) for title in titles}


def cited_in(text: str) -> list[Cited]:
    """What a text that is no statute cites, in order."""
    found = []
    for mention in in_lines(text.splitlines()):
        references = tuple(
            dict.fromkeys(
                one for target in mention.targets for one in _reference(target)
            )
        )
        if references:
            found.append(
                Cited(
                    mention.line, mention.start, mention.end, mention.words, references
                )
            )
    return found


def _reference(target: Target) -> tuple[Reference, ...]:
    if target.law in {"", SELF}:
        return ()
    if not target.article:
        return (Reference(target.law),)
    try:
        (step, *_) = read_place(target.article)
    except (NoAddress, ValueError):
        return ()
    return (Reference(target.law, step.number, step.suffix, target.para, target.item),)


def _of_law(found: Standing) -> Checked:
    """What became of a statute as a whole."""
    version = found.version
    if found.status is Status.REPEALED:
        since = version.valid_to if version else None
        return Checked(TargetOutcome.REPEALED, since, found.by)
    if found.status is Status.NOT_YET:
        return Checked(TargetOutcome.NOT_YET, version.valid_from if version else None)
    if found.status is Status.NOT_HELD or version is None:
        return Checked(TargetOutcome.NOT_HELD)
    return Checked(TargetOutcome.RESOLVES, version=version.id)


def _places(wanted: set[tuple[int, int]]) -> dict[tuple[int, int], set[str]]:
    """The places inside some articles of some versions."""
    by_version: defaultdict[int, list[int]] = defaultdict(list)
    for version, article in sorted(wanted):
        by_version[version].append(article)
    found: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for some in _lots(sorted(by_version)):
        articles = {one for version in some for one in by_version[version]}
        rows = Unit.objects.filter(version__in=some, article__in=articles)
        for key_, number, address in rows.values_list(
            "version_id", "article", "address"
        ).order_by():
            found[key_, number or 0].add(address)
    return found


def _lots(keys: list[int]) -> Iterable[list[int]]:
    return (keys[start : start + LOT] for start in range(0, len(keys), LOT))


def _has(places: set[str], one: Reference) -> bool:
    """Whether an article has the place; an item may be in any of its paragraphs."""
    if one.item and not one.para:
        head = Reference(one.law, one.article, one.suffix).place
        tail = f"/i{one.item}"
        return any(
            place.startswith(f"{head}/") and place.endswith(tail) for place in places
        )
    return one.place in places
