"""`{% load faheng_web %}`: icons, citations, amounts, dates and marks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import urlencode

from django import forms, template
from django.forms import BoundField
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from faheng.kernel.clocks.declare import Cell as DayCell
from faheng.kernel.clocks.declare import CellKind
from faheng.kernel.law.declare import Basis, Citation
from faheng.kernel.pages import names
from faheng.lib import text
from faheng.web import parts, words

register = template.Library()

register.filter("month_day", words.month_day)
register.filter("weekday", words.weekday)
register.filter("left_words", words.left_words)
register.filter("unit_word", words.unit_word)
register.filter("tone_word", words.tone_word)
register.filter("tone", words.tone)
register.filter("short_date", words.short_date)
register.filter("moment", words.moment)
register.filter("full_date", words.full_date)
register.filter("titled", names.titled)
register.filter("named", names.named)

_KEY_NAMES = {"Slash": "/", "BracketLeft": "[", "BracketRight": "]"}
_CELLS = {CellKind.LEFT: "todo", CellKind.REST: "rest", CellKind.OFF: "off"}
_TONES = {"success": "done", "warning": "soon", "error": "late", "info": "info"}


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw an icon of the sprite; it never stands alone, so it says nothing."""
    return format_html(
        '<svg class="i {}" viewBox="0 0 24 24" aria-hidden="true">'
        '<use href="{}#i-{}"></use></svg>',
        size,
        static("built/icons.svg"),
        name,
    )


@register.simple_tag
def cite(basis: Basis | str, on: date | None = None, short: str = "") -> SafeString:
    """Show a ground as a chip that opens the article as of the right day."""
    said = short or str(basis)
    address = _article_address(basis, on) if isinstance(basis, Citation) else ""
    if not address:
        return format_html('<span class="cite">{}</span>', said)
    return format_html('<a class="cite" href="{}">{}</a>', address, said)


def _article_address(citation: Citation, on: date | None) -> str:
    number = str(citation.article)
    if citation.suffix:
        number = f"{number}-{citation.suffix}"
    named = {"title": citation.statute.full_title, "article": number}
    try:
        address = reverse("law_article", kwargs=named)
    except NoReverseMatch:
        return ""
    return f"{address}?{urlencode({'on': on.isoformat()})}" if on else address


@register.filter
def yuan(fen: int | None) -> str:
    """Write fen as 元 in figures; nothing when it is not known."""
    return "" if fen is None else text.yuan(fen)


@register.filter
def money(fen: int | None) -> str:
    """Write fen with the unit, by 万 where it is round; nothing when not known."""
    return "" if fen is None else text.money(fen)


@register.filter
def amount_words(fen: int | None) -> str:
    """Write fen in capitals; nothing when it is not known."""
    return "" if fen is None else text.amount_in_words(fen)


@register.filter
def printed_date(value: date | datetime) -> str:
    """Write a date as papers close with it."""
    return text.date_in_words(words.as_day(value))


@register.filter
def percent(value: float) -> str:
    """Write a share of a scale for the scripts: a point, never a comma."""
    return f"{value:.2f}"


@register.filter
def unsigned(value: int) -> int:
    """Drop the sign of a number whose word says it."""
    return abs(value)


@register.filter
def key_name(codes: str) -> str:
    """Name a key as it stands on a keyboard: KeyD is D."""
    names = (_KEY_NAMES.get(code, code) for code in codes.split())
    return " ".join(name.removeprefix("Key").removeprefix("Digit") for name in names)


@register.filter
def message_tone(level: str) -> str:
    """The note that a message of that level becomes."""
    return _TONES.get(level, "")


@register.filter
def item_tone(item: parts.WorkItem) -> str:
    """The mark of a row of the work list."""
    return words.tone(item.left, paused=item.paused)


@register.filter
def clock_tone(clock: parts.Clock) -> str:
    """The colour of what is left on a clock."""
    if clock.state != "running":
        return "paused" if clock.state == "paused" else "n3"
    found = words.tone(clock.left)
    return "" if found == "hint" else found


@register.filter
def day_class(day: DayCell, days: Sequence[DayCell]) -> str:
    """The classes of one cell; a last day that is still ahead is ink, not 朱."""
    classes = [_CELLS.get(day.kind, ""), "mk" if day.makeup else ""]
    if day.today:
        classes.append("today")
    if day.last:
        reached = day.today or not any(cell.today for cell in days)
        near = reached or _days_ahead(day, days) <= words.SOON
        classes.append("due" if near else "due far")
    return " ".join(filter(None, classes))


def _days_ahead(day: DayCell, days: Sequence[DayCell]) -> int:
    today = next((cell.on for cell in days if cell.today), day.on)
    return (day.on - today).days


@register.filter
def days_label(days: Sequence[DayCell]) -> str:
    """What a reader hears of a day strip."""
    if not days:
        return gettext("没有日子")
    last = next((cell.on for cell in days if cell.last), days[-1].on)
    known = {"first": words.month_day(days[0].on), "last": words.month_day(last)}
    return gettext("%(first)s起，%(last)s届满") % known


@register.simple_tag
def cell_class(columns: Sequence[parts.Column], index: int) -> str:
    """The classes of a cell, from its column."""
    if index >= len(columns):
        return ""
    column = columns[index]
    classes = ("num" if column.numeric else "", "hide-narrow" if column.leaves else "")
    return " ".join(filter(None, classes))


@register.filter
def is_group(field: BoundField) -> bool:
    """Whether a field is several boxes to tick, and so a fieldset."""
    several = (forms.RadioSelect, forms.CheckboxSelectMultiple)
    return isinstance(field.field.widget, several)


@register.filter
def is_check(field: BoundField) -> bool:
    """Whether a field is one box to tick."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_money(field: BoundField) -> bool:
    """Whether the amount in words stands beside the field."""
    return "data-money" in field.field.widget.attrs


@register.filter
def control(field: BoundField) -> SafeString:
    """Draw the control of a field in our look."""
    if is_group(field) or is_check(field):
        return field.as_widget()
    classes = f"input {field.field.widget.attrs.get('class', '')}".strip()
    return field.as_widget(attrs={"class": classes})


@register.simple_tag
def button_kind(tags: str | Sequence[str] | None, address: str | None) -> str:
    """The look of a button that a package describes by tags."""
    said = set(tags.split(",") if isinstance(tags, str) else tags or ())
    if said & {"danger", "delete"}:
        return "grave"
    if said & {"secondary", "link", "outline", "cancel"}:
        return "quiet"
    return "" if address else "primary"
