"""The other pages: terms, documents, glossary, roles, regimes."""

from __future__ import annotations

from collections.abc import Iterator

from faheng.cli.reference.declared import procedures
from faheng.cli.reference.markdown import listed, page, table
from faheng.kernel.clocks.declare import Unit
from faheng.kernel.clocks.regimes import REGIMES
from faheng.kernel.documents.declare import DOCUMENTS, Document
from faheng.kernel.parties.declare import Reach, Role
from faheng.kernel.procedures.declare import Term
from faheng.kernel.registers.declare import REGISTERS

UNITS = {
    Unit.DAYS: "日",
    Unit.WORKING_DAYS: "工作日",
    Unit.HOURS: "小时",
    Unit.MONTHS: "个月",
    Unit.YEARS: "年",
}
REACHES = {Reach.NOTHING: "不看案件", Reach.ORGAN: "本机关", Reach.DIVISION: "本区划"}


def terms_page() -> str:
    """Write every term with its length, article and what follows its lapse."""
    parts = []
    for procedure in procedures():
        rows = table(
            ("期限", "长度", "谁的", "依据", "届满后果", "监督规则"),
            (_term(term) for term in procedure.terms().values()),
        )
        parts.append(f"## {procedure.title}\n\n{rows}" if rows else "")
    return page("期限", *parts)


def _term(term: Term) -> tuple[str, ...]:
    return (
        f"{term.title}<br>`{term.key}`",
        _length(term),
        term.of.value,
        str(term.basis),
        term.lapse,
        term.watch,
    )


def _length(term: Term) -> str:
    if term.until is not None:
        return "由文书载明"
    if callable(term.length):
        return f"按本地参数（{UNITS[term.unit]}）"
    return f"{term.length} {UNITS[term.unit]}"


def documents_page() -> str:
    """Write every paper with what it must and may state."""
    ordered = sorted(DOCUMENTS.values(), key=lambda d: (d.code, d.key()))
    return page("文书", *(_document(document) for document in ordered))


def _document(document: type[Document]) -> str:
    facts = [
        f"`{document.key()}`",
        document.kind.value,
        f"文号“{document.mark}”" if document.mark else "不编号",
        f"送达{document.serve_on.value}" if document.serve_on else "不送达",
        "加盖印章" if document.sealed else "",
        f"依据：{'、'.join(str(basis) for basis in document.citations())}",
    ]
    rows = table(
        ("须载明", "必须", "名称"),
        (
            (state.label, "是" if state.required else "", f"`{name}`")
            for name, state in document.states().items()
        ),
    )
    told = "，".join(fact for fact in facts if fact)
    return f"## {document.code} {document.title}\n\n{told}。\n\n{rows}"


def roles_page() -> str:
    """Write the closed list of roles."""
    return page(
        "角色",
        table(
            ("角色", "名称", "能看", "能做"),
            (
                (
                    role.title,
                    f"`{role.value}`",
                    REACHES[role.sees],
                    listed(sorted(ability.value for ability in role.may)),
                )
                for role in Role
            ),
        ),
    )


def regimes_page() -> str:
    """Write how the law counts days."""
    return page(
        "期限计算规则",
        table(
            ("规则", "名称", "哪些天数按工作日", "首日", "末日遇休息日", "依据"),
            (
                (
                    regime.title,
                    f"`{regime.key}`",
                    _working(regime.working_lengths),
                    "计入" if regime.first_day_counts else "不计入",
                    "顺延" if regime.rolls else "不顺延",
                    regime.basis,
                )
                for regime in REGIMES
            ),
        ),
    )


def _working(lengths: frozenset[int] | None) -> str:
    if lengths is None:
        return "全部"
    return "、".join(str(length) for length in sorted(lengths)) or "只有写明工作日的"


def glossary_page() -> str:
    """Write each English name beside its Chinese title."""
    return page(
        "词汇",
        "代码用英文名称，页面和文书用中文名称。",
        table(("英文", "中文", "是什么"), sorted(set(_words()))),
    )


def _words() -> Iterator[tuple[str, str, str]]:
    yield from ((role.value, role.title, "角色") for role in Role)
    yield from (
        (document.key(), document.title, "文书") for document in DOCUMENTS.values()
    )
    yield from ((register.key, register.title, "名录") for register in REGISTERS)
    for procedure in procedures():
        yield procedure.key, procedure.title, "程序"
        yield from ((s.key, s.title, "阶段") for s in procedure.stages().values())
        yield from ((t.key, t.title, "期限") for t in procedure.terms().values())
        yield from ((s.key, s.title, "步骤") for s in procedure.steps().values())
        yield from _columns(procedure.file)


def _columns(file: type[object]) -> Iterator[tuple[str, str, str]]:
    meta = file._meta  # type: ignore[attr-defined]  # noqa: SLF001 - Django's own name
    yield from (
        (field.name, str(field.verbose_name), "栏目")
        for field in meta.fields
        if field.name != "course"
    )
