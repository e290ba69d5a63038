"""Taking over folders and files of statutes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

from faheng.lawbase.actions.claiming import take_index
from faheng.lawbase.actions.descent import trace
from faheng.lawbase.actions.keeping import Became, FileResult, Keeper, keep
from faheng.lawbase.actions.linking import link, note_named
from faheng.lawbase.actions.unpacking import take_packed
from faheng.lawbase.drafting.declare import Draft
from faheng.lawbase.drafting.taking import drafted, end_with_parent
from faheng.lawbase.models import SourceFile
from faheng.lawbase.status.sources import INDEX, texts

CHUNK = 8
PACKED = ".json"
# Below this many files a second process costs more than it brings.
WORTH_A_PROCESS = 40

Progress = Callable[[FileResult, int], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of each file."""

    files: tuple[FileResult, ...] = field(default=())

    def count(self, became: Became) -> int:
        """How many files became that."""
        return sum(one.became is became for one in self.files)

    @property
    def problems(self) -> tuple[FileResult, ...]:
        """The files with a named problem."""
        return tuple(one for one in self.files if one.problem)


@dataclass(frozen=True, slots=True)
class Import:
    """Who imports, when, and how many processes read.

    `origin` says where the files come from; `dates` is an index of dates, of which
    those named index.csv in an imported folder are taken over as well.
    """

    at: datetime
    by: int | None = None
    origin: str = ""
    dates: Path | None = None
    processes: int = 1


def import_paths(
    paths: Iterable[Path], how: Import, progress: Progress | None = None
) -> Imported:
    """Take over the statutes of files and folders; a bad file is named and left out.

    What is held already is left alone, so importing twice changes nothing.
    """
    given = list(paths)
    files = texts(given)
    keeper = Keeper(how.at, how.by)
    results = []
    packed = [path for path in files if path.suffix.lower() == PACKED]
    files = [path for path in files if path not in packed]
    with _pool(how.processes if len(files) >= WORTH_A_PROCESS else 1) as pool:
        for path, made in zip(files, _drafts(files, how.origin, pool), strict=True):
            results.append(keep(keeper, str(path), made))
            if progress:
                progress(results[-1], len(files) + len(packed))
    for path in packed:
        results += take_packed(keeper, path)
    indexes = [one / INDEX for one in given if (one / INDEX).is_file()]
    for index in [*indexes, *([how.dates] if how.dates else [])]:
        results += take_index(keeper, index)
    finish(keeper)
    return Imported(tuple(results))


def finish(keeper: Keeper) -> None:
    """Look up what citations mean, and where units come from, once all is there.

    What an import that was cut short left undone is done, too.
    """
    waiting = SourceFile.objects.filter(linked=False)
    works = keeper.touched | set(waiting.values_list("version__work", flat=True))
    link(works)
    trace(works)
    note_named(keeper.named)
    waiting.filter(version__work__in=works).update(linked=True)


def _pool(processes: int) -> Executor | nullcontext[None]:
    """Processes that read; none where one is enough."""
    if processes < 2:
        return nullcontext()
    return ProcessPoolExecutor(processes, get_context("spawn"), end_with_parent)


def _drafts(
    files: list[Path], origin: str, pool: Executor | None
) -> Iterator[Draft | str]:
    """The drafts of files, in order."""
    origins = [origin] * len(files)
    if pool is None:
        return map(drafted, files, origins)
    return _in_processes(files, origins, pool)


def _in_processes(
    files: list[Path], origins: list[str], pool: Executor
) -> Iterator[Draft | str]:
    """The drafts that processes make; what they leave is read here.

    A machine short of memory ends processes without asking.
    """
    done = 0
    try:
        for made in pool.map(drafted, files, origins, chunksize=CHUNK):
            yield made
            done += 1
    except BrokenProcessPool:
        yield from map(drafted, files[done:], origins[done:])
