"""Benchmarks and lists of discretion, each version kept with its dates."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from faheng.domains.enforcement.kinds import ListKind, ProvisionRole
from faheng.kernel.cases.models import Case
from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Division, Organ
from faheng.kernel.registers.models import DatedEntry


class Issued(DatedEntry):
    """A document that an organ issued and must publish.

    Attributes:
        issued: as the document says it; often a year alone.
        published_url: where anybody can read it.
        division: the place it is for; none for the whole country.
    """

    title = models.CharField("名称", max_length=200)
    issuer = models.CharField("制定机关", max_length=100, blank=True, default="")
    doc_no = models.CharField("文号", max_length=80, blank=True, default="")
    issued = models.CharField("印发日期", max_length=40, blank=True, default="")
    published_url = models.CharField("公布网址", max_length=300, blank=True, default="")
    division = models.ForeignKey(
        Division, models.PROTECT, null=True, blank=True, verbose_name="行政区划"
    )
    field = models.CharField(
        "执法领域", max_length=20, choices=Field.pairs(), blank=True, default=""
    )

    class Meta(DatedEntry.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.title


class Benchmark(Issued):
    """One version of a benchmark.

    Attributes:
        rules: how its tables are applied, as the engine takes it.
        texts: the rules of use in words, as the document numbers them.
        faults: what the checks found, each with its row.
    """

    rules = models.JSONField("适用规则", default=dict, blank=True)
    texts = models.JSONField("规则原文", default=list, blank=True)
    faults = models.JSONField("检查结果", default=list, blank=True)

    class Meta(Issued.Meta):
        verbose_name = "裁量基准"


class BenchmarkViolation(models.Model):
    """One violation that a benchmark weighs.

    Attributes:
        section: its number in the document.
        tables: factors with options and weights, or conditions with ranges; read
            as a whole and never changed, since a correction is a new version.
        is_usable: whether no fault keeps it from being weighed.
        item_code: the item of the catalogue it belongs to, once somebody said so.
    """

    benchmark = models.ForeignKey(
        Benchmark, models.CASCADE, related_name="violations", verbose_name="裁量基准"
    )
    section = models.CharField("序号", max_length=20)
    chapter = models.CharField("章节", max_length=100, blank=True, default="")
    name = models.TextField("违法行为")
    model = models.CharField("裁量模式", max_length=12)
    formula = models.TextField("计算公式", blank=True, default="")
    note = models.TextField("说明", blank=True, default="")
    tables = models.JSONField("裁量表", default=list)
    place = models.CharField("出处", max_length=200, blank=True, default="")
    is_usable = models.BooleanField("可以适用", default=True)
    item_code = models.CharField(
        "事项代码", max_length=160, blank=True, default="", db_index=True
    )

    class Meta:
        verbose_name = "裁量基准条目"
        ordering = ("benchmark_id", "pk")
        indexes = (
            models.Index(fields=["benchmark", "section"], name="benchmark_section"),
        )

    def __str__(self) -> str:
        return f"{self.section} {self.name}"


class DiscretionList(Issued):
    """One version of a list: no penalty, mitigated, lighter, no coercive measure."""

    kind = models.CharField("清单种类", max_length=12, choices=ListKind.choices)

    class Meta(Issued.Meta):
        verbose_name = "裁量清单"


class ListEntry(models.Model):
    """One act on a list, and its conditions.

    Attributes:
        when: the conditions as the engine reads them.
        conditions: the same in the words of the list.
        article: the article of the penalty law that an entry rests on.
    """

    on_list = models.ForeignKey(
        DiscretionList, models.CASCADE, related_name="entries", verbose_name="清单"
    )
    number = models.CharField("序号", max_length=20)
    category = models.CharField("类别", max_length=100, blank=True, default="")
    violation = models.TextField("违法行为")
    conditions = models.JSONField("适用条件", default=list)
    when = models.JSONField("条件表达式", default=dict)
    article = models.CharField("法律依据", max_length=20)
    item_code = models.CharField(
        "事项代码", max_length=160, blank=True, default="", db_index=True
    )

    class Meta:
        verbose_name = "清单条目"
        ordering = ("on_list_id", "pk")

    def __str__(self) -> str:
        return f"{self.number} {self.violation}"


class DiscretionProvision(models.Model):
    """A provision that a benchmark or a list rests on: who must be told of a change."""

    violation = models.ForeignKey(
        BenchmarkViolation, models.CASCADE, null=True, related_name="provisions"
    )
    entry = models.ForeignKey(
        ListEntry, models.CASCADE, null=True, related_name="provisions"
    )
    role = models.CharField("作用", max_length=12, choices=ProvisionRole.choices)
    law = models.CharField("法律名称", max_length=120)
    article = models.PositiveSmallIntegerField("条", null=True)
    suffix = models.PositiveSmallIntegerField("之几", default=0)
    para = models.PositiveSmallIntegerField("款", null=True)
    item_no = models.PositiveSmallIntegerField("项", null=True)
    citation = models.CharField("引用", max_length=300)

    class Meta:
        verbose_name = "裁量依据"
        ordering = ("pk",)
        indexes = (models.Index(fields=["law", "article"], name="discretion_cited"),)
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=models.Q(violation__isnull=False, entry__isnull=True)
                | models.Q(violation__isnull=True, entry__isnull=False),
                name="discretion_provision_of_one",
            ),
        )

    def __str__(self) -> str:
        return self.citation


class ListUse(models.Model):
    """That an entry of a list settled a case, and what was waived by it."""

    entry = models.ForeignKey(
        ListEntry, models.PROTECT, related_name="uses", verbose_name="清单条目"
    )
    organ = models.ForeignKey(
        Organ, models.PROTECT, related_name="+", verbose_name="执法主体"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="+", verbose_name="案件"
    )
    used_on = models.DateField("适用日期", db_index=True)
    waived_fen = models.BigIntegerField("免除金额", default=0)

    class Meta:
        verbose_name = "清单适用"
        ordering = ("-pk",)
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(fields=["entry", "case"], name="list_used_once"),
        )

    def __str__(self) -> str:
        return f"{self.entry}·{self.used_on}"
