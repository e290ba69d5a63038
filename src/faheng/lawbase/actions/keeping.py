"""One file's draft becomes rows, all of them or none."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from django.db import DataError, IntegrityError, transaction

from faheng.lawbase.actions.bulk import insert
from faheng.lawbase.actions.dating import settle
from faheng.lawbase.actions.writing import write
from faheng.lawbase.drafting.claims import Said, claims_of
from faheng.lawbase.drafting.comparing import differences
from faheng.lawbase.drafting.declare import Draft
from faheng.lawbase.models import (
    Claim,
    DateBasis,
    Difference,
    FileRole,
    SourceFile,
    Unit,
    Version,
    Work,
    WorkName,
)
from faheng.lawbase.status.declare import key

UNKEPT = "内容存不下（%s）"
log = logging.getLogger(__name__)
CLAIM = (
    "work_id",
    "about_on",
    "what",
    "basis",
    "on",
    "value",
    "said",
    "source",
    "recorded_at",
)


class Became(StrEnum):
    """What became of a file."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    SECOND = "second source"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file; `problem` names what is wrong with it."""

    file: str
    became: Became
    title: str = ""
    adopted_on: date | None = None
    units: int = 0
    doubts: int = 0
    differences: int = 0
    problem: str = ""


@dataclass(slots=True)
class Keeper:
    """Keeps drafts; remembers what it need not look up again."""

    at: datetime
    by: int | None = None
    works: dict[str, Work] = field(default_factory=dict)
    known: dict[str, SourceFile] | None = None
    touched: set[int] = field(default_factory=set)
    named: dict[str, date] = field(default_factory=dict)

    def keep(self, draft: Draft) -> FileResult:
        """Keep one file's draft. Nothing of it stays if something goes wrong."""
        try:
            with transaction.atomic():
                return self._kept(draft)
        except BaseException:
            self.works.clear()
            self.known = None
            raise

    def learn(self, said: Iterable[Said], source: str) -> None:
        """Keep claims, and work the versions out that they are about."""
        told = list(said)
        with transaction.atomic():
            self._claim(told, source)
            for title in dict.fromkeys(one.title for one in told):
                settle(self.work(title), self.at)

    def work(self, title: str) -> Work:
        """The statute of a title; made if there is none."""
        work = self.works.get(title)
        if work is None:
            bare = key(title)
            work, made = Work.objects.get_or_create(
                title=bare, defaults={"full_title": title}
            )
            self.works[title] = work
            names = {bare, title} if made else {title}
            WorkName.objects.bulk_create(
                [WorkName(work=work, name=name) for name in sorted(names)],
                ignore_conflicts=True,
            )
        self.touched.add(work.pk)
        return work

    def _kept(self, draft: Draft) -> FileResult:
        """Keep a file that may be known already."""
        known = self._known().get(draft.source.sha256)
        if known is not None:
            if not known.linked:
                self._note_named(draft)
            on = known.version.adopted_on
            return FileResult(draft.source.name, Became.UNCHANGED, draft.title, on)
        work = self.work(draft.title)
        version = self._version(work, draft)
        result = self._add(draft, version)
        said = list(claims_of(work.title, draft.facts))
        self._claim(said, draft.source.name)
        for title in dict.fromkeys([work.title, *(one.title for one in said)]):
            settle(self.work(title), self.at)
        self._note_named(draft)
        return result

    def _note_named(self, draft: Draft) -> None:
        """Remember the titles that a text proves to exist on its day."""
        if draft.adopted_on:
            for title in draft.facts.named:
                before = self.named.get(title, draft.adopted_on)
                self.named[title] = min(before, draft.adopted_on)

    def _known(self) -> dict[str, SourceFile]:
        """The files that are kept, by their hash."""
        if self.known is None:
            files = SourceFile.objects.select_related("version")
            rows = files.only("sha256", "linked", "version")
            self.known = {one.sha256: one for one in rows}
        return self.known

    def _version(self, work: Work, draft: Draft) -> Version:
        """The version that a file is the text of."""
        version, _ = Version.objects.get_or_create(
            work=work,
            adopted_on=draft.adopted_on,
            defaults={
                "adopted_basis": DateBasis.CLAIM,
                "from_basis": DateBasis.ASSUMED,
                "recorded_at": self.at,
            },
        )
        return version

    def _add(self, draft: Draft, version: Version) -> FileResult:
        """Store a file as the text of its version, or compare it with that text."""
        role = FileRole.SECOND if version.held else FileRole.PRIMARY
        source = draft.source
        file = SourceFile.objects.create(
            version=version,
            role=role,
            name=source.name[-300:],
            source=source.origin[-200:],
            format=source.format,
            encoding=source.encoding,
            size=len(source.data),
            sha256=source.sha256,
            original=source.data,
            recorded_at=self.at,
            recorded_by_id=self.by,
            linked=False,
        )
        self._known()[source.sha256] = file
        if role is FileRole.SECOND:
            return self._compared(draft, version, file)
        write(draft.split, version.pk, file.pk)
        version.held = True
        version.save()
        Work.objects.filter(pk=version.work_id).update(full_title=draft.title)
        return FileResult(
            source.name,
            Became.STORED,
            draft.title,
            version.adopted_on,
            len(draft.split.units),
            len(draft.split.doubts),
        )

    def _compared(self, draft: Draft, version: Version, file: SourceFile) -> FileResult:
        """Keep where a second source differs from the text that is held."""
        held = Unit.objects.filter(version=version).only(
            "address", "kind", "label", "text"
        )
        found = differences(held, draft.split.units)
        insert(
            Difference,
            ("file", "address", "ours", "theirs"),
            [(file.pk, *one) for one in found],
        )
        problem = f"与已收的同一版本有 {len(found)} 处不同，作为第二来源保存"
        return FileResult(
            draft.source.name,
            Became.SECOND,
            draft.title,
            version.adopted_on,
            differences=len(found),
            problem=problem if found else "",
        )

    def _claim(self, said: list[Said], source: str) -> None:
        """Keep the claims that this source has not made before."""
        works = {one.title: self.work(one.title).pk for one in said}
        held = set(
            Claim.objects.filter(
                work__in=works.values(), source=source[-200:]
            ).values_list("work", "about_on", "what", "basis", "on", "value")
        )
        rows = {}
        for one in said:
            row = (
                works[one.title],
                one.about_on,
                one.what.value,
                one.basis.value,
                one.on,
                one.value,
            )
            if row not in held:
                rows[row] = (*row, one.said, source[-200:], self.at)
        Claim.objects.bulk_create([
            Claim(**dict(zip(CLAIM, row, strict=True))) for row in rows.values()
        ])


def keep(keeper: Keeper, name: str, made: Draft | str) -> FileResult:
    """Keep a draft, or tell why there is none."""
    if isinstance(made, str):
        return FileResult(name, Became.PROBLEM, problem=made)
    try:
        return replace(keeper.keep(made), file=name)
    except (DataError, IntegrityError, OverflowError, ValueError) as problem:
        log.exception("keeping %s", name)
        said = UNKEPT % type(problem).__name__
        return FileResult(name, Became.PROBLEM, made.title, problem=said)
