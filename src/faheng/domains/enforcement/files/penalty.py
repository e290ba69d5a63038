"""The file of a penalty case in the general procedure and its fast handling."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from faheng.domains.enforcement.benchmarks.models import ListEntry
from faheng.domains.enforcement.benchmarks.queries import entries_for_item
from faheng.domains.enforcement.files.clue_facts import ClueFacts
from faheng.domains.enforcement.files.decision_facts import DecisionFacts
from faheng.domains.enforcement.files.execution_facts import (
    ClosingFacts,
    ExecutionFacts,
)
from faheng.domains.enforcement.files.investigation_facts import InvestigationFacts
from faheng.domains.enforcement.files.weighing_facts import WeighingFacts
from faheng.domains.enforcement.kinds import (
    ListKind,
    PenaltyKind,
    ProvisionRole,
)
from faheng.domains.enforcement.powers import items_of
from faheng.domains.enforcement.registers import ItemKind, ItemProvision
from faheng.kernel.cases.columns import text, tick
from faheng.kernel.cases.models import Case, CaseFile
from faheng.kernel.parties.models import Division


class FastFacts(models.Model):
    """What allows a case to be handled fast."""

    fast_reason = text("适用快速办理的理由")
    admits = tick("当事人承认违法事实")
    fast_consent = tick("当事人书面同意快速办理")
    convert_reason = text("转为普通程序办理的原因")

    class Meta:
        abstract = True


class PenaltyFile(
    ClueFacts,
    InvestigationFacts,
    WeighingFacts,
    DecisionFacts,
    ExecutionFacts,
    ClosingFacts,
    FastFacts,
    CaseFile,
):
    """What a penalty case knows, filled step by step."""

    named_after = frozenset({"item", "suspected"})

    class Meta:
        verbose_name = "行政处罚案件"

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Any] | None:
        """Offer items the organ has power for, divisions, and entries that spare."""
        if name == "item":
            return items_of(case.organ, on).order_by("code")
        if name == "list_entry":
            return _sparing(cls, case, on)
        if name == "place_division":
            top = case.division_path.split("/")[0]
            return Division.objects.filter(path__startswith=top).order_by("path")
        return None

    def headline(self) -> dict[str, str]:
        """Call the case after who is suspected of what."""
        if self.item is None:
            return {}
        rows = self.course.case.caseparty_rows.order_by("id")
        names = "、".join(row.name for row in rows) or self.suspected
        title = f"{names}涉嫌{self.item.name}案" if names else f"{self.item.name}线索"
        return {"title": title, "matter": self.item.name}

    def provisions(self, role: ProvisionRole) -> list[ItemProvision]:
        """Return what the item says was broken, or by which it is punished."""
        if self.item is None:
            return []
        return list(ItemProvision.objects.filter(item=self.item, role=role))

    def allowed_kinds(self) -> list[PenaltyKind]:
        """Return the kinds of penalty that the item allows."""
        rows = ItemKind.objects.filter(item=self.item_id)
        return [PenaltyKind(row.kind) for row in rows]

    def fine_range(self) -> tuple[int | None, int | None]:
        """Return the limits of the fine that the item fixes, in fen."""
        if self.item is None:
            return None, None
        return self.item.fine_min, self.item.fine_max


def _sparing(
    file: type[PenaltyFile], case: Case, on: date
) -> models.QuerySet[ListEntry]:
    """Give the entries of lists of no penalty that name the case's item."""
    main = file.objects.filter(course__case=case).exclude(item=None).first()
    if main is None or main.item is None:
        return ListEntry.objects.none()
    found = entries_for_item(main.item, on, case.division_path)
    spare = [one.pk for one in found if one.on_list.kind == ListKind.NO_PENALTY]
    return ListEntry.objects.filter(pk__in=spare)
