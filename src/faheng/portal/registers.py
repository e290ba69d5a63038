"""Registers for everyone: bodies, items and powers, as they stand on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from faheng.kernel.pages.names import titled
from faheng.kernel.parties.queries import NOBODY
from faheng.kernel.registers import queries
from faheng.kernel.registers.columns import BadCell, Reference, parse_day
from faheng.kernel.registers.declare import REGISTERS, Register
from faheng.kernel.registers.queries import Ask, EntryRow
from faheng.kernel.registers.refusals import NotShown

ABOUT = {
    "organs": gettext_lazy("谁可以在这座城市执法，凭什么资格，到哪一天为止。"),
    "items": gettext_lazy("什么行为违反哪一条，可以怎样处罚，罚款的幅度。"),
    "powers": gettext_lazy("哪一件事项由哪个机关行使。"),
}
NAMED = {"organs": "name", "items": "name", "powers": "item"}
BESIDE = {
    "organs": ("kind", "level", "address", "phone"),
    "items": ("penalties", "kinds", "fine_min", "fine_max"),
    "powers": ("organ", "basis_doc"),
}
PAGE = 30


@dataclass(frozen=True)
class Line:
    """An entry in the public list: its name and a few facts beside it."""

    pk: int
    name: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Card:
    """A register that the public may read."""

    key: str
    title: str
    about: str | Promise
    basis: str
    count: str


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the registers that are published."""
    today = timezone.localdate()
    cards = [
        Card(
            one.key,
            titled(one),
            ABOUT.get(one.key, ""),
            one.basis,
            f"{queries.found(one, Ask(today), NOBODY).count():,}",
        )
        for one in REGISTERS
        if one.is_public
    ]
    return render(request, "portal/registers.html", {"cards": cards})


@require_safe
def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the entries of a published register on a day."""
    register = _published(key)
    today = timezone.localdate()
    ask = Ask(
        _day(request, today), _typed(request, "q"), _typed(request, "after", 300), PAGE
    )
    found = queries.entries(register, ask, NOBODY)
    on = "" if ask.on == today else ask.on.isoformat()
    kept = {k: v for k, v in {"q": ask.search, "on": on}.items() if v}
    context = {
        "register": register,
        "about": ABOUT.get(key, ""),
        "ask": ask,
        "is_today": ask.on == today,
        "lines": _lines(register, found.rows),
        "count": f"{queries.found(register, ask, NOBODY).count():,}",
        "next": urlencode({**kept, "after": found.after}) if found.after else "",
        "first": urlencode(kept) if ask.after else None,
    }
    return render(request, "portal/register.html", context)


@require_safe
def entry(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Show one entry with the versions before and after it."""
    register = _published(key)
    try:
        one = queries.entry(register, pk, NOBODY)
        history = queries.history(register, one.code, NOBODY)
    except NotShown as error:
        raise Http404 from error
    pairs = zip(register.columns, _words(register, [one])[one.pk], strict=True)
    context = {
        "register": register,
        "entry": one,
        "name": _lines(register, (one,))[0].name,
        "facts": [(titled(column), text) for column, text in pairs if text],
        "versions": history.entries,
        "today": timezone.localdate(),
    }
    return render(request, "portal/entry.html", context)


def _published(key: str) -> Register:
    for one in REGISTERS:
        if one.key == key and one.is_public:
            return one
    raise Http404


def _typed(request: HttpRequest, name: str, most: int = 80) -> str:
    return request.GET.get(name, "").replace("\x00", "").strip()[:most]


def _day(request: HttpRequest, today: date) -> date:
    try:
        return parse_day(_typed(request, "on", 10)) if "on" in request.GET else today
    except BadCell:
        return today


def _lines(register: Register, rows: tuple[EntryRow, ...]) -> tuple[Line, ...]:
    words = _words(register, rows)
    places = {column.field: at for at, column in enumerate(register.columns)}
    name = places.get(NAMED.get(register.key, ""), 0)
    beside = [
        (titled(register.columns[places[field]]), places[field])
        for field in BESIDE.get(register.key, ())
    ]
    return tuple(
        Line(
            row.pk,
            words[row.pk][name],
            tuple((t, words[row.pk][at]) for t, at in beside if words[row.pk][at]),
        )
        for row in rows
    )


def _words(
    register: Register, rows: tuple[EntryRow, ...] | list[EntryRow]
) -> dict[int, list[str]]:
    """Give the cells of entries, codes of other lists replaced by names."""
    made = {row.pk: list(row.cells) for row in rows}
    for place, column in enumerate(register.columns):
        if isinstance(column, Reference) and column.model is not None:
            codes = {cells[place] for cells in made.values()} - {""}
            others = column.model._default_manager.filter(  # noqa: SLF001
                **{f"{column.by}__in": codes}
            )
            named = {str(getattr(other, column.by)): str(other) for other in others}
            for cells in made.values():
                cells[place] = named.get(cells[place], cells[place])
    return made
