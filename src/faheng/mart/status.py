"""What the mart is like just now, for pages that show what was asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.utils import timezone

from faheng.mart import place


class MartState(Enum):
    """Whether the mart can be asked, and what to say of it."""

    MISSING = ("missing", "全市数据集尚未建成，显示的是实时监督的结果")
    BUILDING = ("building", "全市数据集正在建立，显示的是此前的结果")
    OUTDATED = ("outdated", "全市数据集的结构已变，须重新建立")
    READY = ("ready", "全市数据集可用")

    def __init__(self, key: str, says: str) -> None:
        self.key = key
        self.says = says


@dataclass(frozen=True)
class Status:
    """What the mart is like.

    Attributes:
        state: whether it can be asked.
        being_made: somebody makes a new one meanwhile.
        built_at: when everything was last read.
        fresh_at: when it was last brought up to date.
        mark: the last act in it.
        rows: how many it holds.
        size: of its file, in bytes.
    """

    state: MartState
    being_made: bool
    built_at: datetime | None = None
    fresh_at: datetime | None = None
    mark: int = 0
    rows: int = 0
    size: int = 0


def status() -> Status:
    """Tell what the mart is like; opens nothing but its pointer."""
    being_made = place.is_being_made()
    found = place.pointer()
    if found is None:
        return Status(
            MartState.BUILDING if being_made else MartState.MISSING, being_made
        )
    current = found.contract == place.shape()
    return Status(
        MartState.READY if current else MartState.OUTDATED,
        being_made,
        _moment(found.built_at),
        _moment(found.fresh_at),
        found.mark,
        found.rows,
        place.path(found).stat().st_size,
    )


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, tz=timezone.get_current_timezone())
