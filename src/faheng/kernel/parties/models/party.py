"""The citizens and organisations acted upon, with their earlier names."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from faheng.kernel.parties.declare import IdKind, PartyKind
from faheng.kernel.parties.models.people import Person
from faheng.kernel.parties.secrecy import SecretField


class Party(models.Model):
    """A citizen, an individual business or an organisation acted upon."""

    kind = models.CharField("当事人类型", max_length=20, choices=PartyKind.pairs())
    name = models.CharField("名称或姓名", max_length=120, db_index=True)
    id_kind = models.CharField(
        "证件类型",
        max_length=12,
        choices=IdKind.pairs(),
        default=IdKind.CITIZEN_ID.value,
    )
    id_no = SecretField("证件号码", blank=True, default="")
    id_index = models.CharField(
        "证件号码索引",
        max_length=64,
        blank=True,
        default="",
        editable=False,
        db_index=True,
    )
    uscc = models.CharField("统一社会信用代码", max_length=18, blank=True, default="")
    legal_representative = models.CharField(
        "法定代表人或负责人", max_length=60, blank=True, default=""
    )
    address = models.CharField("住址或住所", max_length=200, blank=True, default="")
    phone = SecretField("联系电话", blank=True, default="")
    birth_on = models.DateField("出生日期", null=True, blank=True)
    recorded_at = models.DateTimeField("登记时间")

    class Meta:
        verbose_name = "当事人"
        constraints = (
            models.UniqueConstraint(
                fields=["id_index"],
                condition=Q(kind=PartyKind.CITIZEN.value) & ~Q(id_index=""),
                name="citizen_id_once",
            ),
            models.UniqueConstraint(
                fields=["uscc"], condition=~Q(uscc=""), name="party_uscc_once"
            ),
        )

    def __str__(self) -> str:
        return self.name


class PartyVersion(models.Model):
    """How a party called itself at one time; earlier versions are kept."""

    party = models.ForeignKey(
        Party, models.PROTECT, related_name="versions", verbose_name="当事人"
    )
    number = models.PositiveIntegerField("版本")
    name = models.CharField("名称或姓名", max_length=120)
    legal_representative = models.CharField(
        "法定代表人或负责人", max_length=60, blank=True, default=""
    )
    address = models.CharField("住址或住所", max_length=200, blank=True, default="")
    phone = SecretField("联系电话", blank=True, default="")
    recorded_at = models.DateTimeField("登记时间")
    recorded_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )

    class Meta:
        verbose_name = "当事人版本"
        ordering = ("party_id", "number")
        constraints = (
            models.UniqueConstraint(
                fields=["party", "number"], name="party_version_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}（第{self.number}版）"
