"""Who handles a case and whom it concerns."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.db import models

from faheng.kernel.cases.models.case import Case, CaseRow
from faheng.kernel.cases.party_form import PartyForm
from faheng.kernel.parties.actions.parties import find_or_create_party
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.models import Appointment, Organ, Party, Person
from faheng.kernel.parties.queries import Viewer, valid_on
from faheng.kernel.procedures.words import Part


class CaseOfficer(CaseRow):
    """An officer who handles the case, until replaced or recused."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="handles", verbose_name="执法人员"
    )
    is_lead = models.BooleanField("主办", default=False)
    until_on = models.DateField("办至", null=True, editable=False)

    @classmethod
    def choices(cls, name: str, case: Case, on: date) -> models.QuerySet[Person] | None:
        """Offer the officers of the organ, never auxiliary staff."""
        officers = Appointment.objects.filter(
            valid_on(on), role=Role.OFFICER, organ=case.organ_id
        )
        return Person.objects.filter(
            pk__in=officers.values("person"), is_auxiliary=False
        ).order_by("officer_no")

    class Meta:
        verbose_name = "办案人员"
        indexes = (
            models.Index(
                fields=["person", "case"],
                condition=models.Q(until_on__isnull=True),
                name="officer_handling",
            ),
        )


class CaseParty(CaseRow):
    """A party to the case, with the name it bore when it came in."""

    party = models.ForeignKey(
        Party, models.PROTECT, related_name="cases", verbose_name="当事人"
    )
    name = models.CharField("当时名称", max_length=120, editable=False)

    @classmethod
    def form(cls) -> type[forms.BaseForm]:
        """Ask for the party's particulars instead of a number."""
        return PartyForm

    @classmethod
    def built(cls, given: dict[str, Any], viewer: Viewer, at: datetime) -> CaseParty:
        """Find the party by its identifier, or enter it."""
        facts = PartyForm.facts(given)
        party = find_or_create_party(facts, by=viewer, at=at)
        return cls(party=party, name=facts.name)

    class Meta:
        verbose_name = "当事人"


class CaseOrgan(CaseRow):
    """Another organ that takes part in the case, from the act that brought it in.

    Attributes:
        part: what it takes part as; the handling organ has no row.
    """

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="takes_part")
    part = models.CharField("身份", max_length=16, choices=Part.pairs())

    class Meta:
        verbose_name = "参与机关"
        constraints = (
            models.UniqueConstraint(
                fields=["case", "part", "organ"], name="organ_takes_part_once"
            ),
        )
        indexes = (models.Index(fields=["organ", "case"], name="organ_taking_part"),)
