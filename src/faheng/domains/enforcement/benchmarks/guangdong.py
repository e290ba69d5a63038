"""Benchmarks kept as sections with weights or ranges: the form of the province."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from faheng.domains.enforcement.benchmarks import ranges, weights
from faheng.domains.enforcement.benchmarks.drafts import Draft, Line

BETWEEN = " | "


def read(
    sections: Sequence[Line], weight_rows: Sequence[Line], range_rows: Sequence[Line]
) -> list[Draft]:
    """Read every violation; whatever is wrong is noted on it."""
    drafts = [_draft(line) for line in sections]
    by_section: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_section[draft.section].append(draft)
    weighed, ranged = _grouped(weight_rows), _grouped(range_rows)
    for section, own in by_section.items():
        _weigh([d for d in own if d.model == "weights"], weighed.pop(section, []))
        _range([d for d in own if d.model == "ranges"], ranged.pop(section, []))
        for number, draft in enumerate(own[1:], 2):
            draft.section = f"{section}-{number}"
    for rows in (*weighed.values(), *ranged.values()):
        if drafts:
            drafts[-1].fault("所属的条目不在目录里", rows[0].place, error=False)
    return drafts


def _draft(line: Line) -> Draft:
    draft = Draft(
        section=line["section"],
        name=line["violation"],
        model=line["mode"],
        place=line.place,
        chapter=line["chapter"],
        violated=_cited(line["violated"]),
        penalties=_cited(line["penalty_basis"]),
        formula=line["formula"],
        note=line["note"],
    )
    if not draft.name:
        draft.fault("没有违法行为名称")
    if not draft.penalties:
        draft.fault("没有处罚依据")
    if not draft.violated:
        draft.fault("没有违法依据", error=False)
    if draft.model not in {"weights", "ranges"}:
        draft.fault(f"“{draft.model}”不是裁量模式")
    return draft


def _cited(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(BETWEEN) if part.strip())


def _grouped(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line["section"]].append(line)
    return found


def _weigh(drafts: list[Draft], lines: list[Line]) -> None:
    if not drafts:
        return
    tables = weights.parted(lines)
    if len(tables) < len(drafts):
        for draft in drafts:
            draft.fault(f"目录里有{len(drafts)}条，裁量表只有{len(tables)}张")
        return
    if len(tables) > len(drafts):
        drafts[0].fault(f"裁量表有{len(tables)}张，目录里只有{len(drafts)}条")
        return
    for draft, table in zip(drafts, tables, strict=True):
        weights.build(draft, table)


def _range(drafts: list[Draft], lines: list[Line]) -> None:
    """Give the rows of a section to its violations, in equal shares where it has two."""
    if not drafts:
        return
    if not lines:
        for draft in drafts:
            draft.fault("没有裁量幅度的行")
        return
    if len(drafts) == 1:
        ranges.build(drafts[0], lines)
        return
    half, rest = divmod(len(lines), len(drafts))
    groups = [lines[n * half : (n + 1) * half] for n in range(len(drafts))]
    same = {tuple(line["conditions"] for line in group) for group in groups}
    for draft, group in zip(drafts, groups, strict=True):
        if rest or len(same) > 1:
            draft.fault("同一编号有几条，裁量幅度的行分不清属于哪一条", lines[0].place)
        else:
            ranges.build(draft, group)
