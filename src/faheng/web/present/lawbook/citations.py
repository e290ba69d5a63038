"""What an article cites, and what cites it, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, Q
from django.utils.translation import gettext

from faheng.lawbase.models import (
    CitationFound,
    CitationTarget,
    TargetOutcome,
    Unit,
    Work,
)
from faheng.web.present.lawbook.dated import changed_since
from faheng.web.present.lawbook.pages import Line, Stretch
from faheng.web.present.lawbook.places import article_url, said, title_words
from faheng.web.present.lawbook.versions import Stand

MOST = 60


@dataclass(frozen=True)
class Chip:
    """A provision that is cited, or that cites: where it is and what is the matter.

    Attributes:
        outcome: what became of it on the citing day; empty where it resolved.
        then_url: the wording of the citing day, where today's is another.
    """

    said: str
    url: str
    words: str = ""
    outcome: str = ""
    then_url: str = ""
    count: int = 1


def found_in(units: Iterable[Unit]) -> list[CitationFound]:
    """Give the citations printed in some units, with what they mean."""
    targets = CitationTarget.objects.select_related("work", "unit__version")
    return list(
        CitationFound.objects
        .filter(unit__in=[unit.pk for unit in units])
        .prefetch_related(Prefetch("targets", targets))
        .order_by("unit__path", "start")
    )


def outcome_word(outcome: str) -> str:
    """Say what is the matter with a citation; nothing if it resolved."""
    words = {
        TargetOutcome.NOT_HELD: gettext("法规库未收录"),
        TargetOutcome.NOT_YET: gettext("当时尚未施行"),
        TargetOutcome.REPEALED: gettext("当时已经废止"),
        TargetOutcome.NO_SUCH: gettext("当时的文本无此条款"),
    }
    return words.get(TargetOutcome(outcome), "")


def linked(
    lines: Sequence[Line], found: Sequence[CitationFound], stood: Stand
) -> tuple[Line, ...]:
    """Cut the words of lines at their citations, each of which leads somewhere."""
    by_unit: dict[int, list[CitationFound]] = {}
    for one in found:
        by_unit.setdefault(one.unit_id, []).append(one)
    return tuple(
        replace(line, stretches=_stretches(line, by_unit.get(line.pk, ()), stood))
        for line in lines
    )


def _stretches(
    line: Line, found: Sequence[CitationFound], stood: Stand
) -> tuple[Stretch, ...]:
    made, at = [], 0
    for one in found:
        if not at <= one.start < one.end <= len(line.text):
            continue
        target = next(iter(one.targets.all()), None)
        if target is None:
            continue
        made.append(Stretch(line.text[at : one.start]))
        made.append(
            Stretch(
                line.text[one.start : one.end],
                _url(target, stood.work, stood.on),
                outcome_word(target.outcome),
            )
        )
        at = one.end
    made.append(Stretch(line.text[at:]))
    return tuple(made)


def _url(target: CitationTarget, own: Work, on: date | None) -> str:
    work = own if target.own else target.work
    return article_url(work.full_title, target.address, on) if work else ""


def cited(
    found: Sequence[CitationFound], stood: Stand, today: date
) -> tuple[Chip, ...]:
    """List what an article cites, each provision once.

    Where the wording of the citing text's day is not today's, both can be opened.
    """
    targets = [(one, target) for one in found for target in one.targets.all()]
    changed = changed_since([target for _, target in targets], stood.work, today)
    chips: dict[str, Chip] = {}
    for one, target in targets:
        chip = Chip(
            _said(target, stood.work),
            _url(target, stood.work, stood.on),
            one.words,
            outcome_word(target.outcome),
            then_url=changed.get(target.pk, ""),
        )
        chips.setdefault(chip.said, chip)
    return tuple(chips.values())


def _said(target: CitationTarget, own: Work) -> str:
    if target.own:
        return gettext("本法%(place)s") % {"place": said(target.address)}
    law = title_words(target.work.title if target.work else target.law)
    return f"{law}{said(target.address)}" if target.address else law or str(own)


def citing(work: Work, place: str, stood: Stand) -> tuple[Chip, ...]:
    """List the provisions in force on the day that cite an article or a part of it."""
    at = Q(address=place) | Q(address__startswith=f"{place}/")
    within = Q(work=work)
    if stood.shown is not None:
        within |= Q(own=True, citation__unit__version=stood.shown)
    rows = (
        CitationTarget.objects
        .filter(at & within)
        .filter(_in_force("citation__unit__version", stood.on))
        .select_related("citation__unit__version__work")
        .order_by(
            "-own", "citation__unit__version__work__title", "citation__unit__path"
        )
    )
    chips: dict[tuple[int, str], Chip] = {}
    for row in rows[:MOST]:
        unit = row.citation.unit
        law = unit.version.work
        key = (law.pk, unit.address)
        own = row.own or law == work
        name = gettext("本法") if own else title_words(law.title)
        chips.setdefault(
            key,
            Chip(
                name + said(unit.address),
                article_url(law.full_title, unit.address, stood.on),
                row.citation.words,
            ),
        )
    return tuple(chips.values())


def _in_force(path: str, on: date) -> Q:
    """The condition that a version is in force on a day, or has no first day."""
    begun = Q(**{f"{path}__valid_from__lte": on}) | Q(**{
        f"{path}__valid_from__isnull": True
    })
    ends = Q(**{f"{path}__valid_to__isnull": True}) | Q(**{f"{path}__valid_to__gt": on})
    return begun & ends
