"""文书完整性: recordings, numbers and the contents of the file."""

from __future__ import annotations

from faheng.kernel.law.declare import LocalRule
from faheng.kernel.questions.declare import Scope, Severity, Table, rule
from faheng.kernel.questions.words import HOUR, lacking, last_by, now, parameter
from faheng.statutes.administrative_penalty_law import PENALTY_LAW

NUMBER_RULE = LocalRule("文书编号连续", "各地行政执法文书和案卷管理规定")
FILMED_STEPS = ("execute", "execute_at_once", "hold")
"""Steps of a seizure and of a hearing that must be filmed."""

FILE_PAPERS = ("file_cover", "contents_list", "file_note")


@rule(
    "必录环节无音像",
    code="WS-23",
    basis=PENALTY_LAW.article(47),
    severity=Severity.YELLOW,
    mend="登记音像记录；确未录制的，说明原因并用其他证据证明",
    about="acts",
    facts={"hours": "办理后小时数", "av_upload_hours": "上传时限（小时）"},
)
def must_be_filmed(
    acts: Table,
    courses: Table,
    services: Table,
    recordings: Table,
    cases: Table,
    parameters: Table,
    ctx: Table,
) -> Table:
    """查封扣押、听证或者留置送达当天没有登记音像记录。"""
    of_tracks = courses.filter(courses.track.isin(["seizure", "hearing"]))
    told = ("case_id", "occurred_on", "occurred_at")
    steps = acts.filter(acts.step.isin(FILMED_STEPS))
    steps = steps.semi_join(of_tracks, steps.course_id == of_tracks.id)
    left = services.filter(services.method == "leave")
    left = acts.semi_join(left, acts.id == left.act_id)
    steps, left = (one.select(*told, row=one.id) for one in (steps, left))
    t = steps.union(left, distinct=True)
    t = t.join(cases, t.case_id == cases.case_id).select(
        case_id=t.case_id,
        row=t.row,
        occurred_on=t.occurred_on,
        waited=now(ctx) - t.occurred_at,
        division_path=cases.division_path,
        field=cases.field,
    )
    t = parameter(t, parameters, "av_upload_hours", on="occurred_on")
    t = t.filter(t.waited > t.av_upload_hours * HOUR)
    t = lacking(
        t,
        recordings,
        "case_id",
        where=lambda t, r: (
            (r.started_on <= t.occurred_on) & (t.occurred_on <= r.ended_on)
        ),
    )
    t = t.mutate(hours=t.waited // HOUR)
    return t.select("case_id", "row", "occurred_on", "hours", "av_upload_hours")


@rule(
    "文书编号重复或断号",
    code="WS-24",
    basis=NUMBER_RULE,
    severity=Severity.YELLOW,
    scope=Scope.CITY,
    mend="查明断号的去向，登记作废文号和原因",
    about="number_series",
    facts={"series": "文号序列", "used": "已用和已作废的文号数"},
)
def numbers_are_missing(
    number_series: Table, voided_numbers: Table, papers: Table, cases: Table
) -> Table:
    """文号序列里有的号既没有文书使用，也没有作废登记。"""
    told = number_series
    series = told.mark + "〔" + told.year.cast("string") + "〕"
    told = told.select("id", "organ_id", "last", series=series)
    void = voided_numbers.join(told, voided_numbers.series_id == told.id)
    void = void.select(number=told.series + voided_numbers.number.cast("string") + "号")
    printed = papers.filter(papers.number != "").select("number")
    numbered = cases.filter(cases.number != "").select("number")
    known = printed.union(numbered, void, distinct=True)
    known = known.mutate(series=known.number.left(known.number.find("〕") + 1))
    counted = known.group_by("series").aggregate(used=known.count())
    t = told.left_join(counted, told.series == counted.series).select(
        row=told.id,
        organ_id=told.organ_id,
        series=told.series,
        last=told.last,
        used=counted.used.fill_null(0),
    )
    return t.filter(t.used != t.last)


@rule(
    "卷宗目录与材料不符",
    code="WS-25",
    basis=PENALTY_LAW.article(47),
    severity=Severity.HINT,
    mend="核对卷内材料，更正卷内目录",
    about="papers",
)
def contents_differ(papers: Table) -> Table:
    """立卷归档以后又有文书入卷，卷内目录没有列入。"""
    made = papers.filter(papers.state == "issued")
    lists = made.filter(made.document == "contents_list")
    lists = lists.select("case_id", "course_id", list_id=lists.id)
    listed = last_by(lists, "case_id", "list_id")
    later = made.filter(~made.document.isin(FILE_PAPERS))
    t = later.join(listed, later.case_id == listed.case_id).select(
        case_id=later.case_id,
        row=later.id,
        title=later.title,
        number=later.number,
        made_on=later.made_on,
        list_id=listed.list_id,
    )
    return t.filter(t.row > t.list_id).select(
        "case_id", "row", "title", "number", "made_on"
    )
