"""Notices: read by their owner, and mailed once."""

from __future__ import annotations

from datetime import datetime

from faheng.kernel.cases.models import Notice
from faheng.kernel.parties.queries import Viewer


def mark_read(viewer: Viewer, at: datetime, notice_id: int | None = None) -> int:
    """Mark one of the viewer's notices as read, or all of them.

    Returns:
        How many were unread until now.
    """
    mine = Notice.objects.filter(person=viewer.person_id, read_at__isnull=True)
    if notice_id is not None:
        mine = mine.filter(pk=notice_id)
    return mine.update(read_at=at)


def unmailed(most: int = 500) -> list[Notice]:
    """Return notices that wait to be mailed to people who have an address."""
    rows = Notice.objects.filter(mailed_at__isnull=True, read_at__isnull=True)
    addressed = rows.exclude(person__user__email="").exclude(person__user=None)
    return list(addressed.select_related("person__user", "case").order_by("id")[:most])


def mark_mailed(notice: Notice, at: datetime) -> None:
    """Note that a notice went out, so that it goes out once."""
    Notice.objects.filter(pk=notice.pk, mailed_at__isnull=True).update(mailed_at=at)
