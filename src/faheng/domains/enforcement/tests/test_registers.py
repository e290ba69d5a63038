from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from faheng.domains.enforcement.lists import (
    CERTIFICATES,
    ITEMS,
    OFFICERS,
    ORGANS,
    PARAMETERS,
    POWERS,
)
from faheng.domains.enforcement.provisions import parse_provision
from faheng.domains.enforcement.registers import EnforcementItem, Power
from faheng.domains.enforcement.tests.rows import ITEM, as_csv, bring
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Certificate, Organ
from faheng.kernel.parties.queries import NOBODY, system
from faheng.kernel.parties.tests.cast import AT, DAY, City, build
from faheng.kernel.registers import exports
from faheng.kernel.registers.actions import (
    Upload,
    close,
    import_rows,
    writing,
)
from faheng.kernel.registers.entries import Outcome
from faheng.kernel.registers.models import RejectedRow
from faheng.kernel.registers.queries import history, rejected
from faheng.kernel.registers.refusals import NotShown, RowRefused

pytestmark = pytest.mark.django_db

NEXT_YEAR = date(2027, 1, 1)


@pytest.fixture
def city() -> City:
    return build()


def outcomes(result) -> list[Outcome]:
    return [row.outcome for row in result.accepted]


def only_reason(result) -> str:
    assert not result.accepted
    (row,) = result.rejected
    return row.reason


class TestGoodRows:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("某法第12条", "《某法》第12条"),
            ("《某法》第十条之二第（三）项", "《某法》第10条之2第3项"),
            ("某法典第一千一百二十九条", "《某法典》第1129条"),
            ("某法典第一千零五条第一款", "《某法典》第1005条第1款"),
            ("某法第一百一十八条第１款", "《某法》第118条第1款"),
        ],
    )
    def test_a_citation_is_read_in_figures_and_numerals(self, text, shown):
        assert str(parse_provision(text)) == shown

    def test_an_item_comes_in_with_its_provisions_and_kinds(self):
        assert outcomes(bring(ITEMS, ITEM)) == [Outcome.NEW]
        item = EnforcementItem.objects.get()
        assert (item.fine_min, item.fine_max) == (10_000, 100_050)
        assert [row.kind for row in item.kinds.all()] == ["warning", "fine"]
        told = {row.role: str(row) for row in item.provisions.all()}
        assert told == {
            "violation": "《某某条例》第17条第2款",
            "penalty": "《某某条例》第36条第1款第2项",
        }

    def test_spreadsheet_dates_and_numbers_are_understood(self):
        row = ITEM | {"生效日期": date(2026, 1, 1), "罚款下限（元）": 100.5}
        bring(ITEMS, row | {"追责时效（年）": 5})
        item = EnforcementItem.objects.get()
        assert (item.fine_min, item.limitation_years) == (10_050, 5)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
    def test_csv_comes_in_whatever_its_encoding(self, encoding):
        upload = Upload("名录.CSV", as_csv(ITEM, encoding=encoding))
        result = import_rows(ITEMS, upload, writing=writing(system(), AT))
        assert outcomes(result) == [Outcome.NEW]

    def test_bodies_officers_certificates_and_powers_come_in(self, city):
        body = {
            "主体代码": "new",
            "主体名称": "望城区新局",
            "简称": "新局",
            "机关代字": "望新",
            "层级": "区县级",
            "区划代码": "449901",
            "执法领域": "城市管理；市场监管",
            "资格起始日": "2024-01-01",
        }
        officer = {"人员编号": "P1", "姓名": "李四", "主体代码": "new"}
        card = {"证号": "ZF9", "人员编号": "P1", "有效期起": "2025/1/1", "状态": "暂扣"}
        assert outcomes(bring(ORGANS, body)) == [Outcome.NEW]
        assert Organ.objects.get(code="new").fields.count() == 2
        assert outcomes(bring(OFFICERS, officer)) == [Outcome.NEW]
        assert outcomes(bring(CERTIFICATES, card)) == [Outcome.NEW]
        assert Certificate.objects.get().changes.count() == 2
        bring(ITEMS, ITEM)
        power = {"主体代码": "new", "事项代码": ITEM["事项代码"], "依据文件": "清单"}
        power |= {"生效日期": "2026-02-01"}
        assert outcomes(bring(POWERS, power)) == [Outcome.NEW]
        assert Power.objects.get().code == "new/330217001"

    def test_a_parameter_comes_in_for_a_division(self, city):
        row = {"参数": "陈述申辩期限", "数值": 3, "单位": "工作日"}
        row |= {"区划代码": 449901, "生效日期": "2026-01-01"}
        assert outcomes(bring(PARAMETERS, row)) == [Outcome.NEW]


BAD = [
    ({"事项代码": ""}, "事项代码不能为空"),
    ({"事项名称": " "}, "事项名称不能为空"),
    ({"执法领域": "种花"}, "“种花”不在可选范围"),
    ({"处罚种类": "警告、打手心"}, "“打手心”不在可选范围"),
    ({"违法依据": "某某条例"}, "不是法条引用"),
    ({"罚款下限（元）": "一百"}, "不是金额"),
    ({"罚款下限（元）": "0.001"}, "不是金额"),
    ({"罚款下限（元）": "-5"}, "不是金额"),
    ({"罚款下限（元）": "2000"}, "罚款上限低于下限"),
    ({"处罚种类": "警告"}, "处罚种类中却没有罚款"),
    ({"生效日期": "2026-02-30"}, "不是日期"),
    ({"生效日期": ""}, "生效日期不能为空"),
    ({"失效日期": "2025-12-31"}, "失效日期早于生效日期"),
    ({"须先责令改正": "也许"}, "应填“是”或“否”"),
    ({"追责时效（年）": "两年"}, "不是整数"),
    ({"追责时效（年）": "999999"}, "追责时效（年）"),
    ({"事项名称": "长" * 201}, "事项名称"),
]


class TestBadRows:
    @pytest.mark.parametrize(("cells", "reason"), BAD)
    def test_a_bad_item_is_rejected_with_its_reason(self, cells, reason):
        assert reason in only_reason(bring(ITEMS, ITEM | cells))
        assert not EnforcementItem.objects.exists()

    def test_every_fault_of_a_row_is_told_at_once(self):
        reason = only_reason(bring(ITEMS, ITEM | {"事项代码": "", "处罚种类": "甲"}))
        assert "事项代码不能为空" in reason
        assert "“甲”不在可选范围" in reason

    def test_a_bad_row_does_not_hold_up_the_good_ones(self):
        result = bring(ITEMS, ITEM, ITEM | {"事项代码": "2", "生效日期": "x"})
        assert [row.line for row in result.accepted] == [2]
        assert [row.line for row in result.rejected] == [3]

    def test_a_rejected_row_is_kept_with_line_and_raw_values(self):
        result = bring(ITEMS, ITEM | {"生效日期": "改天"})
        row = RejectedRow.objects.get(batch_id=result.batch_id)
        assert (row.line, row.raw["生效日期"]) == (2, "改天")
        (line,) = rejected(result.batch_id, system())
        cells = list(
            load_workbook(io.BytesIO(exports.rejected_as_xlsx([line]))).active.values
        )
        assert cells[0][-2:] == ("原行号", "退回原因")
        assert "不是日期" in cells[1][-1]

    def test_rejected_rows_are_shown_only_to_who_brought_them(self, city):
        result = bring(ITEMS, ITEM | {"生效日期": "改天"})
        city.hire("管", "city", Role.ADMINISTRATOR)
        for who in (NOBODY, city.viewer("管")):
            with pytest.raises(NotShown):
                rejected(result.batch_id, who)

    @pytest.mark.parametrize(
        ("cells", "reason"),
        [
            ({"主体代码": "没有"}, "“没有”不存在"),
            ({"事项代码": "没有"}, "“没有”在2026-02-01不存在"),
            ({"生效日期": "2025-12-31"}, "在2025-12-31不存在"),
        ],
    )
    def test_a_power_rests_on_what_is_in_force(self, city, cells, reason):
        bring(ITEMS, ITEM)
        row = {"主体代码": "bureau", "事项代码": "330217001", "依据文件": "清单"}
        row |= {"生效日期": "2026-02-01"}
        assert reason in only_reason(bring(POWERS, row | cells))

    def test_a_wrong_credit_code_of_a_body_is_told(self, city):
        row = {"主体代码": "n", "主体名称": "n", "简称": "n", "机关代字": "n"}
        row |= {"层级": "区县级", "区划代码": "449901", "资格起始日": "2024-01-01"}
        bad = row | {"统一社会信用代码": "91350100M000100Y44"}
        assert "校验位" in only_reason(bring(ORGANS, bad))
        foreign = row | {"统一社会信用代码": "91350100M000100Y43"}
        assert "11开头" in only_reason(bring(ORGANS, foreign))
        assert "已经登记" in only_reason(bring(ORGANS, row | {"主体代码": "bureau"}))


class TestVersions:
    def test_a_later_day_closes_the_former_version(self):
        bring(ITEMS, ITEM)
        later = ITEM | {"生效日期": "2027-01-01", "事项名称": "新名"}
        assert outcomes(bring(ITEMS, later)) == [Outcome.CLOSES]
        old, new = EnforcementItem.objects.order_by("valid_from")
        assert old.valid_until == NEXT_YEAR - timedelta(days=1)
        assert new.replaces == old
        assert EnforcementItem.objects.on(old.valid_until).get() == old
        assert EnforcementItem.objects.on(NEXT_YEAR).get() == new

    def test_the_same_row_again_changes_nothing(self):
        bring(ITEMS, ITEM)
        assert outcomes(bring(ITEMS, ITEM)) == [Outcome.UNCHANGED]

    def test_the_same_day_is_a_correction_and_wants_a_reason(self):
        bring(ITEMS, ITEM)
        pk = EnforcementItem.objects.get().pk
        changed = ITEM | {"事项名称": "更名", "处罚种类": "罚款"}
        assert "须填写更正原因" in only_reason(bring(ITEMS, changed))
        assert outcomes(bring(ITEMS, changed, reason="录入错误")) == [Outcome.CORRECTS]
        item = EnforcementItem.objects.get()
        assert (item.pk, item.name, item.kinds.count()) == (pk, "更名", 1)
        told = history(ITEMS, item.code, NOBODY)
        assert told.corrections[0].reason == "录入错误"
        assert dict(told.corrections[0].before)["事项名称"] == ITEM["事项名称"]

    @pytest.mark.parametrize(
        ("first", "last", "clashes"),
        [
            ("2025-01-01", "2025-12-31", False),
            ("2025-01-01", "2026-01-01", True),
            ("2025-01-01", "", True),
            ("2026-06-30", "", True),
            ("2026-07-01", "", False),
            ("2026-02-01", "2026-03-01", True),
        ],
    )
    def test_versions_of_one_code_do_not_overlap(self, first, last, clashes):
        bring(ITEMS, ITEM | {"失效日期": "2026-06-30"})
        result = bring(ITEMS, ITEM | {"生效日期": first, "失效日期": last})
        assert bool(result.rejected) is clashes
        if clashes:
            assert "日期重叠" in result.rejected[0].reason

    def test_an_entry_is_ended_with_a_day(self):
        bring(ITEMS, ITEM)
        close(ITEMS, ITEM["事项代码"], DAY, writing=writing(system(), AT))
        assert EnforcementItem.objects.get().valid_until == DAY
        with pytest.raises(RowRefused):
            close(ITEMS, ITEM["事项代码"], DAY, writing=writing(system(), AT))

    def test_history_gives_every_version_newest_first(self):
        bring(ITEMS, ITEM, ITEM | {"生效日期": "2027-01-01"})
        told = history(ITEMS, ITEM["事项代码"], NOBODY)
        assert [row.valid_from.year for row in told.entries] == [2027, 2026]
        with pytest.raises(NotShown):
            history(ITEMS, "没有", NOBODY)
