"""How the acts of a case are carried out, each by whoever takes it."""

from __future__ import annotations

from collections.abc import Iterable

from tests.acceptance import ordinary_case as told
from tests.acceptance.ordinary_case import Act
from tests.acceptance.people import Office


def register(office: Office) -> str:
    """Register the clue from the item; return the address of the new case."""
    officer = office(told.CLUE.who)
    page = officer.go("/cases/new/")
    page.get_by_role("searchbox").fill(told.ITEM)
    page.get_by_role("button", name="找").click()
    page.get_by_role("link", name=told.ITEM).click()
    way = page.locator(".act").filter(has_text="行政处罚普通程序")
    way.get_by_role("link", name="开始").click()
    officer.sign(told.CLUE.title, told.CLUE.values, told.CLUE.at)
    return page.url


def carry(office: Office, case: str, acts: Iterable[Act]) -> None:
    """Take steps from the case page; who sits down to it reads it anew."""
    before = ""
    for act in acts:
        desk = office(act.who)
        if act.who != before:
            desk.go(case)
        desk.take(act.title, act.values, act.at)
        before = act.who


def file_a_case(office: Office) -> str:
    """Bring a case as far as the investigation; return its address."""
    case = register(office)
    # The act of another day: the same one twice would rightly be found to be doubled.
    verify = told.VERIFY.but(
        违法行为开始日期=told.day(62), 违法行为终了日期=told.day(62)
    )
    carry(office, case, [verify, told.PROPOSE, told.ENDORSE, told.FILE])
    return case
