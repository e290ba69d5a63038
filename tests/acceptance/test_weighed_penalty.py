"""A fine that a benchmark proposes, and that is set elsewhere for a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.acceptance import ordinary_case as told
from tests.acceptance.carrying import carry, file_a_case
from tests.acceptance.filling import fill, picture
from tests.acceptance.ordinary_case import Act, at
from tests.acceptance.people import Desk, Office
from tests.acceptance.reading import Printed, download
from tests.acceptance.running import Site

PUBLISH = """
from faheng.cli.demo.benchmarks import load_benchmarks
from faheng.cli.demo.load import RECORDED_AT
load_benchmarks(RECORDED_AT)
"""
FACTS = {"违法次数": ("1次", "现场勘验笔录"), "改正情况": ("已改正", "路面照片")}
WHY = "遗撒在学校门前，上学时段车流停滞一小时"
NOT_COUNTED = "没有证据，不计"
OUTSIDE = "不在可以选择的2,000元至5,000元之内"
WEIGH = told.WEIGH.but(选择和说明={"偏离裁量基准的理由": WHY})
DISCUSS = Act(
    "集体讨论",
    "head",
    at(30, 16),
    {
        "讨论时间": at(30, 14),
        "讨论地点": "局会议室",
        "主持人": "方德明",
        "承办人汇报": "遗撒在学校门前，拟偏离裁量基准罚款八千六百元",
        "法制审核意见": "审核通过",
        "讨论结论": "同意罚款八千六百元",
        "讨论人员": [
            {"参加人": name, "职务": "局领导", "发表的意见": "同意"}
            for name in ("方德明", "汪天佑", "侯浩然")
        ],
    },
)
SUBMIT = told.SUBMIT.without("处罚理由和裁量说明")


@pytest.fixture
def office(
    browser: Browser, site: Site, request: pytest.FixtureRequest
) -> Iterator[Office]:
    """Everybody's screens in a city that has published its benchmarks."""
    site.ask(PUBLISH)
    people = Office(browser, site.address, {}, request.node.name)
    yield people
    assert not people.leave()


def test_a_fine_leaves_its_tier_for_a_reason_and_is_reviewed_and_discussed(
    office: Office, tmp_path: Path
):
    case = file_a_case(office)
    carry(office, case, told.investigation(picture(tmp_path / "road.png")))
    _weigh(office("officer"), case)
    _replays_the_worksheet(office("officer"), case, approved=0)
    carry(office, case, [*told.NOTICE, *told.REVIEW, DISCUSS, SUBMIT, told.DECIDE])
    _replays_the_worksheet(office("officer"), case, approved=2)

    paper = _decision(office("head"), case)
    for said in ("人民币8,600元", "捌仟陆佰元整", WHY):
        assert paper.states(said), f"{said}\n{paper.text}"
    assert paper.is_archival


def _weigh(officer: Desk, case: str) -> None:
    page = officer.go(case)
    officer.begin(WEIGH.title)
    proposal = page.locator("#proposal")
    for fact, (value, evidence) in FACTS.items():
        page.get_by_label(fact, exact=True).select_option(f"{fact}={value}")
        expect(proposal).to_contain_text(NOT_COUNTED)
        page.get_by_label(f"{fact}的证据").select_option(label=evidence)
        expect(proposal).not_to_contain_text(NOT_COUNTED)
    _proposes_within_its_tier(page, proposal)
    _fill_and_go_on(page, "拟处罚")
    expect(proposal.locator(".note.soon")).to_contain_text(OUTSIDE)
    _fill_and_go_on(page, "选择和说明")
    expect(proposal).not_to_contain_text(OUTSIDE)
    for gate in ("法制审核", "集体讨论"):
        row = proposal.locator(".gatesum tr").filter(has_text=gate)
        expect(row).to_contain_text("偏离裁量基准")
    expect(proposal.locator(".paper")).to_contain_text(WHY)
    officer.sign(WEIGH.title, {}, WEIGH.at)


def _fill_and_go_on(page: Page, section: str) -> None:
    """Fill a section, and leave its last field, as whoever goes on to the next."""
    fill(page, {section: WEIGH.values[section]})
    page.keyboard.press("Tab")


def _proposes_within_its_tier(page: Page, proposal: Locator) -> None:
    """The proposal, drawn on the range, is filled in as the fine."""
    expect(proposal.locator(".verdictline")).to_contain_text("3,500")
    expect(proposal.locator(".tierlist [aria-current]")).to_contain_text("2,000")
    drawn = re.compile(
        "法定幅度2,000元至2万元，可以选择的部分2,000元至5,000元，罚款3,500元"
    )
    expect(proposal.locator("svg[role=img]")).to_have_attribute("aria-label", drawn)
    amount = page.locator("[name=proposed_penalty-0-amount]")
    expect(amount).to_have_value(re.compile(r"^3,?500"))


def _replays_the_worksheet(desk: Desk, case: str, approved: int) -> None:
    page = desk.go(f"{case}weighing/")
    expect(page.locator("main")).to_contain_text("重新计算，逐字节相同")
    expect(page.locator(".note.soon .kai")).to_have_text(WHY)
    expect(page.locator(".note.soon .mark.done")).to_have_count(approved)
    expect(page.locator(".verdictline").first).to_contain_text("8,600")
    expect(page.locator(".rangebar").first).to_be_visible()
    for fact, (value, evidence) in FACTS.items():
        row = page.locator("tr").filter(has_text=fact).first
        expect(row).to_contain_text(value)
        expect(row).to_contain_text(evidence)


def _decision(head: Desk, case: str) -> Printed:
    page = head.go(case)
    papers = page.locator("#papers")
    papers.get_by_role("link", name="行政处罚决定书", exact=True).click()
    link = page.get_by_role("link", name="PDF").get_attribute("href")
    return download(page, head.address + str(link), "weighed_decision.pdf")
