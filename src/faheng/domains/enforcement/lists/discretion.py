"""Registers of benchmarks and lists: what is published, by whom, from when."""

from __future__ import annotations

from faheng.domains.enforcement.benchmarks.models import Benchmark, DiscretionList
from faheng.domains.enforcement.kinds import ListKind
from faheng.kernel.parties.declare import Field
from faheng.kernel.parties.models import Division
from faheng.kernel.registers.columns import Choice, Column, Reference
from faheng.kernel.registers.declare import DATES, REGISTERS, Register

_ISSUED = (
    Column("code", "代码", required=True, limit=160),
    Column("title", "名称", required=True, limit=200),
    Column("issuer", "制定机关", limit=100),
    Column("doc_no", "文号", limit=80),
    Reference("division", "区划代码", model=Division),
    Choice("field", "执法领域", choices=tuple(Field.pairs())),
    Column("published_url", "公布网址", limit=300),
)

BENCHMARKS = REGISTERS.add(
    "benchmarks",
    Register(
        key="benchmarks",
        title="裁量基准目录",
        model=Benchmark,
        basis="行政处罚法第34条",
        columns=(*_ISSUED, *DATES),
        searched=("code", "title", "doc_no"),
        related=("division",),
        is_public=True,
    ),
)

DISCRETION_LISTS = REGISTERS.add(
    "discretion_lists",
    Register(
        key="discretion_lists",
        title="不罚轻罚清单目录",
        model=DiscretionList,
        basis="行政处罚法第32、33条",
        columns=(
            Choice(
                "kind",
                "清单种类",
                required=True,
                choices=tuple((k.value, str(k.label)) for k in ListKind),
            ),
            *_ISSUED,
            *DATES,
        ),
        searched=("code", "title", "doc_no"),
        related=("division",),
        is_public=True,
    ),
)
