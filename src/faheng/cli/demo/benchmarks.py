"""The demo city's benchmarks and lists of discretion, all invented."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from faheng.cli.demo.items import BEGINNING
from faheng.domains.enforcement.benchmarks.models import (
    Benchmark,
    BenchmarkViolation,
    DiscretionList,
    DiscretionProvision,
    ListEntry,
)
from faheng.domains.enforcement.kinds import FineBase, ListKind, PenaltyKind
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Division

ISSUER = "南澜市司法局（演示）"
URL = "https://demo.example/discretion"
SOURCE = "演示数据"
LISTED_A_FIELD = 4
TIMES = ["1次", "2次", "3次以上"]
LASTING = ["不足十日", "十日以上不足三十日", "三十日以上"]
MENDED = ["已改正", "部分改正", "拒不改正"]
RULES = {
    "missing": "lowest",
    "by_mean": False,
    "one_sided": {"max_only": {"lighten": "0.2", "normal": "0.5"}},
}
TEXTS = [
    {"article": "一", "topic": "缺少因素", "rule": "不能查明的因素按最低档计算"},
    {"article": "二", "topic": "公布", "rule": "本基准自公布之日起施行"},
]
AGAINST = ("first_time", "slight_harm", "corrected_in_time")


def load_benchmarks(at: datetime) -> None:
    """One benchmark and one list for each field that has items with a range."""
    division = Division.objects.order_by("path").first()
    rows = EnforcementItem.objects.filter(
        valid_until=None,
        fine_base=FineBase.FIXED,
        fine_max__isnull=False,
        kinds__kind=PenaltyKind.FINE,
    ).prefetch_related("provisions")
    by_field: dict[str, list[EnforcementItem]] = {}
    for item in rows.order_by("code"):
        by_field.setdefault(item.field, []).append(item)
    for number, (field, items) in enumerate(sorted(by_field.items()), 1):
        _benchmark(at, division, field, items)
        _list(at, division, field, items[:LISTED_A_FIELD])
        if number == 1:
            _list(at, division, field, items[-1:], ListKind.MITIGATED)


def _issued(
    at: datetime, division: Division | None, field: str, what: str
) -> dict[str, Any]:
    title = f"南澜市{Field(field).title}{what}（演示）"
    return {
        "code": title,
        "title": title,
        "issuer": ISSUER,
        "doc_no": "",
        "issued": str(BEGINNING),
        "published_on": BEGINNING,
        "published_url": URL,
        "valid_from": BEGINNING,
        "division": division,
        "field": field,
        "recorded_at": at,
        "source": SOURCE,
    }


def _benchmark(
    at: datetime, division: Division | None, field: str, items: list[EnforcementItem]
) -> None:
    issued = _issued(at, division, field, "行政处罚裁量基准")
    benchmark = Benchmark.objects.create(**issued, rules=RULES, texts=TEXTS)
    rows = BenchmarkViolation.objects.bulk_create(
        BenchmarkViolation(
            benchmark=benchmark,
            section=str(number),
            name=item.name,
            model=(table := _table(number, item))["model"],
            tables=[table],
            item_code=item.code,
            place=SOURCE,
        )
        for number, item in enumerate(items, 1)
    )
    DiscretionProvision.objects.bulk_create(
        DiscretionProvision(
            violation=row,
            role=one.role,
            law=one.law,
            article=one.article,
            suffix=one.suffix,
            para=one.para,
            item_no=one.item_no,
            citation=one.citation,
        )
        for row, item in zip(rows, items, strict=True)
        for one in item.provisions.all()
    )


def _table(number: int, item: EnforcementItem) -> dict[str, Any]:
    """Give the three models by turns."""
    makers = (_weights, _ranges, _tiers)
    return makers[number % len(makers)](item.fine_min or 0, item.fine_max or 0)


def _weights(low: int, high: int) -> dict[str, Any]:
    start = -(-low * 100 // high)
    third = (100 - start) // 3
    shares = {
        "违法次数": (TIMES, third),
        "持续时间": (LASTING, third),
        "改正情况": (MENDED, 100 - start - 2 * third),
    }
    return {
        "code": "",
        "model": "weights",
        "start": _percent(start),
        "cap": "1",
        "formula": {"of": "maximum"},
        "factors": [
            {
                "code": name,
                "title": name,
                "options": [
                    {"code": option, "title": option, "weight": _percent(most * n // 2)}
                    for n, option in enumerate(options)
                ],
            }
            for name, (options, most) in shares.items()
        ],
    }


def _percent(percent: int) -> str:
    return f"{percent // 100}.{percent % 100:02d}"


def _ranges(low: int, high: int) -> dict[str, Any]:
    steps = len(TIMES) * 2
    edges = [low + (high - low) * n // steps for n in range(steps + 1)]
    return {
        "code": "",
        "model": "ranges",
        "bands": [
            {
                "id": str(n + 1),
                "when": {"违法次数": TIMES[n // 2], "改正情况": MENDED[(n % 2) * 2]},
                "low_fen": edges[n],
                "high_fen": edges[n + 1],
                "high_open": n < steps - 1 and edges[n] < edges[n + 1],
            }
            for n in range(steps)
        ],
    }


def _tiers(low: int, high: int) -> dict[str, Any]:
    names = ("较轻", "一般", "严重")
    edges = ("0", "0.3", "0.7", "1")
    return {
        "code": "",
        "model": "tiers",
        "tiers": [
            {
                "no": n + 1,
                "name": name,
                "when": {"fact": "持续时间", "is": LASTING[n]},
                "mode": "percent",
                "low": edges[n],
                "high": edges[n + 1],
            }
            for n, name in enumerate(names)
        ],
    }


def _list(
    at: datetime,
    division: Division | None,
    field: str,
    items: list[EnforcementItem],
    kind: ListKind = ListKind.NO_PENALTY,
) -> None:
    issued = _issued(at, division, field, f"{kind.label}事项清单")
    listed = DiscretionList.objects.create(**issued, kind=kind)
    waived = kind is ListKind.NO_PENALTY
    asked = AGAINST if waived else ("removed_harm", "corrected_in_time")
    said = ["初次违法", "危害后果轻微", "及时改正"]
    ListEntry.objects.bulk_create(
        ListEntry(
            on_list=listed,
            number=str(number),
            violation=item.name,
            conditions=said if waived else ["主动消除危害后果", "及时改正"],
            when={"all": [{"fact": code} for code in asked]},
            article="33(1)b" if waived else "32",
            item_code=item.code,
        )
        for number, item in enumerate(items, 1)
    )
