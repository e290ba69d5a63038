"""People, the roles they hold and the certificates they carry."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from faheng.kernel.parties.declare import (
    CertificateKind,
    CertificateStatus,
    Field,
    Post,
    Role,
)
from faheng.kernel.parties.models.organs import Division, Organ, in_order
from faheng.kernel.parties.secrecy import SecretField


class Person(models.Model):
    """Somebody who works in an organ, with or without an account."""

    name = models.CharField("姓名", max_length=60)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
        verbose_name="账号",
    )
    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="people", verbose_name="所在单位"
    )
    officer_no = models.CharField("人员编号", max_length=40, unique=True)
    post = models.CharField(
        "岗位", max_length=12, choices=Post.pairs(), default=Post.FRONT_LINE.value
    )
    is_auxiliary = models.BooleanField("辅助人员", default=False)
    legal_qualification_no = models.CharField(
        "法律职业资格证号", max_length=40, blank=True
    )
    id_no = SecretField("身份证号", blank=True, default="")
    id_index = models.CharField(
        "身份证号索引", max_length=64, blank=True, default="", editable=False
    )
    birth_on = models.DateField("出生日期", null=True, blank=True)
    left_on = models.DateField("离岗日期", null=True, blank=True)

    class Meta:
        verbose_name = "执法人员"
        ordering = ("officer_no",)
        constraints = (
            models.UniqueConstraint(
                fields=["id_index"], condition=~Q(id_index=""), name="person_id_once"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Appointment(models.Model):
    """A role held by a person in an organ from one day to another."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="appointments", verbose_name="人员"
    )
    role = models.CharField("角色", max_length=16, choices=Role.pairs())
    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="appointments", verbose_name="单位"
    )
    valid_from = models.DateField("任职起始日")
    valid_until = models.DateField("任职截止日", null=True, blank=True)
    recorded_at = models.DateTimeField("登记时间")
    recorded_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )
    ended_at = models.DateTimeField("终止登记时间", null=True, blank=True)
    ended_by = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="终止登记人",
    )
    end_reason = models.CharField("终止原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "任职"
        ordering = ("person_id", "valid_from")
        constraints = (in_order("appointment_in_order"),)

    def __str__(self) -> str:
        return f"{self.person}·{Role(self.role).title}"


class Certificate(models.Model):
    """An enforcement or supervision certificate; its standing is in its changes.

    Attributes:
        division: where it entitles its holder to act; none where it does not say.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="certificates", verbose_name="持证人"
    )
    number = models.CharField("证号", max_length=40, unique=True)
    kind = models.CharField(
        "证件种类",
        max_length=12,
        choices=CertificateKind.pairs(),
        default=CertificateKind.ENFORCEMENT.value,
    )
    division = models.ForeignKey(
        Division,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="执法区域",
    )
    valid_from = models.DateField("有效期起")
    valid_until = models.DateField("有效期止", null=True, blank=True)
    status = models.CharField(
        "状态",
        max_length=12,
        choices=CertificateStatus.pairs(),
        default=CertificateStatus.VALID.value,
    )

    class Meta:
        verbose_name = "执法证件"
        ordering = ("number",)
        constraints = (in_order("certificate_in_order"),)

    def __str__(self) -> str:
        return self.number


class CertificateField(models.Model):
    """One field of enforcement that a certificate covers."""

    certificate = models.ForeignKey(
        Certificate, models.CASCADE, related_name="fields", verbose_name="证件"
    )
    field = models.CharField("执法领域", max_length=20, choices=Field.pairs())

    class Meta:
        verbose_name = "证件执法领域"
        constraints = (
            models.UniqueConstraint(
                fields=["certificate", "field"], name="certificate_field_once"
            ),
        )

    def __str__(self) -> str:
        return Field(self.field).title


class CertificateChange(models.Model):
    """One change of a certificate's standing, from a day on; never altered."""

    certificate = models.ForeignKey(
        Certificate, models.PROTECT, related_name="changes", verbose_name="证件"
    )
    status = models.CharField("状态", max_length=12, choices=CertificateStatus.pairs())
    from_on = models.DateField("自何日起")
    reason = models.CharField("原因", max_length=200)
    recorded_at = models.DateTimeField("登记时间")
    recorded_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )

    class Meta:
        verbose_name = "证件状态变更"
        ordering = ("from_on", "id")

    def __str__(self) -> str:
        return f"{self.certificate}·{CertificateStatus(self.status).title}"


class Training(models.Model):
    """Hours of training that a person took part in on a day."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="trainings", verbose_name="人员"
    )
    held_on = models.DateField("培训日期")
    hours = models.PositiveSmallIntegerField("学时")
    subject = models.CharField("培训内容", max_length=200)
    source = models.CharField("来源", max_length=200, blank=True, default="")
    recorded_at = models.DateTimeField("登记时间")
    recorded_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )

    class Meta:
        verbose_name = "培训记录"
        ordering = ("person_id", "held_on")
        constraints = (
            models.UniqueConstraint(
                fields=["person", "held_on", "subject"], name="training_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.held_on} {self.subject}"
