"""Files read in several processes, and what is left when one is taken away."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from faheng.lawbase.actions import Became, importing

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 1, tzinfo=UTC)
FILES = 5


class Short:
    """A pool whose processes end after two files."""

    def __enter__(self) -> Short:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is held."""

    def map(self, made: Any, *columns: Any, chunksize: int) -> Iterator[Any]:
        for place, row in enumerate(zip(*columns, strict=True)):
            if place == 2:
                raise BrokenProcessPool
            yield made(*row)


def test_files_that_lost_processes_did_not_read_are_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(FILES):
        text = f"# 中华人民共和国风筝{'甲乙丙丁戊'[number]}法\n\n第一条　风筝有线。\n"
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr(importing, "_pool", lambda _: Short())

    found = importing.import_paths([tmp_path], importing.Import(at=AT))

    assert found.count(Became.STORED) == FILES
    assert not found.problems
