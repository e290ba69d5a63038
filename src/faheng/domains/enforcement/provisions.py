"""The column that holds the provisions of an item as people cite them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db.models import Model

from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.kernel.registers.columns import BadCell, Column, split
from faheng.lawbase.parser.numerals import worth

_NUMBER = r"([0-9]+|[零〇一二三四五六七八九十百千]+)"
_CITATION = re.compile(
    rf"《?(?P<law>[^《》]+?)》?第(?P<article>{_NUMBER})条"
    rf"(?:之(?P<suffix>{_NUMBER}))?(?:第(?P<para>{_NUMBER})款)?"
    rf"(?:第(?P<item_no>{_NUMBER})项)?"
)


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision cited: law, article, and what lies below it."""

    law: str
    article: int
    suffix: int = 0
    para: int | None = None
    item_no: int | None = None

    def __str__(self) -> str:
        place = f"第{self.article}条" + (f"之{self.suffix}" if self.suffix else "")
        place += f"第{self.para}款" if self.para else ""
        place += f"第{self.item_no}项" if self.item_no else ""
        return f"《{self.law}》{place}"


def parse_provision(text: str) -> Provision:
    """Read a citation with figures or numerals.

    >>> str(parse_provision("《某条例》第三十六条之一第二款第（三）项"))
    '《某条例》第36条之1第2款第3项'
    """
    plain = unicodedata.normalize("NFKC", text)
    found = _CITATION.fullmatch(re.sub(r"[()\s]", "", plain))
    if found is None:
        message = f"“{text}”不是法条引用，应如《某法》第三十六条第一款第二项"
        raise BadCell(message)
    return Provision(
        law=found["law"],
        article=_worth(found["article"]) or 0,
        suffix=_worth(found["suffix"]) or 0,
        para=_worth(found["para"]),
        item_no=_worth(found["item_no"]),
    )


def _worth(numeral: str | None) -> int | None:
    return worth(numeral) if numeral else None


def provision_of(row: Any) -> Provision:
    """Give the provision of a row."""
    return Provision(row.law, row.article, row.suffix, row.para, row.item_no)


@dataclass(frozen=True)
class Provisions(Column):
    """The provisions of one role, one after another in a cell."""

    role: ProvisionRole = ProvisionRole.VIOLATION
    is_child: ClassVar[bool] = True

    def parse(self, raw: str, day: date) -> Any:
        """Read citations between 、 or ； or new lines."""
        return tuple(parse_provision(part) for part in split(raw))

    def blank(self) -> Any:
        """Give none."""
        return ()

    def read(self, entry: Model) -> str:
        """Write the citations of the role."""
        rows: Iterable[Any] = getattr(entry, "provisions").all()  # noqa: B009 - any model
        return self.show_all(provision_of(row) for row in rows if row.role == self.role)

    def show_all(self, values: Any) -> str:
        """Write several citations."""
        return "；".join(str(one) for one in values)

    def write(self, entry: Model, value: Any) -> None:
        """Replace the rows of the role."""
        rows: Any = getattr(entry, "provisions")  # noqa: B009 - any model
        rows.filter(role=self.role).delete()
        for one in value:
            rows.create(
                role=self.role,
                citation=str(one),
                law=one.law,
                article=one.article,
                suffix=one.suffix,
                para=one.para,
                item_no=one.item_no,
            )
