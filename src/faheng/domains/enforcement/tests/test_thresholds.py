from __future__ import annotations

from datetime import date

import pytest

from faheng.domains.enforcement import powers
from faheng.domains.enforcement.kinds import Gate, PenaltyKind, Subject
from faheng.domains.enforcement.lists import ITEMS, PARAMETERS, POWERS, THRESHOLDS
from faheng.domains.enforcement.parameters import (
    DEFAULTS,
    ParameterUnknown,
    parameter,
)
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.tests.rows import ITEM, THRESHOLD, bring
from faheng.domains.enforcement.thresholds import (
    Place,
    Sanction,
    grounds,
    required,
)
from faheng.kernel.parties.models import Division
from faheng.kernel.parties.tests.cast import DAY, build

pytestmark = pytest.mark.django_db

YUAN = 100
HERE = Place("4499/449901", "city_management")
COMPANY = Subject.ORGANISATION


def hearing(place: Place = HERE, on: date = DAY, **what):
    sanction = Sanction(**{"subject": COMPANY} | what)
    return required(Gate.HEARING, sanction, on=on, place=place)


class TestByAmount:
    @pytest.mark.parametrize(
        ("inclusive", "fine", "due"),
        [
            ("是", 99_999_99, False),
            ("是", 100_000_00, True),
            ("是", 100_000_01, True),
            ("否", 100_000_00, False),
            ("否", 100_000_01, True),
        ],
    )
    def test_the_amount_itself_counts_only_when_inclusive(self, inclusive, fine, due):
        bring(THRESHOLDS, THRESHOLD | {"含本数": inclusive})
        assert bool(hearing(fine=fine)) is due

    @pytest.mark.parametrize(
        ("measure", "what"),
        [("罚款", "fine"), ("没收违法所得", "gains"), ("没收非法财物价值", "goods")],
    )
    def test_each_measure_has_its_own_line(self, measure, what):
        bring(THRESHOLDS, THRESHOLD | {"金额种类": measure})
        for name in ("fine", "gains", "goods"):
            assert bool(hearing(**{name: 100_000 * YUAN})) is (name == what)

    def test_the_ground_tells_amount_row_and_article(self):
        bring(THRESHOLDS, THRESHOLD)
        ground = hearing(fine=100_000 * YUAN)
        assert ground.sentence == (
            "罚款100,000元，达到听证门槛100,000元（某省听证办法）"
        )
        assert str(ground.basis) == "行政处罚法第63条第1款第1项"
        assert ground.threshold.amount == 100_000 * YUAN

    def test_a_citizen_is_not_measured_by_the_line_of_organisations(self):
        bring(THRESHOLDS, THRESHOLD)
        assert hearing(subject=Subject.CITIZEN, fine=10**9) is None

    def test_without_rows_nothing_is_due_by_amount(self):
        assert hearing(fine=10**9) is None

    def test_nothing_to_pay_reaches_no_line(self):
        bring(THRESHOLDS, THRESHOLD | {"金额（元）": "0"})
        assert hearing() is None

    def test_a_row_counts_from_its_first_to_its_last_day(self):
        bring(THRESHOLDS, THRESHOLD | {"失效日期": "2026-06-30"})
        days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30)]
        days.append(date(2026, 7, 1))
        due = [bool(hearing(on=day, fine=100_000 * YUAN)) for day in days]
        assert due == [False, True, True, False]


class TestTheMoreSpecialRow:
    @pytest.fixture(autouse=True)
    def rows(self):
        build()
        general = THRESHOLD | {"区划代码": None, "执法领域": None}
        bring(
            THRESHOLDS,
            general,
            general | {"区划代码": "4499", "金额（元）": "8万元"},
            general | {"区划代码": "449901", "金额（元）": "20万元"},
            general
            | {"区划代码": "449901", "执法领域": "市场监管", "金额（元）": "5万"},
        )

    @pytest.mark.parametrize(
        ("place", "line"),
        [
            (Place("5101", ""), 100_000),
            (Place("4499/449902", "market"), 80_000),
            (Place("4499/449901", "city_management"), 200_000),
            (Place("4499/449901/449901001", "city_management"), 200_000),
            (Place("4499/449901", "market"), 50_000),
        ],
    )
    def test_alone_speaks_even_when_it_is_higher(self, place, line):
        assert hearing(place, fine=line * YUAN).threshold.amount == line * YUAN
        assert hearing(place, fine=line * YUAN - 1) is None


class TestByNature:
    HEARD = {"downgrade", "revoke_licence", "stop_business", "close", "bar_from_work"}

    @pytest.mark.parametrize("kind", list(PenaltyKind))
    def test_a_hearing_follows_from_these_kinds_and_no_others(self, kind):
        ground = hearing(kinds=frozenset({kind}))
        assert bool(ground) is (kind.value in self.HEARD)
        if ground:
            assert str(ground.basis).startswith("行政处罚法第63条")

    def test_natures_come_before_amounts_and_none_is_left_out(self):
        bring(THRESHOLDS, THRESHOLD)
        sanction = Sanction(
            COMPANY, fine=10**8, kinds=frozenset({PenaltyKind.CLOSE, PenaltyKind.FINE})
        )
        found = grounds(Gate.HEARING, sanction, on=DAY, place=HERE)
        assert [ground.threshold is None for ground in found] == [True, False]

    @pytest.mark.parametrize(
        ("what", "review", "panel"),
        [
            ({}, None, None),
            ({"is_complex": True}, "第58条第1款第3项", "第57条第2款"),
            ({"touches_public_interest": True}, "第58条第1款第1项", None),
            ({"was_heard": True}, "第58条第1款第2项", None),
            ({"is_major": True}, None, "第57条第2款"),
        ],
    )
    def test_review_and_panel_follow_from_the_case(self, what, review, panel):
        for gate, place in ((Gate.REVIEW, review), (Gate.PANEL, panel)):
            ground = required(gate, Sanction(COMPANY, **what), on=DAY, place=HERE)
            assert (ground and ground.basis.place) == place


class TestParameters:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("answer_days", 5),
            ("file_days", 15),
            ("review_days", 7),
            ("archive_days", 30),
            ("idle_days", 90),
            ("panel_quorum", 3),
            ("gps_metres", 500),
            ("train_hours_min", 60),
        ],
    )
    def test_the_default_holds_where_nothing_was_set(self, name, value):
        assert parameter(name, DAY) == value

    def test_the_nearest_division_and_then_the_field_wins(self):
        build()
        row = {"参数": "answer_days", "单位": "工作日", "生效日期": "2026-01-01"}
        row |= {"区划代码": None, "执法领域": None}
        bring(
            PARAMETERS,
            row | {"数值": 6},
            row | {"数值": 7, "区划代码": "449901"},
            row | {"数值": 8, "区划代码": "449901", "执法领域": "市场监管"},
        )
        district = Division.objects.get(code="449901")
        street = Division.objects.get(code="449901001")
        assert parameter("answer_days", DAY) == 6
        assert parameter("answer_days", DAY, Division.objects.get(code="4499")) == 6
        assert parameter("answer_days", DAY, district) == 7
        assert parameter("answer_days", DAY, street, "market") == 8
        assert parameter("answer_days", date(2025, 12, 31), street) == 5

    def test_an_unknown_name_is_told(self):
        with pytest.raises(ParameterUnknown):
            parameter("tea_break", DAY)

    def test_every_default_has_a_title(self):
        assert all(default.title for default in DEFAULTS.values())


class TestPowers:
    @pytest.fixture
    def city(self):
        city = build()
        bring(ITEMS, ITEM)
        power = {"主体代码": "bureau", "事项代码": "330217001", "依据文件": "清单"}
        power |= {"生效日期": "2026-02-01", "失效日期": "2026-12-31"}
        bring(POWERS, power)
        return city

    def test_a_power_holds_from_its_first_to_its_last_day(self, city):
        item = EnforcementItem.objects.get()
        days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 12, 31)]
        days.append(date(2027, 1, 1))
        held = [bool(powers.holds(city.organs["bureau"], item, day)) for day in days]
        assert held == [False, True, True, False]

    def test_a_dispatched_body_acts_on_the_power_of_its_parent(self, city):
        item = EnforcementItem.objects.get()
        found = {
            key for key, organ in city.organs.items() if powers.holds(organ, item, DAY)
        }
        assert found == {"bureau", "street"}

    def test_a_power_goes_on_under_the_next_wording_of_the_item(self, city):
        bring(ITEMS, ITEM | {"生效日期": "2026-03-01", "事项名称": "新名"})
        item = EnforcementItem.objects.on(DAY).get()
        assert powers.holds(city.organs["bureau"], item, DAY)
        assert list(powers.items_of(city.organs["bureau"], DAY)) == [item]
        assert not powers.items_of(city.organs["neighbour"], DAY).exists()
