from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from faheng.domains.enforcement.lists import (
    ITEMS,
    OFFICERS,
    POWERS,
    THRESHOLDS,
)
from faheng.domains.enforcement.registers import EnforcementItem, Threshold
from faheng.domains.enforcement.tests.rows import ITEM, THRESHOLD, bring
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import NOBODY, system
from faheng.kernel.parties.tests.cast import AT, DAY, City, build
from faheng.kernel.registers import exports
from faheng.kernel.registers.actions import (
    Upload,
    import_rows,
    put_raw,
    writing,
)
from faheng.kernel.registers.declare import REGISTERS
from faheng.kernel.registers.entries import Outcome
from faheng.kernel.registers.models import ImportBatch
from faheng.kernel.registers.queries import Ask, entries, entry
from faheng.kernel.registers.refusals import NotKeeper, NotShown

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return build()


def outcomes(result) -> list[Outcome]:
    return [row.outcome for row in result.accepted]


def only_reason(result) -> str:
    assert not result.accepted
    (row,) = result.rejected
    return row.reason


class TestWhole:
    def test_a_rehearsal_leaves_nothing(self):
        result = bring(ITEMS, ITEM, dry_run=True)
        assert (outcomes(result), result.batch_id) == ([Outcome.NEW], None)
        assert not EnforcementItem.objects.exists()
        assert not ImportBatch.objects.exists()

    def test_a_crash_leaves_nothing_half_imported(self, monkeypatch):
        def crash(*_):
            raise MemoryError

        monkeypatch.setattr("faheng.kernel.registers.actions._keep", crash)
        with pytest.raises(MemoryError):
            bring(ITEMS, ITEM)
        assert not EnforcementItem.objects.exists()

    def test_only_an_administrator_imports(self, city):
        city.hire("甲", "city", Role.HEAD)
        for who in (NOBODY, city.viewer("甲")):
            with pytest.raises(NotKeeper):
                bring(ITEMS, ITEM, by=who)

    def test_a_district_keeps_its_own_rows_and_not_the_citys(self, city):
        city.hire("管", "bureau", Role.ADMINISTRATOR)
        city.hire("总", "city", Role.ADMINISTRATOR)
        by = city.viewer("管")
        assert "区域" in only_reason(bring(ITEMS, ITEM, by=by))
        assert outcomes(bring(ITEMS, ITEM, by=city.viewer("总"))) == [Outcome.NEW]
        power = {"事项代码": "330217001", "依据文件": "清单", "生效日期": "2026-02-01"}
        result = bring(
            POWERS,
            power | {"主体代码": "street"},
            power | {"主体代码": "neighbour"},
            by=by,
        )
        assert [row.line for row in result.accepted] == [2]
        assert [row.line for row in result.rejected] == [3]
        assert "区域" in only_reason(bring(THRESHOLDS, THRESHOLD, by=by))
        own = THRESHOLD | {"区划代码": "449901"}
        assert outcomes(bring(THRESHOLDS, own, by=by)) == [Outcome.NEW]

    def test_a_single_row_is_put_by_the_same_door(self):
        assert put_raw(THRESHOLDS, THRESHOLD, writing(system(), AT)) is Outcome.NEW
        assert Threshold.objects.get().code == "听证/法人或者其他组织/罚款/-/-"


class TestShown:
    def test_entries_come_in_pages_and_by_words(self):
        rows = [
            ITEM | {"事项代码": f"{n:03}", "事项名称": f"事项{n}"} for n in range(7)
        ]
        bring(ITEMS, *rows)
        seen, after = [], ""
        for size in (3, 3, 1):
            page = entries(ITEMS, Ask(DAY, after=after, limit=3), NOBODY)
            assert len(page.rows) == size
            seen += [row.code for row in page.rows]
            after = page.after
        assert (seen, after) == ([f"{n:03}" for n in range(7)], "")
        found = entries(ITEMS, Ask(DAY, search="事项 005"), NOBODY).rows
        assert [row.code for row in found] == ["005"]

    def test_entries_are_those_of_the_day(self):
        bring(ITEMS, ITEM | {"失效日期": DAY.isoformat()})
        day = timedelta(days=1)
        first = date(2026, 1, 1)
        for on, count in ((first - day, 0), (first, 1), (DAY, 1), (DAY + day, 0)):
            assert len(entries(ITEMS, Ask(on), NOBODY).rows) == count

    def test_officers_are_shown_to_who_sees_or_keeps_their_organ(self, city):
        city.hire("甲", "bureau", Role.OFFICER)
        city.hire("邻", "neighbour", Role.OFFICER)
        city.hire("管", "bureau", Role.ADMINISTRATOR)
        city.hire("督", "city", Role.SUPERVISOR)

        def names(who) -> set[str]:
            return {row.cells[1] for row in entries(OFFICERS, Ask(DAY), who).rows}

        assert names(city.viewer("甲")) == {"甲", "管"}
        assert names(city.viewer("邻")) == {"邻"}
        assert names(city.viewer("管")) == {"甲", "管"}
        assert names(city.viewer("督")) == {"甲", "邻", "管", "督"}
        assert names(NOBODY) == set()
        with pytest.raises(NotShown):
            entry(OFFICERS, city.people["甲"].pk, city.viewer("邻"))

    def test_what_is_exported_is_what_is_shown_and_comes_back_unchanged(self):
        bring(ITEMS, ITEM)
        shown = entries(ITEMS, Ask(DAY), NOBODY).rows[0].cells
        for kind in ("xlsx", "csv"):
            made = exports.export(ITEMS, Ask(DAY), NOBODY, kind)
            result = import_rows(
                ITEMS, Upload(f"x.{kind}", made), writing=writing(system(), AT)
            )
            assert outcomes(result) == [Outcome.UNCHANGED]
        book = load_workbook(io.BytesIO(exports.export(ITEMS, Ask(DAY), NOBODY)))
        titles, cells = book.active.values
        assert titles == ITEMS.titles
        assert tuple(cell or "" for cell in cells) == shown

    @pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C'!A0"])
    def test_no_export_carries_a_formula(self, evil):
        bring(ITEMS, ITEM | {"事项名称": f"'{evil}"})
        assert EnforcementItem.objects.get().name == evil
        text = exports.export(ITEMS, Ask(DAY), NOBODY, "csv").decode("utf-8-sig")
        assert list(csv.reader(io.StringIO(text)))[1][1] == f"'{evil}"
        book = load_workbook(io.BytesIO(exports.export(ITEMS, Ask(DAY), NOBODY)))
        assert book.active["B2"].data_type == "s"
        upload = Upload("x.csv", text.encode())
        again = import_rows(ITEMS, upload, writing=writing(system(), AT))
        assert outcomes(again) == [Outcome.UNCHANGED]

    def test_every_register_has_a_template_that_is_understood(self):
        for register in REGISTERS:
            book = load_workbook(io.BytesIO(exports.template(register)))
            titles = next(iter(book.active.values))
            assert tuple(t.rstrip("*") for t in titles) == register.titles
