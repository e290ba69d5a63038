"""A penalty rests on provisions that are there."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from faheng.domains.enforcement.citing import check_rows, said, wrong_on_all
from faheng.domains.enforcement.conditions.basis import basis_stands
from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.registers import EnforcementItem, ItemProvision
from faheng.lawbase import actions
from faheng.lawbase.models import TargetOutcome, Version
from faheng.lawbase.queries import Checked

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 1, tzinfo=UTC)
ACTED = datetime(2026, 5, 1, tzinfo=UTC)
DECIDED = date(2026, 11, 1)
LAW = """# 风筝管理条例

（2010年1月5日第一届风筝大会通过）

第一条　放风筝应当避开电线。

第二条　不避开电线的，处五十元罚款。

第三条　本条例自2010年3月1日起施行。
"""


@pytest.fixture
def item() -> EnforcementItem:
    row = EnforcementItem.objects.create(
        code="FZ-1",
        name="对风筝不避开电线的行政处罚",
        field="city_management",
        valid_from=date(2020, 1, 1),
        recorded_at=AT,
    )
    _rests_on(row, 1)
    return row


@pytest.fixture
def kites(tmp_path: Path) -> Version:
    file = tmp_path / "kites.md"
    file.write_text(LAW, encoding="utf-8")
    actions.import_paths([file], actions.Import(AT))
    return Version.objects.get()


def _rests_on(item: EnforcementItem, article: int) -> ItemProvision:
    return ItemProvision.objects.create(
        item=item,
        role=ProvisionRole.PENALTY,
        law="风筝管理条例",
        article=article,
        citation=f"《风筝管理条例》第{article}条",
    )


def _holds(item: EnforcementItem | None) -> bool:
    main = SimpleNamespace(item_id=item.pk if item else None, act_at=ACTED)
    return bool(basis_stands.test(SimpleNamespace(main=main, on=DECIDED)))


def test_a_provision_that_is_there_is_a_basis(item, kites) -> None:
    assert _holds(item)


def test_a_provision_that_is_not_there_is_no_basis(item, kites) -> None:
    _rests_on(item, 9)
    assert not _holds(item)


def test_what_the_law_base_does_not_hold_passes(item) -> None:
    assert _holds(item)
    (found,) = check_rows(item.provisions.all(), DECIDED)
    assert found.sentence == "法规库未收录当日的文本，无从核对"


def test_a_law_repealed_between_act_and_decision_may_still_be_the_basis(
    item, kites
) -> None:
    kites.valid_to = date(2026, 8, 1)
    kites.save()
    assert _holds(item)


def test_a_law_repealed_before_the_act_is_no_basis(item, kites) -> None:
    kites.valid_to = date(2026, 4, 1)
    kites.save()
    assert not _holds(item)
    (wrong,) = wrong_on_all(item.provisions.all(), [date(2026, 5, 1), DECIDED])
    assert wrong.sentence == "自2026-04-01起已废止"


def test_a_case_without_an_item_has_nothing_to_look_up() -> None:
    assert _holds(None)


def test_each_outcome_is_said() -> None:
    assert said(Checked(TargetOutcome.RESOLVES)) == ""
    assert said(Checked(TargetOutcome.NOT_YET, date(2027, 1, 1))) == (
        "自2027-01-01起施行"
    )
    assert said(Checked(TargetOutcome.NO_SUCH)) == "当日有效的文本没有这一条款"
    assert said(Checked(TargetOutcome.REPEALED, date(2026, 1, 1), "天空法")) == (
        "自2026-01-01起已被《天空法》废止"
    )
