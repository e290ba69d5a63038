"""One penalty imposed on the spot, from the item to the file."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from faheng.lib.identifiers import make_citizen_id
from tests.acceptance.people import Desk, Office
from tests.acceptance.reading import Printed, download

ITEM = "个人随意倾倒、抛撒、堆放生活垃圾"
CITIZEN = make_citizen_id("449902", date(1987, 3, 9), 118)
FACTS = "把两袋厨余垃圾抛撒在潮声巷 7 号门前的绿化带里"


@pytest.fixture
def began() -> datetime:
    """A moment ago: a browser is a surface, and reads the clock."""
    now = datetime.now(ZoneInfo("Asia/Shanghai"))  # noqa: TID251
    return now - timedelta(minutes=40)


def test_a_fine_is_imposed_on_the_spot_from_the_item_to_the_file(
    office: Office, began: datetime
):
    officer = office("officer")
    _tell_from_the_item(officer, began)
    case = officer.page.url
    _hear_and_decide(officer)
    paper = _read_the_decision(officer)
    officer.go(case)
    officer.take(
        "当场交付决定书",
        {
            "签收": "当事人签名",
            "送达": {"送达方式": "直接送达", "收件人": "甘小满"},
        },
    )
    officer.take("报机关备案")
    _pay_and_close(office("recorder"), case)

    _finds_what_the_law_asks(paper, began)
    expect(officer.go(case).locator("header.casehead")).to_contain_text("已办结")
    expect(officer.page.locator("footer.foot")).to_contain_text("链完整")


def _tell_from_the_item(officer: Desk, began: datetime) -> None:
    page = officer.go("/cases/new/")
    page.get_by_role("searchbox").fill(ITEM)
    page.get_by_role("button", name="找").click()
    page.get_by_role("link", name=ITEM).click()
    expect(page.get_by_text("可以当场处罚")).to_be_visible()
    way = page.locator(".act").filter(has_text="行政处罚简易程序")
    way.get_by_role("link", name="开始").click()
    expect(page.get_by_label("执法事项")).to_have_value(_item_in(page.url))
    officer.sign(
        "表明身份并告知",
        {
            "违法时间": began,
            "违法地点": "望海区潮声巷 7 号门前",
            "违法事实": FACTS,
            "已出示执法证件": True,
            "已告知拟处罚内容、事实、理由、依据和陈述申辩权": True,
            "办案人员": [{}, {"执法人员": "林晓岚"}],
            "当事人": {
                "当事人类型": "公民",
                "名称或姓名": "甘小满",
                "居民身份证号": CITIZEN,
                "住所或地址": "望海区潮声巷 7 号",
            },
        },
    )


def _item_in(address: str) -> str:
    return address.rpartition("item=")[2]


def _hear_and_decide(officer: Desk) -> None:
    officer.take(
        "听取陈述申辩",
        {
            "当事人陈述申辩": "作了陈述、申辩",
            "陈述申辩内容": "不知道这里不能倒，愿意马上清理",
            "复核意见": "已经当场清理，在法定幅度以内从轻",
        },
    )
    said = officer.take(
        "作出当场处罚决定",
        {"处罚种类": "罚款", "罚款金额": "150", "责令改正内容": "立即清理抛撒的垃圾"},
    )
    assert "当罚〔" in said


def _read_the_decision(officer: Desk) -> Printed:
    page = officer.page
    page.locator("#papers").get_by_role("link", name="当场行政处罚决定书").click()
    link = page.locator("a[href$='.pdf']").first.get_attribute("href")
    return download(page, officer.address + str(link), "on_the_spot.pdf")


def _finds_what_the_law_asks(paper: Printed, began: datetime) -> None:
    """Whether what articles 52 and 59 ask for is in the paper."""
    for said in (
        *("甘小满", CITIZEN, "望海区潮声巷7号", FACTS),
        f"{began.year}年{began.month}月{began.day}日{began:%H时%M分}",
        *("《中华人民共和国生态环境法典》第五百零六条第二款",),
        *("第一千一百六十九条第三款",),
        *("人民币150元", "壹佰伍拾元整"),
        *("六十日内先向", "申请行政复议", "对行政复议决定仍不服"),
        *("陈立衡", "林晓岚", "当罚〔"),
    ):
        assert paper.states(said), f"{said} is not in\n{paper.text}"
    assert paper.is_archival


def _pay_and_close(recorder: Desk, case: str) -> None:
    recorder.go(case)
    recorder.take("登记缴款", {"银行缴款金额": "150", "缴款凭证号": "YH20260001"})
    recorder.take("办结归档")
