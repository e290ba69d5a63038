"""What every administrative write checks first."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from faheng.kernel.parties.models import Organ, Person
from faheng.kernel.parties.queries import Viewer
from faheng.kernel.parties.refusals import (
    DatesReversed,
    Incomplete,
    NotAdministrator,
    NotOnFile,
    NumberWrong,
)
from faheng.lib.identifiers import citizen_id_problem, normalise, uscc_problem


def must_administer(by: Viewer, division_path: str) -> None:
    """Refuse whoever does not keep up this division's organs."""
    if not by.administers(division_path):
        raise NotAdministrator


def organ_of(pk: int) -> Organ:
    """Find an organ together with its division."""
    organ = Organ.objects.select_related("division").filter(pk=pk).first()
    if organ is None:
        raise NotOnFile
    return organ


def person_of(pk: int) -> Person:
    """Find and lock a person, so that two appointments are not made at once."""
    person = (
        Person.objects
        .select_for_update(of=("self",))
        .select_related("organ__division")
        .filter(pk=pk)
        .first()
    )
    if person is None:
        raise NotOnFile
    return person


def in_order(first: date, last: date | None) -> None:
    """Refuse a last day before the first."""
    if last is not None and last < first:
        raise DatesReversed


def filled(**texts: str) -> None:
    """Refuse an empty text; the keyword is the title shown."""
    missing = [title for title, text in texts.items() if not text.strip()]
    if missing:
        detail = f"请填写{'、'.join(missing)}。"
        raise Incomplete(detail)


def good_uscc(text: str) -> str:
    """Tidy a social credit code and refuse a wrong check digit."""
    code = normalise(text)
    problem = uscc_problem(code) if code else None
    if problem:
        raise NumberWrong(f"{problem}，请核对原件。")
    return code


def good_citizen_id(text: str, at: datetime) -> str:
    """Tidy a citizen number and refuse a wrong check digit or birthday."""
    number = normalise(text)
    problem = citizen_id_problem(number, day_of(at)) if number else None
    if problem:
        raise NumberWrong(f"{problem}，请核对原件。")
    return number


def day_of(at: datetime) -> date:
    """Give the local day of a moment."""
    return timezone.localtime(at).date()
