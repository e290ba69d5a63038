"""In English no page says in Chinese what the program, not a person, says."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import translation

from faheng.kernel.cases.models import Clock, Paper
from faheng.kernel.pages.names import labelled, named, titled
from faheng.kernel.parties.declare import Role
from faheng.kernel.procedures.declare import PROCEDURES
from faheng.web import catalogue
from faheng.web.tests.cast import SPOT

pytestmark = pytest.mark.django_db

HAN = re.compile(r"[\u4e00-\u9fff]")
SAID = frozenset({"h2", "th", "button", "label", "legend", "nav", "dt", "summary"})
"""Elements that hold what the program says: never what a person entered."""
NAMES = frozenset({
    "陈立衡",
    "陈",
    "林晓岚",
    "杜衡",
    "杜",
    "管理",
    "管",
    "望城罚决〔2026〕1号",
    "望城区 itself",
})
"""Readers, who are named in the navigation, officers to choose from, a number, a place."""
PUBLIC = ("home", "public_registers", "check_certificate", "check_paper")
STAFF = (
    *("work", "my_cases", "case_list", "case_new", "notices", "search"),
    *("law_index", "register_list"),
)
ADMINISTRATION = ("administration", "people", "person_new", "calendars")


class Heard(HTMLParser):
    """The words of headings, table heads, buttons, labels and navigation.

    What lies in an element of another language (`lang`) is left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag in {"input", "br", "hr", "meta", "link", "use", "img"}:
            self.words += [
                found[k] for k in ("placeholder", "aria-label") if k in found
            ]
            return
        self.open.append((tag, found.get("lang", "").startswith("zh")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        said = any(tag in SAID for tag, _ in self.open)
        if said and not any(chinese for _, chinese in self.open):
            self.words.append(data.strip())


def chinese(page):
    """What a page says in Chinese where only the program speaks."""
    heard = Heard()
    heard.feed(page)
    return sorted({word for word in heard.words if HAN.search(word)} - NAMES)


@pytest.fixture(scope="module", autouse=True)
def compiled():
    catalogue.main()


@pytest.fixture
def english(as_, settings):
    """A page in English as somebody sees it."""

    def read(name, url):
        client = as_(name)
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        answer = client.get(url)
        assert answer.status_code == 200, url
        return answer.content.decode()

    return read


@pytest.mark.parametrize("name", STAFF)
def test_the_pages_of_staff_speak_english(english, cast, name):
    cast.delivered()

    assert chinese(english("陈立衡", reverse(name))) == []


def test_the_pages_of_a_case_speak_english(english, cast):
    case = cast.delivered()
    clock = Clock.objects.filter(case=case).first()
    paper = Paper.objects.filter(case=case).first()
    step = [case.pk, case.courses.get().pk, "file_record"]
    urls = (
        reverse("case", args=[case.pk]),
        reverse("clock", args=[case.pk, clock.pk]),
        reverse("paper", args=[paper.pk]),
        reverse("step", args=step),
        reverse("afterwards", args=[case.pk]),
        reverse("case_open", args=[case.organ_id, SPOT, "begin"]),
    )

    found = {url: chinese(english("陈立衡", url)) for url in urls}

    assert {url: words for url, words in found.items() if words} == {}


@pytest.mark.parametrize("name", ADMINISTRATION)
def test_the_pages_of_the_administrator_speak_english(english, name):
    assert chinese(english("管理", reverse(name))) == []


@pytest.mark.parametrize("key", ["organs", "items", "officers", "powers", "thresholds"])
def test_registers_speak_english(english, key):
    assert chinese(english("陈立衡", reverse("register", args=[key]))) == []


def test_the_board_speaks_english(english, cast):
    cast.delivered()

    assert chinese(english("杜衡", reverse("supervision"))) == []


@pytest.mark.parametrize("name", PUBLIC)
def test_public_pages_speak_english(client, settings, db, name):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    assert chinese(client.get(reverse(name)).content.decode()) == []


def test_declared_things_go_by_their_names_in_english():
    procedure = PROCEDURES[SPOT]
    step = procedure.steps()["begin"]

    with translation.override("zh-hans"):
        assert titled(step) == step.title
    with translation.override("en"):
        assert titled(step) == "Begin"
        assert titled(procedure) == "On the spot penalty"
        assert titled(Role.TEAM_LEAD) == "Team lead"
        assert named("act_at", "违法时间") == "Act at"


def test_what_somebody_entered_is_not_renamed():
    with translation.override("en"):
        assert labelled([("direct", "直接送达"), (7, "周同"), ("", "请选择")]) == [
            ("direct", "Direct"),
            (7, "周同"),
            ("", "请选择"),
        ]
