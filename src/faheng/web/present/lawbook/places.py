"""Places in a statute: as a reader sees them, as a page is reached, as they stay."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from faheng.kernel.pages.names import in_english
from faheng.lawbase.addresses import Address, NoAddress, Step, address, steps
from faheng.lawbase.models import Version
from faheng.web.present.lawbook.versions import begins

_ENGLISH = {"a": "art.", "p": "para.", "i": "item", "t": "subitem", "c": "chapter"}
_CHINESE = {
    "b": "编",
    "sb": "分编",
    "part": "部分",
    "c": "章",
    "s": "节",
    "a": "条",
    "p": "款",
    "i": "项",
    "t": "目",
    "d": "分目",
}


def parsed(place: str) -> tuple[Step, ...]:
    """Read the place of a unit; nothing if it is none."""
    try:
        return steps(place)
    except NoAddress:
        return ()


def said(place: str) -> str:
    """Write a33/p1/i2 as the interface does: 第33条第1款第2项."""
    if in_english():
        return " ".join(_english(step) for step in parsed(place))
    return "".join(_chinese(step) for step in parsed(place)) or place


def _english(step: Step) -> str:
    number = f"{step.number}-{step.suffix}" if step.suffix else f"{step.number}"
    return f"{_ENGLISH.get(step.kind, step.kind)} {number}"


def _chinese(step: Step) -> str:
    if step.kind not in _CHINESE:
        return step.printed()
    tail = f"之{step.suffix}" if step.suffix else ""
    return f"第{step.number}{_CHINESE[step.kind]}{tail}"


def title_words(title: str) -> str:
    """Name a law as a citation chip does."""
    return title.removeprefix("中华人民共和国")


def slug(number: int, suffix: int) -> str:
    """Write an article in an address of a page."""
    return f"{number}-{suffix}" if suffix else f"{number}"


def article_url(title: str, place: str, on: date | None = None, **more: object) -> str:
    """Give the page of the article of a place, the place marked; else of the law."""
    found = {step.kind: step for step in parsed(place)}
    given: dict[str, object] = {"on": on.isoformat() if on else ""}
    if "a" not in found:
        url = reverse("law_statute", args=[title])
    else:
        article = found["a"]
        number = slug(article.number, article.suffix)
        url = reverse("law_article", args=[title, number])
        given |= {
            key: found[kind].number
            for key, kind in (("para", "p"), ("item", "i"))
            if kind in found
        }
    asked = urlencode({k: v for k, v in {**given, **more}.items() if v})
    return f"{url}?{asked}" if asked else url


def permanent(version: Version, title: str, place: str) -> str:
    """Give the address that stays: cn/law/行政处罚法@2021-07-15/a33."""
    first = begins(version)
    return str(address(title, place, None if first == date.min else first))


def printed(title: str, place: str) -> str:
    """Give the citation as papers print it."""
    return Address(title, parsed(place)).printed()


def unit_word(kind: str) -> str:
    """Name a level of a statute."""
    words = {
        "preface": gettext("序言"),
        "book": gettext("编"),
        "subbook": gettext("分编"),
        "part": gettext("部分"),
        "chapter": gettext("章"),
        "section": gettext("节"),
        "article": gettext("条"),
        "paragraph": gettext("款"),
        "item": gettext("项"),
        "subitem": gettext("目"),
        "deeper": gettext("目下"),
        "annex": gettext("附件"),
        "note": gettext("注"),
    }
    return words.get(kind, kind)
