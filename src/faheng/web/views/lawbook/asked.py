"""What a page of the law base was asked for: which law, as of which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy

from faheng.kernel.registers.columns import BadCell, parse_day
from faheng.lawbase.models import SourceFile, Version, Work
from faheng.web import parts
from faheng.web.present.lawbook import versions
from faheng.web.present.lawbook.sources import others_of
from faheng.web.present.lawbook.versions import Rail, Stand
from faheng.web.reader import StaffRequest, today_of, words_of

CRUMB = gettext_lazy("法规库")
LONGEST = 9


@dataclass(frozen=True)
class Asked:
    """A law on a day."""

    stand: Stand
    today: date

    @property
    def work(self) -> Work:
        """The law."""
        return self.stand.work

    @property
    def on(self) -> date:
        """The day."""
        return self.stand.on

    @property
    def is_today(self) -> bool:
        """Whether the day is today."""
        return self.on == self.today

    @property
    def other_day(self) -> date | None:
        """The day, where it is not today."""
        return None if self.is_today else self.on

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which lists cite the law."""
        return tuple({self.work.title, self.work.full_title})

    def crumbs(self, *last: parts.Link) -> tuple[parts.Link, ...]:
        """The way to a page of this law."""
        index = reverse("law_index")
        level = f"{index}?level={self.work.level}"
        way = [parts.Link(CRUMB, index)]
        way += [parts.Link(self.work.level, level)] if self.work.level else []
        return (*way, *last)

    def head(self, compared: Version | None = None) -> dict[str, object]:
        """What the head of the page shows."""
        rail: Rail = versions.rail(self.stand, self.today, compared)
        return {
            "asked": self,
            "stand": self.stand,
            "work": self.work,
            "rail": rail,
            "source": source_of(self.stand.shown),
            "others": others_of(self.stand.shown),
        }


def asked_for(request: StaffRequest, title: str) -> Asked:
    """Find the law of an address, as of the day asked for.

    Raises:
        Http404: There is no such law.
    """
    work = versions.find(title[:200].replace("\x00", ""))
    if work is None:
        raise Http404
    today = today_of(request)
    return Asked(versions.stand(work, day_of(request, today)), today)


def day_of(request: StaffRequest, today: date) -> date:
    """Read the day asked for; nonsense is today."""
    text = words_of(request, "on", 20)
    if not text:
        return today
    try:
        return parse_day(text)
    except BadCell:
        return today


def number_of(request: StaffRequest, name: str) -> int | None:
    """Read a number of the address; nonsense is none."""
    text = request.GET.get(name, "")
    good = text.isascii() and text.isdigit() and len(text) <= LONGEST
    return int(text) if good else None


def source_of(version: Version | None) -> SourceFile | None:
    """Give the file that a version's text was read from, without its bytes."""
    if version is None:
        return None
    files = version.files.filter(role="primary").defer("original")
    return files.order_by("pk").first()
