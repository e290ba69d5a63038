"""Whether the facts are proven, and how."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from faheng.domains.enforcement.files.choices import Conclusion
from faheng.domains.enforcement.files.correction import Corrected, Reinspection
from faheng.domains.enforcement.kinds import PenaltyKind
from faheng.domains.enforcement.rows import ExhibitFact, MonitoringReview
from faheng.domains.enforcement.rows.reading import at_stake, fine_of
from faheng.kernel.cases.models import Course, Evidence, EvidenceKind
from faheng.kernel.procedures.declare import condition
from faheng.statutes.administrative_penalty_law import PENALTY_LAW


@condition(
    "收集到证明违法事实的证据",
    basis=PENALTY_LAW.article(40),
    mend="先登记证据；事实不能证明的，不得给予处罚",
)
def has_evidence(s: Any) -> bool:
    """Tell whether there is any evidence at all."""
    return bool(s.rows(Evidence))


@condition(
    "核对复制件与原件一致",
    basis=PENALTY_LAW.article(46, 2),
    mend="由提供人核对后，在证据上勾选“已与原件核对”",
    watch="WS-18",
)
def copies_verified(s: Any) -> bool:
    """Tell whether no copy is left that nobody compared with its original."""
    return all(row.verified for row in s.rows(Evidence) if row.is_copy)


@condition(
    "为电子数据和视听资料保存原文件及其哈希值",
    basis=PENALTY_LAW.article(46, 1),
    mend="上传原始文件",
    watch="WS-19",
    on_given=True,
)
def electronic_has_file(s: Any) -> bool:
    """Tell whether the data just taken came with files that were hashed."""
    kinds = (EvidenceKind.ELECTRONIC, EvidenceKind.AUDIOVISUAL)
    given = s.given.get("evidence", [])
    return all(row.get("upload") for row in given if row.get("kind") in kinds)


@condition(
    "完成证据审查",
    basis=PENALTY_LAW.article(46, 2),
    mend="先办理“证据审查”",
)
def evidence_reviewed(s: Any) -> bool:
    """Tell whether the evidence was gone through."""
    return bool(s.done("review_evidence"))


@condition(
    "使每项认定的事实有证据证明",
    basis=PENALTY_LAW.article(40),
    mend="在“事实与证据”中逐项列明",
    on_given=True,
)
def facts_cite_evidence(s: Any) -> bool:
    """Tell whether a penalty proposed rests on facts that each cite evidence."""
    return s.file.conclusion != Conclusion.PENALTY or bool(s.rows(ExhibitFact))


@condition(
    "使监控设备经过审核、设置地点在记录前公布，记录真实、清晰、完整、准确",
    basis=PENALTY_LAW.article(41),
    mend="不符合的记录不能作为证据",
    on_given=True,
)
def monitoring_passes(s: Any) -> bool:
    """Tell whether the record of a device may prove anything."""
    rows = s.rows(MonitoringReview)[-1:]
    return all(
        row.is_true
        and row.is_clear
        and row.is_complete
        and row.is_accurate
        and row.published_on < timezone.localdate(row.captured_at)
        for row in rows
    )


def tracks_open(s: Any, *keys: str) -> bool:
    """Tell whether a track of one of these kinds has not ended."""
    open_now = Course.objects.filter(case=s.case, ended_at=None, track__in=keys)
    return bool(open_now.exists())


@condition(
    "办结抽样检验、先行登记保存等取证事项",
    basis=PENALTY_LAW.article(56),
    mend="先办结正在进行的抽样取证、先行登记保存",
)
def evidence_tracks_ended(s: Any) -> bool:
    """Tell whether no sampling and no preservation is still open."""
    return not tracks_open(s, "sampling", "preservation")


@condition(
    "责令当事人改正或者限期改正违法行为",
    basis=PENALTY_LAW.article(28, 1),
    mend="先办理“责令改正”；违法行为已经终了的，写明未责令改正的理由",
    watch="LC-19",
    on_given=True,
)
def correction_ordered(s: Any) -> bool:
    """Tell whether the party was ordered to correct, or why not."""
    ordered = Course.objects.filter(case=s.case, track="correction").exists()
    return bool(ordered or s.main.correction_waived)


@condition(
    "先责令改正，逾期不改正的才能罚款",
    basis=PENALTY_LAW.article(28, 1),
    mend="先责令改正，到期复查后再处理",
    watch="LC-20",
    on_given=True,
)
def correction_came_first(s: Any) -> bool:
    """Tell whether an order was ignored where the item asks for that first."""
    if s.main.item is None or not s.main.item.requires_prior_correction:
        return True
    rows = at_stake(s)
    ignored = [r for r in s.rows(Reinspection) if r.result != Corrected.YES]
    return not fine_of(rows) or bool(ignored)


@condition(
    "在法律规定的处罚种类以内",
    basis=PENALTY_LAW.article(4),
    mend="从该事项可用的处罚种类中选择",
    watch="LC-26",
    on_given=True,
)
def kinds_allowed(s: Any) -> bool:
    """Tell whether the item allows every kind just put in."""
    allowed = set(s.main.allowed_kinds())
    rows = [*s.given.get("proposed_penalty", []), *s.given.get("penalty_item", [])]
    return all(PenaltyKind(row["kind"]) in allowed for row in rows if row.get("kind"))
