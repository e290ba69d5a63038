"""Numbers that a place or a field sets for itself, with what holds where none did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from faheng.domains.enforcement.kinds import Unit
from faheng.domains.enforcement.registers import Parameter
from faheng.kernel.parties.declare import Field, within
from faheng.kernel.parties.models import Division


class ParameterUnknown(LookupError):
    """没有这个参数。"""


@dataclass(frozen=True, slots=True)
class Default:
    """A parameter's title and the number that holds until a place sets its own."""

    title: str
    value: int
    unit: Unit


DEFAULTS = {
    "answer_days": Default("陈述申辩期限", 5, Unit.WORKING_DAYS),
    "file_extension_days": Default("线索核查延长期限", 15, Unit.WORKING_DAYS),
    # Nothing holds until a rule of the field allows it (行政处罚法 art. 60).
    "case_extension_days": Default("办案期限可延长日数", 0, Unit.DAYS),
    "case_suspension_days": Default("中止调查可扣除日数", 0, Unit.DAYS),
    "file_days": Default("线索核查立案期限", 15, Unit.WORKING_DAYS),
    "verify_days": Default("线索核查期限", 15, Unit.WORKING_DAYS),
    "verify_more_days": Default("线索核查延长期限", 15, Unit.WORKING_DAYS),
    "filing_days": Default("当场处罚备案期限", 3, Unit.WORKING_DAYS),
    "fast_days": Default("快速办理期限", 10, Unit.WORKING_DAYS),
    "dispute_days": Default("管辖争议协商期限", 7, Unit.DAYS),
    "claim_days": Default("无主财物认领公告期限", 60, Unit.DAYS),
    "publish_days": Default("处罚决定公开期限", 7, Unit.WORKING_DAYS),
    "publish_other_days": Default("其他执法决定公开期限", 20, Unit.WORKING_DAYS),
    "minor_months": Default("轻微类公示最长月数", 3, Unit.MONTHS),
    "general_months": Default("一般类公示最长月数", 12, Unit.MONTHS),
    "general_least_months": Default("一般类公示最短月数", 3, Unit.MONTHS),
    "serious_months": Default("严重类公示最长月数", 36, Unit.MONTHS),
    "serious_least_months": Default("严重类公示最短月数", 12, Unit.MONTHS),
    "repair_days": Default("信用修复处理期限", 3, Unit.WORKING_DAYS),
    "repair_extension_days": Default("信用修复延长期限", 3, Unit.WORKING_DAYS),
    # Nothing holds until a rule of the field allows it (行政处罚法 art. 56).
    "preserve_late_hours": Default("先行登记保存事后补批时限", 0, Unit.HOURS),
    "retest_days": Default("检测结果异议和复检申请期限", 15, Unit.DAYS),
    "extension_days": Default("办案期限每次延长上限", 30, Unit.DAYS),
    "review_days": Default("法制审核期限", 7, Unit.WORKING_DAYS),
    "review_extension_days": Default("法制审核延长期限", 3, Unit.WORKING_DAYS),
    "close_days": Default("结案期限", 15, Unit.WORKING_DAYS),
    "archive_days": Default("归档期限", 30, Unit.WORKING_DAYS),
    "push_days": Default("数据报送期限", 1, Unit.WORKING_DAYS),
    "push_limit_days": Default("数据报送最长期限", 20, Unit.WORKING_DAYS),
    "record_hours": Default("检查结果录入时限", 24, Unit.HOURS),
    "av_upload_hours": Default("音像资料上传时限", 24, Unit.HOURS),
    "followup_days": Default("整改复查期限", 10, Unit.WORKING_DAYS),
    "remit_days": Default("移交款物期限", 10, Unit.WORKING_DAYS),
    "fix_days": Default("问题整改期限", 5, Unit.WORKING_DAYS),
    "master_days": Default("基础数据更新期限", 5, Unit.WORKING_DAYS),
    "suspend_review_days": Default("中止复核间隔", 30, Unit.DAYS),
    "service_days": Default("文书未送达提示日数", 7, Unit.DAYS),
    "lapsed_days": Default("当事人期限届满后提示日数", 5, Unit.DAYS),
    "soon_days": Default("期限届满前提示日数上限", 5, Unit.DAYS),
    "soon_percent": Default("期限剩余多少时提示", 20, Unit.PERCENT),
    "case_used_percent": Default("办案期限已用多少时提示", 80, Unit.PERCENT),
    "court_soon_days": Default("申请法院执行期限届满前提示日数", 15, Unit.DAYS),
    "idle_days": Default("持证人员未办案提示日数", 90, Unit.DAYS),
    "panel_quorum": Default("集体讨论法定人数", 3, Unit.PEOPLE),
    "first_offence_years": Default("初次违法回溯年限", 2, Unit.YEARS),
    "record_max_hours": Default("单次询问最长时间", 12, Unit.HOURS),
    "gps_metres": Default("定位偏差上限", 500, Unit.METRES),
    "clock_skew_hours": Default("设备时钟偏差上限", 2, Unit.HOURS),
    "gap_seconds": Default("音像记录间断上限", 5, Unit.SECONDS),
    # How a range is parted and an amount rounded is for a place's own rules.
    "lighten_percent": Default("从轻幅度上沿", 30, Unit.PERCENT),
    "heavier_percent": Default("从重幅度下沿", 70, Unit.PERCENT),
    "proposal_percent": Default("建议数额在幅度中的位置", 50, Unit.PERCENT),
    "mitigation_floor_percent": Default("减轻处罚的最低比例", 0, Unit.PERCENT),
    "fine_rounding": Default("罚款取整单位", 100, Unit.YUAN),
    "old_benchmark_if_lighter": Default("旧裁量基准较轻时适用", 0, Unit.PERCENT),
    "train_hours_min": Default("年度培训最少学时", 60, Unit.HOURS),
}
"""Every parameter that may be set; no other name is taken."""


def parameter(
    name: str,
    on: date,
    division: Division | None = None,
    field: Field | str | None = None,
) -> int:
    """Give a number valid on a day in a place and field.

    The more special row wins: nearer division first, then a row for the field.

    Raises:
        ParameterUnknown: no parameter has that name.
    """
    if name not in DEFAULTS:
        raise ParameterUnknown(name)
    path = division.path if division else ""
    rows = (
        Parameter.objects
        .on(on)
        .filter(Q(field="") | Q(field=str(field or "")), name=name)
        .select_related("division")
    )
    here = [r for r in rows if r.division is None or within(path, r.division.path)]
    if not here:
        return DEFAULTS[name].value
    return max(here, key=_speciality).value


def _speciality(row: Parameter) -> tuple[int, bool, date]:
    depth = row.division.path.count("/") + 1 if row.division else 0
    return depth, bool(row.field), row.valid_from
