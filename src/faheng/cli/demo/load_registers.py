"""Writing the demo city's registers: items, powers, thresholds, parameters."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from faheng.cli.demo import city
from faheng.cli.demo.data import table
from faheng.cli.demo.items import BEGINNING, LIMITATION_YEARS, Wording, wordings
from faheng.cli.demo.parameters import LOCAL, OWN_NUMBERS, ThresholdPlan, thresholds
from faheng.domains.enforcement.item_fines import ItemFine
from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.lists import PARAMETERS, POWERS, THRESHOLDS
from faheng.domains.enforcement.parameters import DEFAULTS
from faheng.domains.enforcement.registers import (
    EnforcementItem,
    ItemKind,
    ItemProvision,
    Parameter,
    Power,
    Threshold,
)
from faheng.kernel.law.declare import Citation
from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Division, Organ

BATCH = 500
SOURCE = "演示数据"
LIST_OF_POWERS = "南澜市行政执法事项清单（演示）"
STREET_POWERS = "南澜市人民政府关于街道综合行政执法的公告（演示）"


def load_items(at: datetime) -> None:
    """The items: the first wordings, then those that replace them."""
    first = [one for one in wordings() if one.first]
    later = [one for one in wordings() if not one.first]
    rows = EnforcementItem.objects.bulk_create(
        [_item(one, at, None) for one in first], batch_size=BATCH
    )
    earlier = {row.code: row for row in rows}
    rows += EnforcementItem.objects.bulk_create(
        [_item(one, at, earlier[one.code]) for one in later], batch_size=BATCH
    )
    pairs = list(zip([*first, *later], rows, strict=True))
    ItemProvision.objects.bulk_create(
        [
            _provision(row, role, citation)
            for one, row in pairs
            for role, citations in (
                (ProvisionRole.VIOLATION, one.violations),
                (ProvisionRole.PENALTY, one.penalties),
            )
            for citation in citations
        ],
        batch_size=BATCH,
    )
    ItemKind.objects.bulk_create(
        [ItemKind(item=row, kind=kind) for one, row in pairs for kind in one.kinds],
        batch_size=BATCH,
    )
    ItemFine.objects.bulk_create(
        [
            ItemFine(item=row, **asdict(bracket))
            for one, row in pairs
            for bracket in one.brackets
        ],
        batch_size=BATCH,
    )


def _item(
    one: Wording, at: datetime, replaces: EnforcementItem | None
) -> EnforcementItem:
    """One wording of one item."""
    low, high = one.fine or (None, None)
    return EnforcementItem(
        code=one.code,
        valid_from=one.valid_from,
        valid_until=one.valid_until,
        published_on=one.valid_from,
        replaces=replaces,
        recorded_at=at,
        source=SOURCE,
        name=one.name,
        field=_field(one.department),
        subject=one.subject,
        requires_prior_correction=one.prior,
        simple_ok=one.simple,
        limitation_years=LIMITATION_YEARS,
        fine_min=low,
        fine_max=high,
        fine_base=one.base,
        summary=one.summary,
    )


def _field(department: str) -> str:
    """The field of a department."""
    rows = table("city")["department"]
    return Field(next(row["field"] for row in rows if row["key"] == department)).value


def _provision(
    row: EnforcementItem, role: ProvisionRole, cited: Citation
) -> ItemProvision:
    """One article that an item rests on."""
    return ItemProvision(
        item=row,
        role=role,
        law=cited.statute.title,
        article=cited.article,
        suffix=cited.suffix,
        para=cited.para,
        item_no=cited.item,
        citation=cited.printed(),
    )


def load_powers(at: datetime) -> None:
    """Which organ holds which wording of which item."""
    organs = {row.code: row for row in Organ.objects.all()}
    items = {(row.code, row.valid_from): row for row in EnforcementItem.objects.all()}
    earlier: dict[str, Power] = {}
    for first in (True, False):
        rows = [
            _power(plan, organs[plan.code], one, items[one.code, one.valid_from], at)
            for one in wordings()
            if one.first is first
            for plan in city.organs()
            if city.holds(plan, one.department, street=one.street)
        ]
        for row in rows:
            row.replaces = earlier.get(row.code)
        earlier = {
            row.code: row for row in Power.objects.bulk_create(rows, batch_size=BATCH)
        }


def _power(
    plan: city.OrganPlan,
    organ: Organ,
    one: Wording,
    item: EnforcementItem,
    at: datetime,
) -> Power:
    """One organ's power over one wording."""
    street = plan.department == city.STREET
    return Power(
        code=POWERS.code_of({"organ": organ, "item": item}),
        valid_from=one.valid_from,
        valid_until=one.valid_until,
        published_on=one.valid_from,
        recorded_at=at,
        source=SOURCE,
        organ=organ,
        item=item,
        basis_doc=STREET_POWERS if street else LIST_OF_POWERS,
        street=street,
    )


def load_thresholds(at: datetime) -> None:
    """The amounts from which a hearing, a review or a panel is due in the city."""
    place = Division.objects.get(code=city.divisions()[0].code)
    Threshold.objects.bulk_create([
        _threshold(plan, place, at) for plan in thresholds()
    ])


def _threshold(plan: ThresholdPlan, place: Division, at: datetime) -> Threshold:
    """One amount."""
    facts = {
        "kind": plan.kind,
        "subject": plan.subject,
        "measure": plan.measure,
        "division": place,
        "field": "",
    }
    return Threshold(
        **facts,
        code=THRESHOLDS.code_of(facts),
        valid_from=BEGINNING,
        published_on=BEGINNING,
        recorded_at=at,
        source=SOURCE,
        amount=plan.amount,
        inclusive=True,
        basis=plan.basis,
    )


def load_parameters(at: datetime) -> None:
    """The city's own numbers."""
    place = Division.objects.get(code=city.divisions()[0].code)
    Parameter.objects.bulk_create([
        Parameter(
            code=PARAMETERS.code_of({"name": name, "division": place, "field": ""}),
            name=name,
            valid_from=BEGINNING,
            published_on=BEGINNING,
            recorded_at=at,
            source=LOCAL,
            value=number,
            unit=DEFAULTS[name].unit,
            division=place,
        )
        for name, number in OWN_NUMBERS.items()
    ])
