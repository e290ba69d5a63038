"""The sources of a version: files and claims, what is taken of them, what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext

from faheng.lawbase.models import (
    Claim,
    ClaimKind,
    Difference,
    FileRole,
    SourceFile,
    Version,
)
from faheng.web.present.lawbook import places
from faheng.web.present.lawbook.comparing import ComparedLine, compared
from faheng.web.present.lawbook.pages import Line
from faheng.web.present.lawbook.versions import basis_word

PAGE = 40


@dataclass(frozen=True)
class Source:
    """A file held of a version."""

    file: SourceFile
    differences: int

    @property
    def is_text(self) -> bool:
        """Whether the text that is read and cited was taken from it."""
        return self.file.role == FileRole.PRIMARY


@dataclass(frozen=True)
class Told:
    """What one source says of a version's days, and whether it was taken over."""

    what: str
    on: date | None
    value: str
    basis: str
    said: str
    source: str
    is_taken: bool


@dataclass(frozen=True)
class Differing:
    """An article that two files word differently; either may not have it."""

    place: str
    url: str
    source: str
    lines: tuple[ComparedLine, ...]
    is_only_ours: bool
    is_only_theirs: bool


@dataclass(frozen=True)
class Sources:
    """All that is held of one version."""

    version: Version
    files: tuple[Source, ...]
    told: tuple[Told, ...]
    rows: tuple[Differing, ...]
    count: int
    start: int

    @property
    def text(self) -> Source | None:
        """The file that the text was taken from."""
        return next((one for one in self.files if one.is_text), None)

    @property
    def others(self) -> int:
        """How many further files there are."""
        return sum(not one.is_text for one in self.files)

    @property
    def next_start(self) -> int | None:
        """Where the next page begins."""
        after = self.start + len(self.rows)
        return after if after < self.count else None

    @property
    def previous_start(self) -> int | None:
        """Where the page before begins."""
        return max(self.start - PAGE, 0) if self.start else None


def sources(version: Version, later: Sequence[Version], start: int = 0) -> Sources:
    """Tell what is held of a version.

    Args:
        version: the version.
        later: the versions that came after it.
        start: how many differences were shown before.
    """
    rows = Difference.objects.filter(file__version=version).select_related(
        "file__version__work"
    )
    shown = rows.defer("file__original").order_by("file", "pk")[start : start + PAGE]
    return Sources(
        version,
        tuple(_files(version)),
        tuple(_told(version, later)),
        tuple(_differing(version, shown)),
        rows.count(),
        start,
    )


def with_others(versions: Iterable[Version]) -> set[int]:
    """Give the versions of which there is a further source."""
    files = SourceFile.objects.filter(version__in=list(versions), role=FileRole.SECOND)
    return set(files.values_list("version", flat=True))


def others_of(version: Version | None) -> tuple[int, int]:
    """Count the further sources of a version, and where they say something else."""
    if version is None:
        return 0, 0
    files = SourceFile.objects.filter(version=version, role=FileRole.SECOND)
    found = files.aggregate(n=Count("pk", distinct=True), m=Count("differences"))
    return found["n"], found["m"]


def _files(version: Version) -> Iterator[Source]:
    rows = version.files.defer("original").select_related("recorded_by")
    counted = rows.annotate(found=Count("differences"))
    for file in counted.order_by("role", "pk"):
        yield Source(file, file.found)


def _told(version: Version, later: Sequence[Version]) -> Iterator[Told]:
    """What sources say of a version: the surest first, as the days are chosen."""
    until = min((one.adopted_on for one in later if one.adopted_on), default=date.max)
    order = list(ClaimKind)
    found = [
        one
        for one in Claim.objects.filter(work=version.work_id)
        if _is_about(one, version.adopted_on, until)
    ]
    taken = {_key(one) for one in _facts(version)}
    found.sort(key=lambda one: (order.index(ClaimKind(one.what)), one.pk))
    for one in found:
        yield Told(
            _word(one.what),
            one.on,
            one.value,
            basis_word(one.basis),
            one.said,
            one.source,
            _key(one) in taken,
        )


def _is_about(claim: Claim, adopted_on: date | None, until: date) -> bool:
    """Whether a claim is about a version: it says so, or it falls in its days."""
    if claim.what == ClaimKind.REPEALED:
        return False
    if claim.about_on is not None or adopted_on is None or claim.on is None:
        return claim.about_on == adopted_on
    return adopted_on <= claim.on < until


Key = tuple[str, date | None, str, str]


def _facts(version: Version) -> Iterator[Claim]:
    """The claims that the days of a version rest on."""
    for what, on, basis, said in (
        (
            ClaimKind.ADOPTED,
            version.adopted_on,
            version.adopted_basis,
            version.adopted_source,
        ),
        (
            ClaimKind.EFFECTIVE,
            version.valid_from,
            version.from_basis,
            version.from_source,
        ),
        (ClaimKind.ENDS, version.valid_to, version.to_basis, version.to_source),
    ):
        yield Claim(what=what, on=on, basis=basis, said=said)


def _key(claim: Claim) -> Key:
    return claim.what, claim.on, claim.basis, claim.said


def _word(what: str) -> str:
    words = {
        ClaimKind.ADOPTED: gettext("通过"),
        ClaimKind.EFFECTIVE: gettext("施行"),
        ClaimKind.STATUS: gettext("效力"),
        ClaimKind.ENDS: gettext("失效"),
    }
    return words[ClaimKind(what)]


def _differing(version: Version, rows: Iterable[Difference]) -> Iterator[Differing]:
    for row in rows:
        yield Differing(
            places.said(row.address),
            places.article_url(
                version.work.full_title, row.address, version.valid_from
            ),
            row.file.source or row.file.name,
            compared(_lines(row.ours), _lines(row.theirs)).lines,
            not row.theirs,
            not row.ours,
        )


def _lines(text: str) -> tuple[Line, ...]:
    """A text as lines without labels."""
    return tuple(
        Line(0, "", "", "", "", line, 0, "") for line in text.split("\n") if line
    )
