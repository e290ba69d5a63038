"""The steps of a proposal, each as one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from faheng.domains.enforcement.discretion.proposal.declare import Outcome
from faheng.domains.enforcement.discretion.proposal.facts import LEGAL_FACTS
from faheng.domains.enforcement.discretion.proposal.reasons import DIRECTIONS
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.kinds import Gate
from faheng.lib.text import yuan

FACTS = "facts."
Output = Mapping[str, Any]
NOTHING = "没有"


def step_says(row: Mapping[str, Any]) -> str:
    """Say what a step came to."""
    return _SAYING[row["step"]](row["output"])


def steps_said(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Say every step: its number, rule, result and article."""
    return [
        {
            "no": str(no),
            "rule": str(row["rule"]),
            "result": step_says(row),
            "article": str(row["article"]),
        }
        for no, row in enumerate(rows, 1)
    ]


def refusal_says(problem: Unanswerable) -> str:
    """Say why nothing is computed, the fact by its name."""
    if not problem.field.startswith(FACTS):
        return problem.reason
    code = problem.field.removeprefix(FACTS)
    legal = LEGAL_FACTS.get(code)
    named = legal.title if legal else NAMES.get(code, code)
    return f"“{named}”{problem.reason}"


NAMES = {"variant": "适用的裁量表", "ignored_order": "责令改正后逾期未改正"}


def money(fen: Any) -> str:
    """Write an amount that may come in parts of a fen, as yuan."""
    exact = Fraction(fen)
    if exact.denominator == 1:
        return f"{yuan(exact.numerator)}元"
    return f"约{yuan(round(exact))}元"


def _law(found: Output) -> str:
    if not found["applies"]:
        return "行为时和现在都没有规定"
    return "；".join(str(line["why"]) for line in found["lines"] if line["why"])


def _limitation(found: Output) -> str:
    said = "在时效以内" if found["in_time"] else "已经超过时效"
    return f"{found['years']}年，至{found['last_on']}，{said}"


def _crime(found: Output) -> str:
    return "移送" if found["outcome"] else "没有达到移送标准"


def _exclusion(found: Output) -> str:
    return str(found.get("why") or "没有依法不予处罚的情形")


def _waiver(found: Output) -> str:
    if found.get("list"):
        return f"符合清单{found['list']}"
    return "不予处罚" if found["outcome"] else "不适用"


def _concurrence(found: Output) -> str:
    if found["outcome"]:
        return "须先责令改正"
    most = len(found["compared"])
    return f"比较{most}条规定，取罚款数额高的" if most > 1 else "只有一条规定"


def _bracket(found: Output) -> str:
    if found["max_fen"] is None:
        return "罚则没有罚款"
    return f"{money(found['min_fen'])}以上{money(found['max_fen'])}以下"


def _tier(found: Output) -> str:
    model = found["model"]
    if model == "none":
        return "没有裁量基准"
    if model == "weights":
        return f"百分值总和{float(Fraction(found['share']) * 100):g}%"
    if model == "score":
        return f"得分{found['score']}"
    if found.get("no_penalty"):
        return f"{found['tier']}，不予处罚"
    named = f"第{found['tier']}行" if model == "ranges" else str(found["tier"])
    return f"{named}，{money(found['low_fen'])}至{money(found['high_fen'])}"


def _direction(found: Output) -> str:
    grounds = [*found["lighter"], *found["heavier"]]
    why = "、".join(str(one["title"]) for one in grounds)
    label = DIRECTIONS[found["direction"]]
    return f"{label}（{why}）" if why else label


def _amount(found: Output) -> str:
    if found["part"] is None:
        return str(found["how"])
    low, high = (money(found["part"][name]) for name in ("low_fen", "high_fen"))
    return f"{low}至{high}之间，{money(found['fine_fen'])}（{found['how']}）"


def _gains(found: Output) -> str:
    amount = found["confiscate_fen"]
    return f"没收{money(amount)}" if amount else NOTHING


def _gates(found: Output) -> str:
    said = [
        f"{gate.label}：{'、'.join(str(one['why']) for one in found[gate])}"
        for gate in Gate
        if found.get(gate)
    ]
    return "；".join(said) or "不需要听证、法制审核和集体讨论"


def _afterwards(found: Output) -> str:
    a_day, most = found["surcharge_a_day_fen"], found["surcharge_most_fen"]
    if not most:
        return "没有罚款"
    return f"{found['pay_days']}日内缴纳；逾期每日加处{money(a_day)}，至多{money(most)}"


def outcome_said(outcome: str) -> str:
    """Name an outcome."""
    return Outcome(outcome).label


_SAYING: dict[str, Callable[[Output], str]] = {
    "law": _law,
    "limitation": _limitation,
    "crime": _crime,
    "exclusion": _exclusion,
    "waiver": _waiver,
    "concurrence": _concurrence,
    "bracket": _bracket,
    "tier": _tier,
    "direction": _direction,
    "amount": _amount,
    "gains": _gains,
    "gates": _gates,
    "reasons": lambda found: str(found["text"]),
    "afterwards": _afterwards,
}
