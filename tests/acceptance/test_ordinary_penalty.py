"""One ordinary case from the clue to the archive, by all who take part in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from faheng.domains.enforcement.documents.decision import PenaltyDecision
from tests.acceptance import ordinary_case as told
from tests.acceptance.carrying import carry, register
from tests.acceptance.filling import picture
from tests.acceptance.people import Desk, Office
from tests.acceptance.reading import Printed, download
from tests.acceptance.running import Site

STATED = """
import json
from faheng.kernel.cases.models import Paper
paper = Paper.objects.get(number={number!r})
print(json.dumps(paper.values, ensure_ascii=False))
"""
NOT_PRINTED = "taken"
LATE = "当日办案未当日录入"
"""All that is wrong with a lawful case that is entered afterwards."""


def test_an_ordinary_penalty_goes_from_the_clue_to_the_archive(
    office: Office, city: Site, tmp_path: Path
):
    case = register(office)
    _says(office, case, "核查线索")
    carry(office, case, [told.VERIFY, told.PROPOSE])
    _waits_for_the_lead(office, case)
    carry(office, case, [told.ENDORSE])
    _is_for_the_head_alone(office, case)
    carry(office, case, [told.FILE])
    _explains_its_date(office, case)
    carry(office, case, told.investigation(picture(tmp_path / "road.png")))
    carry(office, case, [told.WEIGH, *told.NOTICE, *told.REVIEW, told.SUBMIT])
    carry(office, case, [told.DECIDE])
    number, paper = _read_the_decision(office("head"), case)
    carry(office, case, [told.SERVE, *told.publication(number)])
    carry(office, case, [*told.PERFORM, *told.CLOSING])

    _states_all_that_the_law_asks(paper, json.loads(_stated(city, number)))
    _shows_the_whole_record(office("officer"), case)
    _is_read_but_not_worked_on_by_the_supervisor(office("supervisor"), case)
    _is_nothing_to_a_stranger(office("neighbour"), case)


def _says(office: Office, case: str, waits: str) -> None:
    page = office("officer").go(case)
    expect(page.locator(".casenow b")).to_contain_text(waits)
    expect(page.locator("ol.line [aria-current=step]")).to_be_visible()


def _waits_for_the_lead(office: Office, case: str) -> None:
    page = office("lead").go("/work/")
    expect(page.locator(".worklist")).to_contain_text(told.ENDORSE.title)
    page.goto(case)
    expect(page.locator(".casenow b")).to_contain_text("等办案机构负责人审核立案")


def _is_for_the_head_alone(office: Office, case: str) -> None:
    """Whether another sees who can take the step, and is refused its form."""
    officer, head = office("officer"), office("head")
    officer.go(case)
    said = officer.act(told.FILE.title)
    expect(said).to_contain_text("行政机关负责人")
    expect(said.locator("a.btn")).to_have_count(0)
    head.go(case)
    form = head.act(told.FILE.title).locator("a.btn").get_attribute("href")
    answer = officer.page.goto(officer.address + str(form))
    assert answer is not None
    assert answer.status == 403
    expect(officer.page.locator("main")).to_contain_text("行政机关负责人")


def _explains_its_date(office: Office, case: str) -> None:
    page = office("officer").go(case)
    clocks = page.locator("#clocks .clock").filter(has_text="作出处罚决定")
    clocks.get_by_role("link", name=re.compile("全部|怎么算的")).first.click()
    main = page.locator("main")
    expect(main.get_by_role("heading", name="作出处罚决定")).to_be_visible()
    expect(main).to_contain_text("批准立案")
    expect(main).to_contain_text("90 日")


def _read_the_decision(head: Desk, case: str) -> tuple[str, Printed]:
    page = head.go(case)
    papers = page.locator("#papers")
    papers.get_by_role("link", name="行政处罚决定书", exact=True).click()
    number = page.locator(".casettl .no").inner_text()
    assert re.fullmatch(r".+罚决〔\d{4}〕\d+号", number)
    link = page.get_by_role("link", name="PDF").get_attribute("href")
    return number, download(page, head.address + str(link), "decision.pdf")


def _stated(city: Site, number: str) -> str:
    return city.ask(STATED.format(number=number))


def _states_all_that_the_law_asks(paper: Printed, values: dict[str, Any]) -> None:
    for name, state in PenaltyDecision.states().items():
        value = _without(values[name])
        assert value, f"{state.label} is empty"
        assert paper.states(value), f"{state.label}: {value}\n{paper.text}"
    for said in (told.PARTY, told.USCC, "人民币8,600元", "捌仟陆佰元整", "〔"):
        assert paper.states(said), f"{said}\n{paper.text}"
    assert paper.is_archival


def _without(value: Any) -> Any:
    """Leave out of rows what the paper has no column for."""
    if not isinstance(value, list):
        return value
    return [{k: v for k, v in row.items() if k != NOT_PRINTED} for row in value]


def _shows_the_whole_record(officer: Desk, case: str) -> None:
    page = officer.go(case)
    expect(page.locator("header.casehead")).to_contain_text("已归档")
    expect(page.locator("footer.foot")).to_contain_text("链完整")
    expect(page.locator("#evidence")).to_contain_text("路面照片")
    open_now = page.locator("#findings > .finding p:first-child > b")
    told_now = {said.split("：")[-1].strip() for said in open_now.all_inner_texts()}
    assert told_now == {LATE}
    picture_ = page.locator("#evidence img.pic").first
    assert picture_.evaluate("img => img.decode().then(() => img.naturalWidth)") > 0


def _is_read_but_not_worked_on_by_the_supervisor(desk: Desk, case: str) -> None:
    page = desk.go(case)
    expect(page.get_by_role("heading", level=1)).to_contain_text(told.PARTY)
    expect(page.locator(".caseside .act a.btn")).to_have_count(0)
    expect(page.get_by_role("link", name="补录已经发生的事")).to_have_count(0)


def _is_nothing_to_a_stranger(neighbour: Desk, case: str) -> None:
    page: Page = neighbour.page
    answer = page.goto(case)
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("body")).not_to_contain_text(told.PARTY)
