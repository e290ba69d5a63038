"""Registers: the list of lists, one list on a day, one entry, and the file of a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from faheng.domains.enforcement.resting import wrong_items
from faheng.kernel.cases.queries.uses import Uses, uses_of
from faheng.kernel.pages.names import titled
from faheng.kernel.registers import exports, queries
from faheng.kernel.registers.columns import BadCell, parse_day
from faheng.kernel.registers.declare import REGISTERS, Register
from faheng.kernel.registers.queries import Ask, EntryRow
from faheng.kernel.registers.refusals import NotShown
from faheng.web import parts
from faheng.web.present import item_page
from faheng.web.present import registers as present
from faheng.web.reader import StaffRequest, staff, today_of, words_of

KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
ITEMS = "items"
CRUMB = gettext_lazy("登记簿")


def register_of(key: str) -> Register:
    """Give the register of a key in an address.

    Raises:
        Http404: there is none.
    """
    found = next((one for one in REGISTERS if one.key == key), None)
    if found is None:
        raise Http404
    return found


def asked(request: HttpRequest, today: date) -> Ask:
    """Read what a list is asked for; an unreadable day is today."""
    try:
        on = parse_day(words_of(request, "on")) if request.GET.get("on") else today
    except BadCell:
        on = today
    return Ask(on, words_of(request), words_of(request, "after", 300))


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """Show every register; the public is shown those for the public."""
    if not request.user.is_authenticated:
        return redirect("public_registers")
    return _index(request)


@staff
def _index(request: StaffRequest) -> HttpResponse:
    today = today_of(request)
    cards = [
        present.Card(
            titled(one),
            present.ABOUT.get(one.key, ""),
            one.basis,
            reverse("register", args=[one.key]),
            f"{queries.found(one, Ask(today), request.viewer).count():,}",
            one.is_public,
        )
        for one in REGISTERS
    ]
    context = {"cards": cards, "may_keep": queries.may_keep(request.viewer)}
    return render(request, "web/registers/index.html", context)


@require_safe
def page(request: HttpRequest, key: str) -> HttpResponseBase:
    """Show the entries of a register on a day."""
    register = register_of(key)
    if not request.user.is_authenticated:
        if register.is_public:
            return redirect("public_register", key=key)
        return redirect_to_login(request.get_full_path())
    return _page(request, register)


@staff
def _page(request: StaffRequest, register: Register) -> HttpResponse:
    today = today_of(request)
    ask, only_wrong = _narrowed(request, register, asked(request, today))
    every = request.GET.get("columns") == "all"
    shown = present.shown_columns(register, every=every)
    found = queries.entries(register, ask, request.viewer)
    kept = {
        "q": ask.search,
        "on": "" if ask.on == today else ask.on.isoformat(),
        "columns": "all" if every else "",
        "basis": "wrong" if only_wrong else "",
    }
    context = {
        "register": register,
        "ask": ask,
        "is_today": ask.on == today,
        "every": every,
        "only_wrong": only_wrong,
        "has_basis": register.key == ITEMS,
        "few": len(shown) < len(register.columns) or every,
        "columns": present.columns(shown),
        "rows": present.rows(register, shown, found.rows),
        "count": f"{queries.found(register, ask, request.viewer).count():,}",
        "pager": _pager(ask, found, kept),
        "kept": present.query(**{**kept, "columns": ""}),
        "may_keep": queries.may_keep(request.viewer),
        "crumbs": (
            parts.Link(CRUMB, reverse("register_list")),
            _here(titled(register)),
        ),
    }
    return render(request, "web/registers/page.html", context)


def _narrowed(request: HttpRequest, register: Register, ask: Ask) -> tuple[Ask, bool]:
    """Keep to items whose basis is out of force, where that is asked for."""
    if register.key != ITEMS or request.GET.get("basis") != "wrong":
        return ask, False
    return replace(ask, among=frozenset(wrong_items(ask.on))), True


def _here(title: str) -> parts.Link:
    return parts.Link(title)


def _pager(ask: Ask, found: queries.Page, kept: dict[str, str]) -> parts.Pager:
    first = f"?{present.query(**kept)}" if ask.after else ""
    more = f"?{present.query(**kept, after=found.after)}" if found.after else ""
    return parts.Pager(
        gettext("这一页 %(rows)s 条") % {"rows": len(found.rows)}, first, more
    )


@require_safe
@staff
def entry(request: StaffRequest, key: str, pk: int) -> HttpResponse:
    """Show one entry: what it says, its history, and where it is used."""
    register = register_of(key)
    today = today_of(request)
    try:
        one = queries.entry(register, pk, request.viewer)
        history = queries.history(register, one.code, request.viewer)
    except NotShown as error:
        raise Http404 from error
    context = {
        "register": register,
        "entry": one,
        "title": title_of(register, one),
        "state": present.state_on(one, today),
        "facts": present.facts(register, one),
        "versions": present.versions(register, history, pk, today),
        "corrections": history.corrections,
        "uses": _uses(request, register, history),
        "crumbs": (
            parts.Link(CRUMB, reverse("register_list")),
            parts.Link(titled(register), reverse("register", args=[key])),
            _here(one.code),
        ),
    }
    if register.key == ITEMS:
        context["item"] = item_page.item(pk, today)
    return render(request, "web/registers/entry.html", context)


def title_of(register: Register, one: EntryRow) -> str:
    """Give what an entry is called: its name where it has one, else its code."""
    fields = [column.field for column in register.columns]
    return one.cells[fields.index("name")] if "name" in fields else one.code


def _uses(request: StaffRequest, register: Register, history: queries.History) -> Uses:
    keys = [row.pk for row in history.entries]
    return uses_of(register.model, keys, request.viewer)


@require_safe
@staff
def download(request: StaffRequest, key: str, kind: str) -> HttpResponse:
    """Give the file of what a list shows."""
    register = register_of(key)
    if kind not in KINDS:
        raise Http404
    ask, _ = _narrowed(request, register, asked(request, today_of(request)))
    layout = register.layout(words_of(request, "layout", 20))
    content = exports.export(register, ask, request.viewer, kind, layout)
    return attachment(content, kind, f"{titled(register)} {ask.on}.{kind}")


def attachment(content: bytes, kind: str, name: str) -> HttpResponse:
    """Answer with a file that the browser keeps under a name."""
    response = HttpResponse(content, content_type=KINDS[kind])
    response["Content-Disposition"] = _named(name)
    response["Cache-Control"] = "no-store"
    return response


def _named(name: str) -> str:
    escaped = "".join(f"%{byte:02X}" for byte in name.encode())
    return f"attachment; filename*=UTF-8''{escaped}"
