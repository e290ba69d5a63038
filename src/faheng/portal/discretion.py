"""Public calculator: what a violation would be fined, by the published benchmarks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from faheng.domains.enforcement.benchmarks.asking import Here, asked_of
from faheng.domains.enforcement.benchmarks.models import BenchmarkViolation
from faheng.domains.enforcement.discretion.proposal.run import propose
from faheng.domains.enforcement.discretion.proposal.saying import refusal_says
from faheng.domains.enforcement.discretion.reading import Unanswerable
from faheng.domains.enforcement.item_fines import FineFrom
from faheng.domains.enforcement.kinds import ProvisionRole
from faheng.domains.enforcement.registers import EnforcementItem
from faheng.domains.enforcement.weighing.asking import ADULT, LONG_YEARS, Asked
from faheng.domains.enforcement.weighing.questions import Question, questions
from faheng.domains.enforcement.weighing.showing import Shown, shown
from faheng.kernel.parties.models import Division
from faheng.lawbase.queries import versions_of
from faheng.lib.text import AmountUnreadable, parse_yuan
from faheng.portal.often import too_often

MOST = 30
LONGEST = 80
MOST_SENT = 120
MOST_FEN = 10**15
PARTIES = ("organisation", "person")
AMOUNTS = {one.value: str(one.label) for one in FineFrom}


@dataclass(frozen=True)
class Field:
    """One question of the form, and what was answered."""

    question: Question
    chosen: str


@dataclass(frozen=True)
class Sum:
    """One amount of the form, and what was typed."""

    name: str
    title: str
    typed: str


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Find a violation that can be computed."""
    words = _typed(request, "q")
    today = timezone.localdate()
    rows = EnforcementItem.objects.on(today).exclude(published_on=None)
    weighed = BenchmarkViolation.objects.exclude(benchmark__published_on=None)
    rows = rows.filter(code__in=weighed.values("item_code"))
    for word in words.split()[:5]:
        rows = rows.filter(name__icontains=word)
    count = rows.count()
    context = {
        "q": words,
        "items": rows.order_by("field", "code")[:MOST],
        "count": count,
        "has_any": bool(count) or weighed.exists(),
    }
    return render(request, "portal/discretion.html", context)


@require_safe
def calculator(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the facts of a violation, and show what follows from them."""
    today = timezone.localdate()
    rows = EnforcementItem.objects.on(today).exclude(published_on=None)
    item = rows.filter(code=code[:160]).first() if "\x00" not in code else None
    if item is None:
        raise Http404
    division = Division.objects.order_by("path").first()
    here = Here(today, today, division)
    context: dict[str, Any] = {"item": item, "grounds": _grounds(item)}
    try:
        known = asked_of(item, here)
    except Unanswerable as problem:
        context["refused"] = problem.reason
        return render(request, "portal/calculator.html", context)
    asked = questions(item, known, today, here.path)
    context |= _form(request, known, asked)
    if request.GET:
        context["shown"] = _answered(request, item, known, asked, today)
    return render(request, "portal/calculator.html", context)


def _grounds(item: EnforcementItem) -> list[tuple[str, str, str]]:
    """Give what is violated and what it is fined by, each with where to read it."""
    roles, found = dict(ProvisionRole.choices), []
    for row in item.provisions.order_by("role", "pk"):
        held = any(one.held for one in versions_of(row.law))
        url = reverse("public_law", args=[row.law]) if held else ""
        found.append((str(roles[row.role]), row.citation, url))
    return found


def _form(
    request: HttpRequest, known: dict[str, Any], asked: tuple[Question, ...]
) -> dict[str, Any]:
    fields = [Field(one, _typed(request, f"f.{one.code}")) for one in asked]
    return {
        "weighing": [one for one in fields if not one.question.article],
        "legal": [one for one in fields if one.question.article],
        "sums": [Sum(n, AMOUNTS[n], _typed(request, n)) for n in _bases(known)],
        "party": _party(request),
        "benchmarks": [one["title"] for one in known["benchmarks"]],
    }


def _bases(known: dict[str, Any]) -> list[str]:
    """Name the amounts that the brackets or the tables count from."""
    found = [
        str(one["fine_rule"].get("base") or "base_fen")
        for one in known["provisions"]
        if "fine_rule" in one
    ]
    return [name for name in dict.fromkeys(found) if name in AMOUNTS]


def _party(request: HttpRequest) -> str:
    party = _typed(request, "party")
    return party if party in PARTIES else PARTIES[0]


def _answered(
    request: HttpRequest,
    item: EnforcementItem,
    known: dict[str, Any],
    asked: tuple[Question, ...],
    today: date,
) -> Shown:
    if too_often(request, "discretion"):
        return Shown(refused=gettext("算得太频繁了，请过一分钟再试。"))
    if len(request.GET) > MOST_SENT:
        return Shown(refused=gettext("填写的内容太多，请从页面上选择。"))
    try:
        question = known | {
            "act_start": today.isoformat(),
            "act_end": today.isoformat(),
            "discovered_on": today.isoformat(),
            "decision_on": today.isoformat(),
            "life_health_or_finance_harm": item.limitation_years == LONG_YEARS,
            "party": _party(request),
            "age": ADULT,
            "capacity": "full",
            "facts": _facts(request, asked),
            "amounts": _amounts(request, known),
            "gains": {"receipts_fen": 0},
        }
        proposal = propose(question)
    except Unanswerable as problem:
        return Shown(refused=refusal_says(problem), article=problem.article)
    return shown(Asked(question, asked), proposal)


def _facts(request: HttpRequest, asked: tuple[Question, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in asked:
        said = _typed(request, f"f.{one.code}")
        if not said:
            continue
        if one.options and said not in {option.value for option in one.options}:
            reason = gettext("“%(said)s”不在可以选择的范围内，请从页面上选择")
            raise Unanswerable(f"facts.{one.code}", reason % {"said": said})
        found[one.code] = one.read(said)
    return found


def _amounts(request: HttpRequest, known: dict[str, Any]) -> dict[str, int]:
    found = {}
    for name in _bases(known):
        said = _typed(request, name)
        if not said:
            continue
        try:
            fen = parse_yuan(said)
        except AmountUnreadable as problem:
            raise Unanswerable(name, f"{AMOUNTS[name]}：{problem}") from problem
        if not 0 <= fen <= MOST_FEN:
            raise Unanswerable(name, f"{AMOUNTS[name]}超出可以计算的范围，请核对")
        found[name] = fen
    return found


def _typed(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "").strip()[:LONGEST]
