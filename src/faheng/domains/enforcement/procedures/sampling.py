"""抽样取证和检测: a part is taken for the whole, tested, and the party is told."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.conditions.officers import two_certified
from faheng.domains.enforcement.conditions.service import LAWFUL_SERVICE
from faheng.domains.enforcement.documents.sampling import (
    LabCommissionLetter,
    LabResultNotice,
    SamplingNotice,
)
from faheng.domains.enforcement.files.sampling import (
    LabCommission,
    LabResult,
    Sample,
    SamplingFile,
)
from faheng.domains.enforcement.local import local
from faheng.kernel.clocks.declare import DAYS
from faheng.kernel.law.declare import LocalRule
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import (
    Duty,
    Procedure,
    Stage,
    Step,
    Term,
    condition,
    many,
    one,
)
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

RETEST_RULE = LocalRule("复检申请期限", "由各领域规定，按参数执行")


@condition(
    "使抽样数量大于零且不超过批次数量",
    basis=PENALTY_LAW.article(56),
    mend="核对抽样数量和批次数量",
    on_given=True,
)
def sample_is_part_of_batch(s: Any) -> bool:
    """Tell whether each sample is some, and at most all, of its batch."""
    given = s.given.get("sample", [])
    return all(
        0 < (row.get("quantity") or 0) <= (row.get("batch_quantity") or 0)
        for row in given
    )


@condition(
    "由资质在有效期内的机构检测",
    basis=PENALTY_LAW.article(46, 1, 7),
    mend="更换受托机构，或者核对资质有效期",
    on_given=True,
)
def institute_is_accredited(s: Any) -> bool:
    """Tell whether the institute is accredited when commissioned and when testing."""
    commissions = s.rows(LabCommission, of_course=True)
    if not commissions:
        return False
    until = commissions[-1].accredited_until
    tested = [row.get("tested_on") or s.on for row in s.given.get("lab_result", [])]
    return all(day <= until for day in [*tested, commissions[-1].sent_on])


@condition(
    "只登记本次抽取的样品",
    basis=PENALTY_LAW.article(56),
    mend="选择本次抽样清单上的样品",
    on_given=True,
)
def samples_are_ours(s: Any) -> bool:
    """Tell whether commissions and results name samples of this course."""
    given = [*s.given.get("lab_commission", []), *s.given.get("lab_result", [])]
    return all(
        row["sample"].course_id == s.course.pk for row in given if row.get("sample")
    )


@condition(
    "等异议和复检期限届满，或者当事人书面表示无异议",
    basis=RETEST_RULE,
    mend="期满后再办；当事人书面放弃的，勾选后再办",
    on_given=True,
)
def no_more_objection(s: Any) -> bool:
    """Tell whether the party let its days pass or gave them up."""
    return bool(s.file.waived or s.lapsed(Sampling.objecting))


def _due(s: Any) -> Any:
    rows = s.rows(LabCommission, of_course=True)
    return rows[-1].due_on if rows else None


class Sampling(Procedure):
    """Sampled, sent to an institute, the result told; a retest begins again."""

    title = "抽样取证"
    basis = PENALTY_LAW.article(56)
    file = SamplingFile

    sampled = Stage("已抽样")
    commissioned = Stage("检测中")
    tested = Stage("结果待告知")
    reported = Stage("告知书待送达")
    told = Stage("已告知结果")
    ended = Stage("取证完成", final=True)

    testing = Term(
        1,
        DAYS,
        PENALTY_LAW.article(46, 1, 7),
        title="检测机构完成检测",
        until=_due,
    )
    objecting = Term(
        local("retest_days"),
        DAYS,
        RETEST_RULE,
        title="提出异议和申请复检",
        of=Duty.PARTY,
        lapse="视为对检测结果没有异议",
    )

    sample = Step(
        "抽样取证",
        at=None,
        to=sampled,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(56),
        asks=["place", "method", "from_seized"],
        adds=[many(Sample)],
        requires=[two_certified, sample_is_part_of_batch, *LAWFUL_SERVICE],
        issues=[SamplingNotice],
        serves=[SamplingNotice],
        rows=["P02.6"],
    )
    commission = Step(
        "委托检测",
        at=sampled,
        to=commissioned,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(46, 1, 7),
        adds=[one(LabCommission)],
        requires=[samples_are_ours, institute_is_accredited],
        starts=[testing],
        issues=[LabCommissionLetter],
        rows=["P02.6", "P02.9"],
        note=(
            "检测期间不停止办案期限。样品取自查封、扣押物品的，在“查封、扣押”中另行"
            "制作并送达检测期间告知书，否则检测期间照样计入查封、扣押期限"
        ),
    )
    receive = Step(
        "收到检测结果",
        at=commissioned,
        to=tested,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(46, 1, 7),
        adds=[many(LabResult)],
        requires=[samples_are_ours, institute_is_accredited],
        stops=[testing],
        rows=["P02.9"],
    )
    report = Step(
        "制作结果告知书",
        at=tested,
        to=reported,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(44),
        issues=[LabResultNotice],
        rows=["P02.6", "P02.9"],
    )
    tell = Step(
        "送达结果告知书",
        at=reported,
        to=told,
        by=(Role.OFFICER, Role.RECORDER),
        basis=PENALTY_LAW.article(44),
        requires=LAWFUL_SERVICE,
        serves=[LabResultNotice],
        starts=[objecting],
        rows=["P02.6"],
    )
    object = Step(
        "当事人申请复检",
        at=told,
        to=sampled,
        by=Role.OFFICER,
        basis=RETEST_RULE,
        asks=["objection"],
        stops=[objecting],
        aside=True,
        rows=["P02.9"],
        note="重新委托检测",
    )
    finish = Step(
        "取证完成",
        at=told,
        to=ended,
        by=Role.OFFICER,
        basis=PENALTY_LAW.article(44),
        asks=["waived"],
        requires=[no_more_objection],
        stops=[objecting],
        rows=["P02.6"],
    )
