"""What the officer chooses while a fine is weighed."""

from __future__ import annotations

from django.db import models

from faheng.kernel.cases.columns import choice, number, text


class Direction(models.TextChoices):
    """Where in the range a fine is sought, or below it."""

    MITIGATE = "mitigate", "减轻处罚"
    LIGHTEN = "lighten", "从轻处罚"
    NORMAL = "normal", "一般处罚"
    HEAVIER = "heavier", "从重处罚"


class Capacity(models.TextChoices):
    """Whether a person can answer for an act."""

    FULL = "full", "完全辨认和控制能力"
    REDUCED = "reduced", "尚未完全丧失"
    NONE = "none", "不能辨认或者控制"


class WeighingFacts(models.Model):
    """Choices that the facts leave open, and what is asked of persons only.

    Attributes:
        direction: a choice of the officer; empty where it follows from the facts.
    """

    party_age = number("当事人行为时的年龄")
    capacity = choice("当事人责任能力", Capacity)
    direction = choice("选择的裁量方向", Direction)
    direction_reason = text("选择方向的理由")

    class Meta:
        abstract = True
