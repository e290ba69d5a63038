"""Citations in what is about to be signed that cannot be a right basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from faheng.domains.enforcement.citing import said
from faheng.domains.enforcement.registers import ItemProvision
from faheng.kernel.cases.errors import Problem
from faheng.kernel.cases.models import Paper
from faheng.kernel.cases.queries import files
from faheng.kernel.documents.declare import Serve
from faheng.kernel.pages.names import titled
from faheng.lawbase.queries import Checked, Reference, check, cited_in
from faheng.statutes.administrative_penalty_law import PENALTY_LAW
from faheng.web.present.articles import Place, article_url
from faheng.web.present.papers import document_of, layout
from faheng.web.stepform import StepForm
from faheng.web.target import Target

BASIS = PENALTY_LAW.article(59, 1, 3)
KEY = "cited_law"


@dataclass(frozen=True)
class Text:
    """Words that may cite: where they stand, and which field they were typed into."""

    where: str
    words: str
    field: str = ""


@dataclass(frozen=True)
class Warned:
    """A citation that is wrong on every day that matters."""

    where: str
    words: str
    why: str
    url: str
    field: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong, as it is kept."""
        return f"{self.where}引用的“{self.words}”{self.why}"


def file_of(target: Target) -> Any:
    """The case file of the course; none where the step begins one."""
    return files(target.course) if target.course else None


def days(target: Target, kept: Any, at: datetime | None = None) -> tuple[date, ...]:
    """The days whose law can apply: of the signing, and of the act if it is known."""
    on = timezone.localdate(at or target.now)
    acted = getattr(kept, "act_at", None)
    ended = getattr(kept, "act_ended_on", None)
    day = ended or (acted and timezone.localdate(acted))
    return (day, on) if day and day != on else (on,)


def typed(form: StepForm, values: Mapping[str, Any]) -> Iterator[Text]:
    """What was typed, with the names of the fields."""
    for bound in form.bound_forms:
        for name, field in bound.fields.items():
            full = bound.add_prefix(name)
            words = _given(values, full)
            if words:
                yield Text(str(field.label or ""), words, bound[name].id_for_label)


def _given(values: Mapping[str, Any], full: str) -> str:
    """A typed text by its name in the form, as "row-0-name" in a row."""
    found: Any = values.get(full)
    prefix, _, rest = full.partition("-")
    place, _, name = rest.partition("-")
    if name and place.isdigit():
        rows = values.get(prefix) or []
        found = rows[int(place)].get(name) if int(place) < len(rows) else None
    return found if isinstance(found, str) else ""


def item_text(kept: Any) -> Iterator[Text]:
    """The provisions of the item that a case is about."""
    item = getattr(kept, "item_id", None)
    if item is not None:
        rows = ItemProvision.objects.filter(item=item)
        words = "；".join(rows.values_list("citation", flat=True))
        yield Text(gettext("执法事项"), words)


def paper_texts(papers: Iterable[Paper]) -> Iterator[Text]:
    """What papers print, whole."""
    for paper in papers:
        document = document_of(paper)
        if document is not None:
            body = "\n".join(
                _strings([astuple(b) for b in layout(paper, document).blocks])
            )
            yield Text(f"《{titled(document)}》", body)


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, (list, tuple)):
        for one in found:
            yield from _strings(one)


def goes_out(papers: Iterable[Paper]) -> bool:
    """Whether one of the papers tells a party on what it rests."""
    documents = filter(None, map(document_of, papers))
    return any(one.serve_on is Serve.PARTY for one in documents)


def warned(texts: Iterable[Text], on: Iterable[date]) -> list[Warned]:
    """Read texts for citations, and give those that no day's law bears out."""
    cited = [(text, one) for text in texts for one in cited_in(text.words)]
    wanted = {ref for _, one in cited for ref in one.references}
    if not wanted:
        return []
    looked_up = [check(wanted, day) for day in sorted(set(on))]
    wrong: dict[Reference, Checked] = {
        ref: found
        for ref, found in looked_up[-1].items()
        if all(day[ref].is_wrong for day in looked_up)
    }
    rows = [
        Warned(text.where, one.words, said(wrong[ref]), _url(ref), text.field)
        for text, one in cited
        for ref in one.references
        if ref in wrong
    ]
    return list(dict.fromkeys(rows))


def _url(one: Reference) -> str:
    if not one.article:
        return ""
    return article_url(Place(one.law, one.article, one.suffix, one.para, one.item))


def problems(found: Iterable[Warned], reason: str = "") -> list[Problem]:
    """Put warnings as the door's problems; with a reason, as what was signed."""
    mend = reason or gettext("改正引用；确有根据的，写明理由再签署")
    return [Problem(one.sentence, str(BASIS), mend, key=KEY) for one in found]
