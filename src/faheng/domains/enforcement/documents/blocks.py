"""Blocks of text that many papers state, said once."""

from __future__ import annotations

from typing import Any

from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.registers import ItemProvision
from faheng.kernel.parties.declare import PartyKind
from faheng.kernel.parties.models import Certificate, Party
from faheng.lib.text import amount_in_words, yuan


def party_block(s: Any) -> str:
    """Return who the party is, as a paper handed to it says so."""
    party: Party | None = s.party
    if party is None:
        return ""
    parts = [party.name, *_identity(party)]
    if party.address:
        parts.append(f"住址：{party.address}")
    return "，".join(parts)


def _identity(party: Party) -> list[str]:
    if party.kind == PartyKind.CITIZEN:
        number = party.id_no.reveal()
        return [f"居民身份证号：{number}"] if number else []
    told = []
    if party.uscc:
        told.append(f"统一社会信用代码：{party.uscc}")
    if party.legal_representative:
        told.append(f"法定代表人（负责人）：{party.legal_representative}")
    return told


def officers(s: Any) -> str:
    """Return the officers with the numbers of their certificates."""
    rows = Certificate.objects.filter(person__in=s.officers)
    latest = dict(rows.order_by("valid_from", "-id").values_list("person", "number"))
    return "、".join(
        f"{person.name}（执法证号{latest[person.pk]}）"
        if person.pk in latest
        else person.name
        for person in s.officers
    )


def amount(fen: int | None) -> str:
    """Return an amount in figures and in capitals."""
    return f"人民币{yuan(fen)}元（大写：{amount_in_words(fen)}）" if fen else ""


def cited(s: Any, role: ProvisionRole) -> str:
    """Return the provisions of the case's item, as printed."""
    item = s.main.item
    if item is None:
        return ""
    rows = ItemProvision.objects.filter(item=item, role=role).order_by("id")
    return "、".join(row.citation for row in rows)
