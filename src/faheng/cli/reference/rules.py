"""The page of rules: every listed code, and how it is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from faheng.cli.reference.markdown import page, table
from faheng.kernel.questions.declare import RULES, Dimension, Rule
from faheng.kernel.questions.derived import settle
from faheng.kernel.questions.listed import LISTED, Listed


def rules_page() -> str:
    """Write how each listed code is answered, and what is derived beside the list."""
    derived = settle()
    counts = [sum(1 for one in LISTED if _way(one) == way) for way in WAYS]
    told = "，".join(f"{way} {n} 条" for way, n in zip(WAYS, counts, strict=True))
    parts = [f"清单所列 {len(LISTED)} 条：{told}。"]
    for dimension in Dimension:
        listed = [one for one in LISTED if one.code.startswith(dimension.prefix)]
        heads = ("代码", "规则", "程度", "如何回答", "依据")
        rows = table(heads, (_row(one) for one in listed))
        parts.append(f"## {dimension.title}\n\n{rows}")
    others = [rule for code, rule in derived.items() if code not in LISTED]
    parts.append(f"## 清单以外由程序声明派生的\n\n{_derived(others)}")
    return page("监督规则", *parts)


WRITTEN, DERIVED, CHECKED = "专门编写", "由声明派生", "入口校验"
WAITING, UNANSWERED = "等待数据", "未回答"
WAYS = (WRITTEN, DERIVED, CHECKED, WAITING)


def ways(listed: Listed) -> list[str]:
    """Return in which ways a listed code is answered; it should be one."""
    found = {
        WRITTEN: listed.code in RULES,
        DERIVED: listed.code in settle(),
        CHECKED: bool(listed.checked_at),
        WAITING: bool(listed.waits_for),
    }
    return [way for way, is_so in found.items() if is_so]


def _way(listed: Listed) -> str:
    return next(iter(ways(listed)), UNANSWERED)


def _row(listed: Listed) -> tuple[str, ...]:
    rule = RULES.get(listed.code) or settle().get(listed.code)
    return (
        listed.code,
        listed.title,
        listed.severity.title,
        "；".join(_how(listed, rule)),
        str(rule.basis) if rule else "",
    )


def _how(listed: Listed, rule: Rule | None) -> Iterator[str]:
    yield _way(listed)
    if rule is not None and rule.derived:
        yield "、".join(f"`{source}`" for source in rule.sources)
    elif rule is not None:
        yield rule.says
    else:
        yield listed.checked_at or listed.waits_for


def _derived(rules: Iterable[Rule]) -> str:
    heads = ("规则", "代码", "程度", "依据")
    return table(
        heads,
        (
            (rule.title, f"`{rule.code}`", rule.severity.title, str(rule.basis))
            for rule in rules
        ),
    )
