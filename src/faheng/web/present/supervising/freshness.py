"""Whether the whole city was asked lately; pages say so when it was not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from faheng.mart.status import MartState, status

LATELY = timedelta(hours=26)
"""A nightly run may be two hours late before anybody is told."""

BEHIND: Mapping[MartState, str | Promise] = {
    MartState.MISSING: gettext_lazy(
        "全市数据集还没有建成：办案时的核查照常，每天一次的全市核查可能没有跑。"
    ),
    MartState.BUILDING: gettext_lazy("全市数据集正在建立，这里是建立以前的结果。"),
    MartState.OUTDATED: gettext_lazy("全市数据集须重新建立，这里是此前的结果。"),
}


def mart_line(now: datetime) -> str:
    """Say how far behind the daily asking is; nothing when it is not."""
    found = status()
    if found.state in BEHIND:
        return str(BEHIND[found.state])
    if found.fresh_at is None or now - found.fresh_at <= LATELY:
        return ""
    at = timezone.localtime(found.fresh_at)
    return gettext("全市数据集停在 %(at)s，此后的全市核查还没有跑。") % {
        "at": f"{at:%Y-%m-%d %H:%M}"
    }
