"""A version of a statute as Akoma Ntoso 3.0.

The standard knows no 款 and 项: a 款 is its paragraph, a 项 its point. Every element has
an eId of our own making, so that art_33__para_1__point_2 says what a33/p1/i2 says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from faheng.lawbase.addresses import Step, steps
from faheng.lawbase.errors import NoText
from faheng.lawbase.levels import UnitKind
from faheng.lawbase.models import CitationTarget
from faheng.lawbase.queries.hot import versions_of
from faheng.lawbase.queries.standing import standing, units
from faheng.lawbase.queries.views import UnitView, VersionView
from faheng.lawbase.status.declare import Status

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
SOURCE = "#faheng"
ELEMENTS = {
    UnitKind.BOOK: "book",
    UnitKind.PART: "part",
    UnitKind.CHAPTER: "chapter",
    UnitKind.SECTION: "section",
    UnitKind.ARTICLE: "article",
    UnitKind.PARAGRAPH: "paragraph",
    UnitKind.ITEM: "point",
    UnitKind.SUBITEM: "indent",
}
EIDS = {
    "b": "book",
    "sb": "subbook",
    "part": "part",
    "c": "chp",
    "s": "sec",
    "a": "art",
    "p": "para",
    "i": "point",
    "t": "indent",
    "d": "deeper",
    "pre": "preamble",
    "annex": "annex",
    "note": "note",
}
HEADED = {
    UnitKind.BOOK,
    UnitKind.SUBBOOK,
    UnitKind.PART,
    UnitKind.CHAPTER,
    UnitKind.SECTION,
}
BEFORE_BODY = {UnitKind.PREFACE}


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation in a unit's text, and where it leads."""

    start: int
    end: int
    href: str


def as_akoma_ntoso(title: str, as_of: date) -> bytes:
    """The version in force on a day.

    Raises:
        NoText: None was in force, or its text is not held.
    """
    found = standing(title, as_of)
    if found.status is not Status.IN_FORCE or found.version is None:
        raise NoText(NoText.__doc__)
    version = found.version
    root = Element("akomaNtoso", xmlns=NAMESPACE)
    act = SubElement(root, "act", name="act", contains="originalVersion")
    first = next(iter(versions_of(title)), version)
    _meta(act, version, first.adopted_on or version.adopted_on or as_of)
    preface = SubElement(act, "preface")
    long_title = SubElement(SubElement(preface, "longTitle"), "p")
    SubElement(long_title, "docTitle").text = version.full_title
    _write_units(act, version)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def eid(place: str) -> str:
    """art_33__para_1__point_2 for a33/p1/i2."""
    return "__".join(_eid(step) for step in steps(place))


def _eid(step: Step) -> str:
    """One level of an eId."""
    tail = f"-{step.suffix}" if step.suffix else ""
    again = f"-r{step.repetition}" if step.repetition > 1 else ""
    return f"{EIDS[step.kind]}_{step.number}{tail}{again}"


def _meta(act: Element, version: VersionView, first: date) -> None:
    """What the document is: work, this version of it, this file of that."""
    meta = SubElement(act, "meta")
    identification = SubElement(meta, "identification", source=SOURCE)
    work = f"/akn/cn/act/{first}/{quote(version.title)}"
    day = version.valid_from or version.adopted_on or first
    uris = {
        "FRBRWork": (work, first, "adopted"),
        "FRBRExpression": (f"{work}/zho@{day}", day, "in-force"),
        "FRBRManifestation": (f"{work}/zho@{day}.akn", day, "in-force"),
    }
    for name, (uri, on, kind) in uris.items():
        level = SubElement(identification, name)
        SubElement(level, "FRBRthis", value=f"{uri}/!main")
        SubElement(level, "FRBRuri", value=uri)
        SubElement(level, "FRBRdate", date=on.isoformat(), name=kind)
        SubElement(level, "FRBRauthor", href="#issuer")
        if name == "FRBRWork":
            SubElement(level, "FRBRcountry", value="cn")
        if name == "FRBRExpression":
            SubElement(level, "FRBRlanguage", language="zho")
    references = SubElement(meta, "references", source=SOURCE)
    for key, shown in (("issuer", "制定机关"), ("faheng", "Faheng")):
        SubElement(
            references,
            "TLCOrganization",
            eId=key,
            href=f"/akn/ontology/organization/cn/{key}",
            showAs=shown,
        )


def _write_units(act: Element, version: VersionView) -> None:
    """Preamble and body."""
    tops = units(version.id)
    cited = _references(version)
    before = [one for one in tops if one.kind in BEFORE_BODY]
    if before:
        preamble = SubElement(act, "preamble")
        for one in before:
            _words(SubElement(preamble, "p"), one, cited)
    body = SubElement(act, "body")
    for one in tops:
        if one.kind not in BEFORE_BODY:
            _unit(body, one, cited)


def _unit(
    around: Element, unit: UnitView, cited: Mapping[int, list[Reference]]
) -> None:
    """A unit with all below it."""
    name = ELEMENTS.get(UnitKind(unit.kind))
    element = SubElement(around, name or "hcontainer", eId=eid(unit.address))
    if name is None:
        element.set("name", unit.kind)
    if unit.label:
        SubElement(element, "num").text = unit.label
    if unit.kind in HEADED:
        SubElement(element, "heading").text = unit.text
    elif unit.text or not unit.parts:
        holder = SubElement(element, "intro" if unit.parts else "content")
        _words(SubElement(holder, "p"), unit, cited)
    for part in unit.parts:
        _unit(element, part, cited)
    if unit.kind in HEADED and not unit.parts:
        SubElement(SubElement(element, "content"), "p")


def _words(
    element: Element, unit: UnitView, cited: Mapping[int, Sequence[Reference]]
) -> None:
    """The words of a unit, its citations as references."""
    end = 0
    last: Element | None = None

    def say(words: str) -> None:
        if last is None:
            element.text = words
        else:
            last.tail = words

    for one in cited.get(unit.id, ()):
        if one.start < end:
            continue
        say(unit.text[end : one.start])
        last = SubElement(element, "ref", href=one.href)
        last.text = unit.text[one.start : one.end]
        end = one.end
    say(unit.text[end:])


def _references(version: VersionView) -> dict[int, list[Reference]]:
    """The citations in each unit of a version, in order; the first target leads."""
    rows = (
        CitationTarget.objects
        .filter(citation__unit__version=version.id)
        .order_by("citation__unit", "citation__start", "pk")
        .values_list(
            "citation",
            "citation__unit",
            "citation__start",
            "citation__end",
            "own",
            "law",
            "address",
        )
    )
    found: dict[int, list[Reference]] = {}
    for unit, one in _first_of_each(rows):
        found.setdefault(unit, []).append(one)
    return found


def _first_of_each(
    rows: Iterable[tuple[int, int, int, int, bool, str, str]],
) -> Iterator[tuple[int, Reference]]:
    """One reference a citation."""
    last = None
    for citation, unit, start, end, own, law, address in rows:
        if citation != last:
            place = eid(address)
            href = f"#{place}" if own else f"/akn/cn/act/{quote(law)}/~{place}"
            yield unit, Reference(start, end, href)
        last = citation
