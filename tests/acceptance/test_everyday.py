"""What makes a day's work bearable: keys, a phone, English, and two at once."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.acceptance.filling import fill
from tests.acceptance.ordinary_case import day
from tests.acceptance.people import Desk, Office

STEP = "记录未能送达"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _attempt(why: str) -> dict[str, dict[str, object]]:
    return {
        "未能送达记录": {
            "文书": "询问通知书",
            "送达方式": "直接送达",
            "日期": day(50),
            "未能送达的原因": why,
        }
    }


def test_who_comes_second_is_told_and_keeps_what_was_typed(
    office: Office, filed_case: str
):
    first, second = office("officer"), office("officer2")
    for desk in (first, second):
        desk.go(filed_case)
        desk.begin(STEP)
    second_words = "下午再去，门仍然锁着"
    fill(second.page, _attempt(second_words))
    first.sign(STEP, _attempt("上午去时没有人"))

    answer = _signed(second)
    assert answer == 409
    page = second.page
    expect(page.get_by_role("heading", level=1)).to_contain_text("有人先办了这一步")
    expect(page.locator("main")).to_contain_text("陈立衡")
    page.get_by_role("link", name="看现在到了哪一步").click()
    second.begin(STEP)
    expect(page.get_by_label("未能送达的原因")).to_have_value(second_words)
    assert "已办理" in second.sign(STEP, {})


def _signed(desk: Desk) -> int:
    with desk.page.expect_navigation() as going:
        desk.page.get_by_role("button", name=re.compile("^签署")).click()
    return going.value.status if going.value else 0


def test_a_case_is_found_and_left_without_a_mouse(office: Office, filed_case: str):
    desk = office("officer")
    page = desk.go(filed_case)
    number = re.search(r"\d+(?=号)", page.get_by_label("所在位置").inner_text())
    title = page.get_by_role("heading", level=1).inner_text()
    desk.go("/notices/")
    page.keyboard.press("/")
    box = page.get_by_role("dialog", name="查找或执行")
    expect(box).to_be_visible()
    assert number is not None
    page.keyboard.type(number[0].zfill(2))
    expect(box.get_by_role("option").filter(has_text=title)).to_be_visible()
    while title not in box.locator("[aria-selected=true]").inner_text():
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)

    page.keyboard.press("g")
    page.keyboard.press("w")
    page.wait_for_url("**/work/")
    expect(page.get_by_role("heading", level=1)).to_have_text("我的工作")


def test_a_phone_shows_the_work_and_takes_a_step(office: Office, filed_case: str):
    desk = office("officer", **PHONE)
    page = desk.go("/work/")
    expect(page.locator(".worklist [data-row]").first).to_be_visible()
    _fits(page)
    desk.go(filed_case)
    _fits(page)
    desk.begin("收集证据")
    page.get_by_role("button", name=re.compile("再加一项")).click()
    _fits(page)
    desk.go(filed_case)
    desk.take(STEP, _attempt("在路上用手机记下：大门紧闭"))
    _fits(page)


def _fits(page: Page) -> None:
    """Whether nothing hangs out at the side or below."""
    out = page.evaluate("""() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight,
    ]""")
    assert out == [0, 0], f"{page.url} hangs out by {out}"


def test_the_work_page_is_said_in_english(office: Office, filed_case: str):
    assert filed_case
    page = office("officer2").go("/work/")
    page.locator("#nav details.me summary").click()
    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("My work")
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^en"))
    for said in page.locator("#nav li a, .worklist .seg a, .foot").all_inner_texts():
        assert not CHINESE.search(said), said
