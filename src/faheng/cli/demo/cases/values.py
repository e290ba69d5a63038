"""Values that are made rather than written down: keys, times, amounts, files."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

from faheng.cli.demo.cases.pictures import picture
from faheng.cli.demo.cases.scene import Scene
from faheng.cli.demo.cases.staff import holder
from faheng.domains.enforcement.owing import surcharge_now
from faheng.domains.enforcement.powers import items_of
from faheng.kernel.cases.actions.uploads import Arriving, receive_upload
from faheng.kernel.cases.models import Course, Paper
from faheng.kernel.cases.situation import Situation
from faheng.kernel.parties.declare import Role
from faheng.kernel.parties.queries import viewer_of

SHIFTED = re.compile(r"@(on|day|demo|at)([+-]\d+)?([dhm]?)")
HALF = 2
DECISIONS = ("PEN-37", "PEN-38", "PEN-40")


def told(scene: Scene, value: Any) -> Any:
    """Read a value of a plan: texts are composed, "@" opens something made.

    "@on-3" is three working days before the step, "@day+5" five days after it,
    "@demo+1" the day after the demo's day, "@at-40m" forty minutes before; "@fine" the fine, "@half" the half of it; "@head"
    the key of whoever holds that role.
    """
    if not isinstance(value, str):
        return value
    if not value.startswith("@"):
        return value.format(**scene.words) if "{" in value else value
    shifted = SHIFTED.fullmatch(value)
    if shifted:
        return _shifted(scene, shifted[1], int(shifted[2] or 0), shifted[3])
    if value[1:] in NAMED:
        return NAMED[value[1:]](scene)
    name, _, place = value[1:].partition("#")
    person = holder(scene.matter.organ.pk, Role(name), int(place or 0))
    return person.pk if person else None


def _shifted(scene: Scene, base: str, by: int, unit: str) -> date | datetime:
    """A day or a moment some way from the step."""
    if base == "on":
        return scene.calendar.add_workdays(scene.on, by) if by else scene.on
    if base == "demo":
        return scene.day + timedelta(days=by)
    if base == "day":
        return scene.on + timedelta(days=by)
    whole = {"d": timedelta(days=by), "h": timedelta(hours=by)}
    return scene.at + whole.get(unit, timedelta(minutes=by))


def _upload(scene: Scene) -> int:
    """A photograph that came in with the evidence."""
    data = picture(scene.luck)
    name = f"现场照片{scene.number:06d}.png"
    by = viewer_of(scene.matter.officers[0].pk, scene.on)
    arriving = Arriving(name, BytesIO(data), len(data))
    return receive_upload(by, arriving, scene.now).pk


def _paper(scene: Scene) -> Paper:
    """The latest decision of the case."""
    return Paper.objects.filter(case=scene.case, code__in=DECISIONS).latest("id")


def _surcharge(scene: Scene) -> int:
    """What has grown on an unpaid fine by then."""
    course = Course.objects.get(case=scene.case, track="")
    return surcharge_now(Situation(course.case, course, scene.at))


def _item(scene: Scene) -> int:
    """The item in the wording of the day."""
    offered = items_of(scene.matter.organ, scene.on)
    return offered.get(code=scene.matter.item.code).pk


def _spare(scene: Scene) -> int | None:
    """An officer of the organ who does not handle the case."""
    spare = scene.matter.spare
    return spare.pk if spare else None


def _law_choice(scene: Scene) -> str:
    """Why the old law goes on, where it ends about the time of the decision."""
    known = items_of(scene.matter.organ, scene.seen.date())
    item = known.filter(code=scene.matter.item.code).first()
    ends = item.valid_until if item else None
    return OLD_LAW if ends and ends <= scene.on + TRANSITION else ""


def _division(scene: Scene) -> int:
    """Where the act happened."""
    return scene.matter.organ.division_id


TRANSITION = timedelta(days=60)
OLD_LAW = "违法行为终了于原规定施行期间，新规定的处罚并不更轻，适用行为发生时的规定。"

MAKERS: dict[str, Callable[[Scene], Any]] = {
    "item": _item,
    ".law_choice": _law_choice,
    "decision_no": lambda s: _paper(s).number,
    "decided_on": lambda s: _paper(s).made_on,
    "act_at": lambda s: s.at - timedelta(minutes=20),
    "place": lambda s: s.matter.words["place"],
    "place_division": _division,
    "fine": lambda s: s.matter.fine,
    "collected": lambda s: s.matter.fine,
    "paid": lambda s: s.matter.fine,
    "amount": lambda s: s.matter.fine,
    "case_party.kind": lambda s: s.matter.party.kind.value,
    "case_party.name": lambda s: s.matter.party.name,
    "case_party.uscc": lambda s: s.matter.party.uscc,
    "case_party.id_no": lambda s: s.matter.party.id_no,
    "case_party.legal_representative": lambda s: s.matter.party.legal_representative,
    "case_party.address": lambda s: s.matter.party.address,
    "case_party.phone": lambda s: s.matter.party.phone,
    "evidence.upload": _upload,
}
"""Makers of fields by name; one with its table before the bare name."""

NAMED: dict[str, Callable[[Scene], Any]] = {
    "fine": lambda s: s.matter.fine,
    "half": lambda s: s.matter.fine // HALF,
    "rest": lambda s: s.matter.fine - s.matter.fine // HALF,
    "surcharge": _surcharge,
    "half-surcharge": lambda s: _surcharge(s) // HALF,
    "none": lambda _: None,
    "spare": _spare,
    "photo": _upload,
    "lead": lambda s: s.matter.officers[0].pk,
    "second": lambda s: s.matter.officers[-1].pk,
}
