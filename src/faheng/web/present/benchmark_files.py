"""Files of benchmarks and lists: read, checked, and what would become of each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from django.db import transaction
from django.utils.translation import gettext

from faheng.domains.enforcement.benchmarks.drafts import DraftList, Fault
from faheng.domains.enforcement.benchmarks.importing import Draft, keep_all
from faheng.domains.enforcement.benchmarks.keeping import Kept, NotKept, Place
from faheng.domains.enforcement.benchmarks.models import Benchmark, DiscretionList
from faheng.domains.enforcement.benchmarks.sources import (
    Gathered,
    SourceUnread,
    gather,
)
from faheng.kernel.registers.refusals import (
    Disguised,
    FileRefused,
    Malformed,
    Undecodable,
    Unpacked,
)
from faheng.kernel.registers.sheets import (
    MALFORMED,
    MAX_UNPACKED,
    Upload,
    ensure_workbook,
    lines_of,
)

MOST_FILES = 40
SHOWN = 200
WORKBOOK, TABLE = ".xlsx", ".csv"


@dataclass(frozen=True)
class Told:
    """What whoever uploads says where the files do not."""

    issuer: str = ""
    doc_no: str = ""
    valid_from: date | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of one document, or would.

    Attributes:
        refused: why it is not kept; empty where it is.
        replaces: the version that it closes.
        faults: what the checks found; the first of them, where there are many.
        more: how many faults are not shown.
    """

    title: str
    is_list: bool
    pk: int | None = None
    refused: str = ""
    is_new: bool = False
    rows: int = 0
    usable: int = 0
    replaces: str = ""
    is_published: bool = False
    faults: tuple[Fault, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Report:
    """What became of the files."""

    outcomes: tuple[Outcome, ...]
    ignored: tuple[str, ...]

    @property
    def new(self) -> int:
        """How many documents are new."""
        return sum(one.is_new for one in self.outcomes)


def packed(files: Iterable[Upload]) -> Upload:
    """Put files into one that can wait for its confirmation.

    Raises:
        FileRefused: one of them is no table.
    """
    several = list(files)
    if len(several) == 1 and _kind(several[0]) == WORKBOOK:
        ensure_workbook(several[0].content)
        return several[0]
    if len(several) > MOST_FILES:
        raise FileRefused(gettext("一次最多 %(n)s 个文件。") % {"n": MOST_FILES})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in several:
            if _kind(one) != TABLE:
                raise FileRefused(
                    gettext(
                        "“%(name)s”：几个文件一起传的，只能都是 csv；xlsx 单独传一个。"
                    )
                    % {"name": one.name}
                )
            archive.writestr(PurePath(one.name).name, _plain(one))
    return Upload("files.zip", out.getvalue())


def _kind(one: Upload) -> str:
    return PurePath(one.name).suffix.lower()


def _plain(one: Upload) -> bytes:
    """Check that a file is a table, and give it in UTF-8, line by line as it was."""
    try:
        lines_of(one)
    except FileRefused as refused:
        raise FileRefused(f"“{one.name}”：{refused}") from refused
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return one.content.decode(encoding).encode()
        except UnicodeDecodeError:
            continue
    raise Undecodable


def gathered(waiting: Upload, told: Told) -> Gathered:
    """Read what the files hold.

    Raises:
        FileRefused: they cannot be read.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder)
        try:
            if _kind(waiting) == WORKBOOK:
                path /= PurePath(waiting.name).name
                path.write_bytes(waiting.content)
            else:
                _unpack(waiting, path)
            found = gather(path)
        except SourceUnread as problem:
            raise FileRefused(str(problem)) from problem
        except MALFORMED as problem:
            raise Malformed from problem
    drafts: list[Draft] = [*found.benchmarks, *found.lists]
    for draft in drafts:
        draft.issuer = draft.issuer or told.issuer
        draft.doc_no = draft.doc_no or told.doc_no
        draft.valid_from = draft.valid_from or told.valid_from
    return found


def _unpack(waiting: Upload, folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(waiting.content)) as archive:
        if sum(one.file_size for one in archive.infolist()) > MAX_UNPACKED:
            raise Unpacked
        for name in archive.namelist():
            if PurePath(name).name != name:
                raise Disguised
            (folder / name).write_bytes(archive.read(name))


def kept(found: Gathered, place: Place, *, rehearse: bool) -> Report:
    """Check and keep every document, or only see what would become of each."""
    with transaction.atomic():
        report = Report(tuple(_outcomes(found, place)), tuple(found.ignored))
        transaction.set_rollback(rehearse)
    return report


def _outcomes(found: Gathered, place: Place) -> Iterator[Outcome]:
    for draft, became in keep_all(found, place):
        if isinstance(became, NotKept):
            yield _refused(draft, str(became))
        else:
            yield _outcome(draft, became)


def _refused(draft: Draft, why: str) -> Outcome:
    some = tuple(draft.faults if isinstance(draft, DraftList) else draft.every_fault())
    return Outcome(
        draft.title,
        isinstance(draft, DraftList),
        refused=why,
        faults=some[:SHOWN],
        more=max(len(some) - SHOWN, 0),
    )


def _outcome(draft: Draft, one: Kept) -> Outcome:
    model = DiscretionList if isinstance(draft, DraftList) else Benchmark
    rows = model.objects.filter(title=draft.title[:200])
    if draft.valid_from is not None:
        rows = rows.filter(valid_from=draft.valid_from)
    row = rows.select_related("replaces").order_by("-pk").first()
    before = row.replaces if row else None
    return Outcome(
        one.title,
        isinstance(draft, DraftList),
        pk=row.pk if row else None,
        is_new=one.changed,
        rows=one.rows,
        usable=one.usable,
        replaces=f"{before.valid_from}" if before and one.changed else "",
        is_published=bool(row and row.published_on),
        faults=one.faults[:SHOWN],
        more=max(len(one.faults) - SHOWN, 0),
    )
