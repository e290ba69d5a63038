"""Taking findings up: the opening step of a supervision, filled with them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from faheng.domains.supervision.files.supervision import Ground, SupervisedMatter
from faheng.kernel.alerts.life import LIVE
from faheng.kernel.alerts.models import Finding
from faheng.kernel.alerts.queries import tell
from faheng.kernel.cases.errors import NotYours, Problem, StepRefused
from faheng.kernel.cases.forms import row_name
from faheng.kernel.cases.queries import visible
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import Viewer
from faheng.lib.text import full_date
from faheng.web.present.registers import query
from faheng.web.present.supervising.rows import facts_line

PROCEDURE, STEP = "supervision.enforcement_supervision", "open"
QUESTION = 300
MATTER = 120


def opening_url(viewer: Viewer, picked: Collection[int]) -> str:
    """Give the address of the opening step for findings of one organ.

    Raises:
        NotYours: the viewer is no supervisor.
        StepRefused: the findings are of several organs, or none can be taken up.
    """
    organ_id = supervising_organ(viewer)
    if organ_id is None:
        raise NotYours(gettext("这一步由执法监督人员办理。"))
    rows = _rows(viewer, picked)
    if not rows:
        raise StepRefused([Problem(gettext("所选的监督发现都已经结束或者转过监督。"))])
    if len({row.organ_id for row in rows}) > 1:
        raise StepRefused([
            Problem(gettext("一件监督针对一个机关，所选的属于几个机关，请分开选。"))
        ])
    address = reverse("case_open", args=[organ_id, PROCEDURE, STEP])
    keys = ",".join(str(row.pk) for row in rows)
    return f"{address}?{query(findings=keys)}"


def supervising_organ(viewer: Viewer) -> int | None:
    """The organ in which the viewer supervises; their own where it is several."""
    organs = sorted(organ for role, organ in viewer.roles if role is Role.SUPERVISOR)
    if viewer.organ_id in organs:
        return viewer.organ_id
    return organs[0] if organs else None


def prefilled(viewer: Viewer, asked: str) -> dict[str, Any]:
    """Fill the opening step with findings named in its address.

    Args:
        viewer: whose scope bounds what is read.
        asked: keys with commas between them.
    """
    keys = [
        int(key)
        for key in asked.split(",")[:200]
        if key.isascii() and key.isdigit() and len(key) < 18
    ]
    rows = _rows(viewer, keys)
    if not rows:
        return {}
    titles = list(dict.fromkeys(tell(row).title for row in rows))
    matters = [_matter(row) for row in rows if row.case is not None]
    return {
        "supervised": rows[0].organ_id,
        "ground": Ground.ALERT,
        "matter": "、".join(titles)[:MATTER],
        "facts": "\n".join(_fact(row) for row in rows),
        row_name(SupervisedMatter): matters,
    }


def _rows(viewer: Viewer, keys: Collection[int]) -> Sequence[Finding]:
    rows = Finding.objects.filter(
        visible(viewer), pk__in=list(keys), cleared_at__isnull=True, state__in=LIVE
    )
    return list(rows.select_related("case", "organ").order_by("pk"))


def _matter(row: Finding) -> dict[str, Any]:
    case = row.case
    return {
        "supervised": (case.number or str(case.pk)) if case else "",
        "finding": row.pk,
        "rule": row.code,
        "question": tell(row).title[:QUESTION],
    }


def _fact(row: Finding) -> str:
    one = tell(row)
    where = (row.case.number or row.case.title) if row.case else row.organ.short_name
    on = full_date(timezone.localdate(row.raised_at))
    facts = facts_line(one, QUESTION)
    said = (
        f"{where}：{one.title}（{one.basis}）" if one.basis else f"{where}：{one.title}"
    )
    return f"{said}，{facts}；{on} 发现。" if facts else f"{said}，{on} 发现。"
