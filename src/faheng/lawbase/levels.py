"""The kinds of units, as they are stored. Needs no table."""

from __future__ import annotations

from django.db import models


class UnitKind(models.TextChoices):
    """The levels of a statute, largest first, and what stands around them."""

    PREFACE = "preface", "序言"
    BOOK = "book", "编"
    SUBBOOK = "subbook", "分编"
    PART = "part", "部分"
    CHAPTER = "chapter", "章"
    SECTION = "section", "节"
    ARTICLE = "article", "条"
    PARAGRAPH = "paragraph", "款"
    ITEM = "item", "项"
    SUBITEM = "subitem", "目"
    DEEPER = "deeper", "目下"
    ANNEX = "annex", "附件"
    NOTE = "note", "注"
