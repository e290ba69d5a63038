"""The page of procedures: a diagram of stages and a table of steps each."""

from __future__ import annotations

from collections.abc import Iterator

from faheng.cli.reference.declared import procedures
from faheng.cli.reference.markdown import listed, page, table
from faheng.kernel.cases.forms import adds_of, row_name
from faheng.kernel.procedures.declare import (
    ANYWHERE,
    Procedure,
    Stage,
    Step,
    Track,
)

HEADS = ("步骤", "阶段", "由谁办理", "依据", "填写", "条件", "文书", "期限", "程序表")


def procedures_page() -> str:
    """Write the page."""
    known = procedures()
    contents = "\n".join(f"- [{p.title}](#{anchor(p)}) `{p.key}`" for p in known)
    return page("程序", contents, *(_section(procedure) for procedure in known))


def anchor(procedure: type[Procedure]) -> str:
    """Return the name by which a link finds a procedure's section."""
    return procedure.key.replace(".", "-").replace("_", "-")


def _section(procedure: type[Procedure]) -> str:
    tracks = "、".join(_track(track) for track in procedure.tracks().values())
    parts = [
        f'<a id="{anchor(procedure)}"></a>\n\n## {procedure.title}',
        f"`{procedure.key}`，依据：{procedure.basis}",
        f"并行程序：{tracks}" if tracks else "",
        _diagram(procedure),
        table(HEADS, (_row(procedure, step) for step in procedure.steps().values())),
    ]
    return "\n\n".join(part for part in parts if part)


def _track(track: Track) -> str:
    return f"[{track.title}](#{anchor(track.procedure)})"


def _diagram(procedure: type[Procedure]) -> str:
    lines = ["```mermaid", "stateDiagram-v2"]
    stages = procedure.stages().values()
    lines += [f"    {stage.key} : {stage.title}" for stage in stages]
    lines += dict.fromkeys(_arrows(procedure))
    lines += [f"    {stage.key} --> [*]" for stage in stages if stage.final]
    return "\n".join([*lines, "```"])


def _arrows(procedure: type[Procedure]) -> Iterator[str]:
    for step in procedure.steps().values():
        if step.to is None:
            continue
        for origin in _origins(procedure, step):
            if origin != step.to.key:
                yield f"    {origin} --> {step.to.key} : {step.title}"


def _origins(procedure: type[Procedure], step: Step) -> list[str]:
    if step.at is None:
        return ["[*]"]
    stages = procedure.stages().values()
    return [stage.key for stage in stages if step.possible_at(stage)]


def _row(procedure: type[Procedure], step: Step) -> tuple[str, ...]:
    return (
        f"{step.title}<br>`{step.key}`",
        f"{_at(step)} → {step.to.title}" if step.to else _at(step),
        listed(role.title for role in step.roles),
        str(step.basis),
        listed(_fields(procedure, step)),
        listed(f"{c.says}（{c.basis}）" for c in step.requires),
        listed(_papers(step)),
        listed(_clocks(step)),
        listed(step.rows),
    )


def _at(step: Step) -> str:
    if step.at is None:
        return "开始"
    if step.at is ANYWHERE:
        return "任何未终结的阶段"
    stages = (step.at,) if isinstance(step.at, Stage) else step.at
    return "、".join(stage.title for stage in stages)


def _fields(procedure: type[Procedure], step: Step) -> Iterator[str]:
    columns = procedure.file._meta  # noqa: SLF001 - Django's own name
    for name in step.asks:
        yield str(columns.get_field(name).verbose_name)
    for name in step.optional:
        yield f"{columns.get_field(name).verbose_name}（可空）"
    for adds in adds_of(step):
        title = adds.model._meta.verbose_name  # noqa: SLF001 - Django's own name
        yield f"{title} `{row_name(adds.model)}` {_many(adds.least, adds.most)}"


def _many(least: int, most: int | None) -> str:
    if most is None:
        return f"至少 {least} 项"
    return f"{least} 项" if least == most else f"{least}～{most} 项"


def _papers(step: Step) -> Iterator[str]:
    yield from (f"制作《{document.title}》" for document in step.issues)
    yield from (f"送达《{document.title}》" for document in step.serves)


def _clocks(step: Step) -> Iterator[str]:
    effects = (
        ("开始", step.starts),
        ("停止", step.stops),
        ("暂停", step.pauses),
        ("恢复", step.resumes),
        ("扣除", [left.term for left in step.leaves_out]),
        ("延长", [step.extends.term] if step.extends else []),
    )
    for verb, terms in effects:
        yield from (f"{verb}“{term.title}”" for term in terms)
