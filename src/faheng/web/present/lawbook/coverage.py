"""Which penal provisions no item rests on, and which items rest on nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext

from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.registers import EnforcementItem, ItemProvision
from faheng.kernel.parties.queries import valid_on
from faheng.lawbase.models import PenaltyReading, Unit, Version, WorkName
from faheng.lawbase.status.declare import Status, key
from faheng.web.present.articles import Place as Cited
from faheng.web.present.lawbook.places import article_url, said
from faheng.web.present.lawbook.versions import Stand, stand

OPENING = 70
MOST = 300
NAMELESS = "-"
"""What an address says for the level of works whose level nobody told."""

Numbers = tuple[int, int]


@dataclass(frozen=True)
class Penal:
    """A penal paragraph in force, and whether an item rests on it."""

    unit_id: int
    reading_id: int
    title: str
    level: str
    address: str
    text: str
    has_item: bool

    @property
    def said(self) -> str:
        """Its place as the interface writes it."""
        return said(self.address)

    def url(self, on: date | None = None) -> str:
        """The page of its article."""
        return article_url(self.title, self.address, on)


@dataclass(frozen=True)
class Share:
    """How many penal paragraphs of a law or a level have an item."""

    name: str
    total: int
    covered: int
    level: str = ""

    @property
    def key(self) -> str:
        """What an address says for it."""
        return self.name or NAMELESS

    @property
    def missing(self) -> int:
        """How many have none."""
        return self.total - self.covered

    @property
    def percent(self) -> int:
        """The share that has one."""
        return 100 * self.covered // self.total if self.total else 0


@dataclass(frozen=True)
class Coverage:
    """All penal paragraphs in force, by level and by law."""

    rows: tuple[Penal, ...]

    @property
    def whole(self) -> Share:
        """All of them together."""
        return _share("", self.rows)

    @property
    def levels(self) -> tuple[Share, ...]:
        """By level, the largest first."""
        names = Counter(row.level for row in self.rows)
        return tuple(
            _share(name, [row for row in self.rows if row.level == name])
            for name, _ in names.most_common()
        )

    @property
    def laws(self) -> tuple[Share, ...]:
        """By law, those that lack most first."""
        by_law: dict[str, list[Penal]] = {}
        for row in self.rows:
            by_law.setdefault(row.title, []).append(row)
        made = (_share(title, rows, rows[0].level) for title, rows in by_law.items())
        return tuple(sorted(made, key=lambda one: (-one.missing, one.name)))

    def opened(self, law: str, level: str, show: str) -> tuple[Penal, ...]:
        """Give the rows behind a figure."""
        return tuple(
            row
            for row in self.rows
            if (not law or row.title == law)
            and (not level or (row.level or NAMELESS) == level)
            and (show == "all" or row.has_item == (show == "covered"))
        )


def _share(name: str, rows: Iterable[Penal], level: str = "") -> Share:
    kept = list(rows)
    return Share(name, len(kept), sum(row.has_item for row in kept), level)


def coverage(on: date) -> Coverage:
    """Compare the penal paragraphs in force on a day with the items valid on it."""
    ends = Q(unit__version__valid_to__isnull=True) | Q(unit__version__valid_to__gt=on)
    begun = Q(unit__version__valid_from__isnull=True) | Q(
        unit__version__valid_from__lte=on
    )
    stands = Q(unit__version__work__repealed_on__isnull=True) | Q(
        unit__version__work__repealed_on__gt=on
    )
    rows = (
        PenaltyReading.objects
        .filter(begun & ends & stands)
        .order_by("unit__version__work__title", "unit__path")
        .values_list(
            "unit_id",
            "pk",
            "unit__version__work__full_title",
            "unit__version__work__level",
            "unit__address",
            "unit__text",
            "unit__article",
            "unit__article_suffix",
            "unit__number",
        )
    )
    held = _punished(on)
    return Coverage(
        tuple(
            Penal(
                unit,
                reading,
                title,
                level,
                address,
                _cut(text),
                _has_item(held, (key(title), article or 0, suffix), para),
            )
            for unit, reading, title, level, address, text, article, suffix, para in rows
        )
    )


Key = tuple[str, int, int]


def _punished(on: date) -> dict[Key, set[int | None]]:
    """The provisions by which items valid on a day are punished."""
    rows = ItemProvision.objects.filter(
        role=ProvisionRole.PENALTY,
        item__in=EnforcementItem.objects.filter(valid_on(on)),
    ).values_list("law", "article", "suffix", "para")
    found: dict[Key, set[int | None]] = {}
    for law, article, suffix, para in rows:
        found.setdefault((key(law), article, suffix), set()).add(para)
    return found


def _has_item(held: dict[Key, set[int | None]], at: Key, para: int) -> bool:
    paras = held.get(at, set())
    return None in paras or para in paras


def _cut(text: str) -> str:
    return text if len(text) <= OPENING else f"{text[:OPENING]}…"


@dataclass(frozen=True)
class Astray:
    """A provision that an item names and the law base does not find on the day."""

    item_id: int
    item: str
    code: str
    role: str
    said: str
    url: str
    why: str


def astray(on: date) -> tuple[tuple[Astray, ...], int]:
    """Give the provisions of valid items that do not resolve, and how many do not."""
    rows = list(
        ItemProvision.objects
        .filter(item__in=EnforcementItem.objects.filter(valid_on(on)))
        .select_related("item")
        .order_by("item__code", "role", "pk")
    )
    stands = _stands({row.law for row in rows}, on)
    places = _places([one for one in stands.values() if one.version], rows)
    found = []
    for row in rows:
        why = _why(row, stands.get(key(row.law)), places)
        if why:
            found.append(_astray(row, why, known=key(row.law) in stands))
    return tuple(found[:MOST]), len(found)


def _astray(row: ItemProvision, why: str, *, known: bool) -> Astray:
    place = Cited(row.law, row.article, row.suffix, row.para, row.item_no)
    url = article_url(row.law, _place(row)) if known else ""
    return Astray(
        row.item_id,
        row.item.name,
        row.item.code,
        row.get_role_display(),
        str(place),
        url,
        why,
    )


def _stands(laws: set[str], on: date) -> dict[str, Stand]:
    """How the laws that items name stood on a day, in two questions."""
    names = WorkName.objects.filter(name__in={key(law) for law in laws} | laws)
    rows = names.select_related("work__repealed_by").prefetch_related("work__versions")
    return {
        key(row.name): stand(row.work, on, list(row.work.versions.all()))
        for row in rows
    }


def _places(stands: list[Stand], rows: list[ItemProvision]) -> set[tuple[int, str]]:
    """The places, of the articles named, that the versions of the day have."""
    versions: set[Version] = {one.version for one in stands if one.version}
    units = Unit.objects.filter(
        version__in=versions, article__in={row.article for row in rows}
    )
    return set(units.values_list("version_id", "address"))


def _why(row: ItemProvision, stood: Stand | None, places: set[tuple[int, str]]) -> str:
    if stood is None:
        return gettext("法规库未收录这部法规")
    if stood.status is not Status.IN_FORCE or stood.version is None:
        return stood.word
    if (stood.version.pk, _place(row)) in places:
        return ""
    return gettext("今天有效的文本里没有这一条款")


def _place(row: ItemProvision) -> str:
    """The place of a provision; an item without its paragraph is in the first."""
    place = f"a{row.article}" + (f"-{row.suffix}" if row.suffix else "")
    if row.para or row.item_no:
        place += f"/p{row.para or 1}"
    return place + (f"/i{row.item_no}" if row.item_no else "")
