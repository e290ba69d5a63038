"""What an enforcement item means for an officer: articles, penalties, powers, papers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from faheng.domains.enforcement.citing import check_rows
from faheng.domains.enforcement.kinds import FineBase, PenaltyKind, ProvisionRole
from faheng.domains.enforcement.registers import EnforcementItem, ItemProvision, Power
from faheng.kernel.documents.declare import Document
from faheng.kernel.pages.names import named, titled
from faheng.kernel.procedures.declare import PROCEDURES, Procedure
from faheng.lawbase.queries import Reference
from faheng.lib.text import yuan
from faheng.web.present.articles import Cited, Place, cited

SIMPLE = "enforcement.on_the_spot_penalty"
ORDINARY = "enforcement.ordinary_penalty"


@dataclass(frozen=True)
class Holder:
    """An organ that may punish the item, and the document that says so."""

    organ: str
    basis_doc: str
    since: date


@dataclass(frozen=True)
class Way:
    """A procedure that may carry the item, and the papers it will make."""

    title: str
    papers: tuple[str, ...]


@dataclass(frozen=True)
class Wrong:
    """A provision of the item that is no basis on the day, and why."""

    cited: Cited
    why: str


@dataclass(frozen=True)
class Item:
    """What the page of an item shows besides its columns."""

    violations: tuple[Cited, ...]
    penalties: tuple[Cited, ...]
    kinds: tuple[str, ...]
    fine: str
    holders: tuple[Holder, ...]
    streets: tuple[Holder, ...]
    ways: tuple[Way, ...]
    wrong: tuple[Wrong, ...] = ()


def item(pk: int, on: date) -> Item:
    """Gather what an item means on a day."""
    one = EnforcementItem.objects.prefetch_related("provisions", "kinds").get(pk=pk)
    day = min(max(on, one.valid_from), one.valid_until or on)
    provisions = list(one.provisions.all())
    kinds = sorted(
        (PenaltyKind(row.kind) for row in one.kinds.all()),
        key=lambda kind: kind.severity,
    )
    return Item(
        _cited(provisions, ProvisionRole.VIOLATION, day),
        _cited(provisions, ProvisionRole.PENALTY, day),
        tuple(named(str(kind.value), str(kind.label)) for kind in kinds),
        _fine(one),
        _holders(one.code, on, street=False),
        _holders(one.code, on, street=True),
        tuple(_ways(simple=one.simple_ok)),
        _wrong(provisions, day),
    )


def _wrong(provisions: Iterable[ItemProvision], on: date) -> tuple[Wrong, ...]:
    found = (one for one in check_rows(provisions, on) if one.checked.is_wrong)
    return tuple(Wrong(_chip(one.reference, on), one.sentence) for one in found)


def _chip(one: Reference, on: date) -> Cited:
    return cited(Place(one.law, one.article, one.suffix, one.para, one.item), on)


def _cited(
    provisions: Iterable[ItemProvision], role: ProvisionRole, on: date
) -> tuple[Cited, ...]:
    return tuple(
        cited(Place(row.law, row.article, row.suffix, row.para, row.item_no), on)
        for row in provisions
        if row.role == role
    )


def _fine(one: EnforcementItem) -> str:
    low, high, base = one.fine_min, one.fine_max, FineBase(one.fine_base)
    if low is None and high is None:
        return ""
    if base is not FineBase.FIXED:
        return gettext("%(label)s，以条文为准") % {"label": base.label}
    if high is None:
        return gettext("%(low)s 元以上") % {"low": yuan(low or 0)}
    if not low:
        return gettext("%(high)s 元以下") % {"high": yuan(high)}
    return gettext("%(low)s 元以上 %(high)s 元以下") % {
        "low": yuan(low),
        "high": yuan(high),
    }


def _holders(code: str, on: date, *, street: bool) -> tuple[Holder, ...]:
    held = Power.objects.on(on).filter(item__code=code, street=street)
    rows = held.select_related("organ")
    return tuple(
        Holder(row.organ.name, row.basis_doc, row.valid_from)
        for row in rows.order_by("organ__code")
    )


def _ways(*, simple: bool) -> Iterable[Way]:
    for key in (SIMPLE, ORDINARY) if simple else (ORDINARY,):
        procedure = PROCEDURES.get(key)
        if procedure is not None:
            yield Way(titled(procedure), tuple(_papers(procedure)))


def _papers(procedure: type[Procedure]) -> Iterable[str]:
    """Name the papers of the straight way, each once, in order."""
    documents: dict[str, type[Document]] = {}
    for step in procedure.steps().values():
        if not step.aside:
            documents |= {one.key(): one for one in step.issues}
    return (titled(one) for one in documents.values())
